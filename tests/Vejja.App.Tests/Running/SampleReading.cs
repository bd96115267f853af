using System.Text.Json.Nodes;
using Vejja.App.Features.Documents;
using Vejja.Domain.Evidence;
using Vejja.Exchange.Contract;
using Vejja.Reading;

namespace Vejja.App.Tests.Running;

/// <summary>
/// Reads a sample of the project as its truth says, with one doubtful strength and one flag: real pictures and real ink for the pages,
/// without a model.
/// </summary>
internal sealed class SampleReading : IDocumentReading
{
    public static string Folder { get; } = FindFolder();

    public ReadDocument Read(ReadOnlyMemory<byte> bytes, string fileName, IProgress<ReadingProgress> progress, CancellationToken cancellation)
    {
        var truth = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, fileName + ".truth.json")))!;
        var read = PrescriptionJson.Read(truth["prescription"]!.ToJsonString());
        var first = read.Medications[0];
        return new(read with
        {
            Medications = read.Medications.SetItem(0, first with
            {
                Strength = first.Strength! with { Confidence = 0.55 },
                Flags = [new Flag("strength-not-made", FlagSeverity.Confirm, "strength")],
                RequiresReview = true,
            }),
            RequiresReview = true,
        }, [], []);
    }

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "samples")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return Path.Combine(folder, "samples");
    }
}

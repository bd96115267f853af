using System.Text;
using System.Text.Json;
using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Exchange.Contract;

namespace Vejja.Bench.Scoring;

/// <summary>What an engine read of a folder of pictures, scored.</summary>
/// <param name="Scores">The scores, one a sheet; a file that could not be read counts as an empty reading.</param>
/// <param name="Failures">Files that could not be read.</param>
internal sealed record ReadingSet(IReadOnlyList<SheetScore> Scores, IReadOnlyList<string> Failures)
{
    /// <summary>Pairs a folder's truth with lines of JSON.</summary>
    public static ReadingSet Load(string folder, string readings)
    {
        var scores = new List<SheetScore>();
        var failures = new List<string>();
        var lines = File.ReadLines(readings).Where(line => line.Length > 0).Select(line => (Name: FileOf(line), Line: line)).ToLookup(item => item.Name, item => item.Line, StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.truth.json").Order(StringComparer.Ordinal))
        {
            var truth = TruthFile.Read(path);
            var file = truth.Prescription.File;
            var line = lines[file].FirstOrDefault();
            var failed = line is null || line.Contains("\"error\":", StringComparison.Ordinal);
            if (failed)
                failures.Add(file);
            var reading = failed ? new Prescription { File = file, RequiresReview = true } : PrescriptionJson.Read(Encoding.UTF8.GetBytes(line!));
            scores.Add(SheetScoring.Score(truth, reading));
        }

        return new(scores, failures);
    }

    private static string FileOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return Path.GetFileName(json.RootElement.GetProperty("file").GetString() ?? "");
    }
}

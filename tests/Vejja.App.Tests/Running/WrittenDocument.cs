using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Vejja.App.Features.Documents;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;
using Vejja.Reading;
using Vejja.Reading.Pages;

namespace Vejja.App.Tests.Running;

/// <summary>
/// A document whose words stand in its bytes, and its reader: it needs no model, so that tests of the service take milliseconds. Lines are
/// <c>patient NAME</c>, <c>medicine NAME</c>, <c>date ISO</c>, <c>sleep MILLISECONDS</c>, <c>work MILLISECONDS</c> (which keeps a core busy),
/// <c>step NAME PERCENT</c>, <c>fault transient|permanent</c>.
/// </summary>
internal sealed class WrittenDocument : IDocumentReading
{
    private static readonly Polygon Line = Polygon.From(new Box(10, 10, 200, 40));
    private int reads;

    public int Reads => reads;

    public static byte[] Bytes(params string[] lines) => Encoding.UTF8.GetBytes("%PDF-written\n" + string.Join('\n', lines));

    public ReadDocument Read(ReadOnlyMemory<byte> bytes, string fileName, IProgress<ReadingProgress> progress, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n')[1..];
        foreach (var line in lines)
            Obey(line, progress, cancellation);
        var names = lines.Where(line => line.StartsWith("medicine ", StringComparison.Ordinal)).Select(line => line["medicine ".Length..]).ToList();
        var patient = lines.Where(line => line.StartsWith("patient ", StringComparison.Ordinal)).Select(line => line["patient ".Length..]).FirstOrDefault();
        var date = lines.Where(line => line.StartsWith("date ", StringComparison.Ordinal)).Select(line => line["date ".Length..]).FirstOrDefault();
        return new(new()
        {
            File = fileName,
            Pages = [new(0, 400, 600, 0, 0, [], Homography.Identity)],
            Language = ["eng"],
            Blocks = [.. names.Select((name, i) => new Block(BlockId(i), 0, name, Line, 0.95, BlockType.Body, Script.Latin))],
            Fields = new()
            {
                PatientName = patient is null ? null : new(patient, patient, 0.9, ["b1"]),
                Date = date is null ? null : new(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), date, 0.9, ["b1"]),
            },
            Medications = [.. names.Select((name, i) => MedicationOf(name, i))],
            Confidence = names.Count == 0 ? 0 : 0.9,
            RequiresReview = names.Contains("Uncertain"),
        }, [], []);
    }

    private static string BlockId(int index) => string.Create(CultureInfo.InvariantCulture, $"b{index + 1}");

    private static Medication MedicationOf(string name, int index) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"m{index + 1}"),
        Name = new(name, name, 0.9, [BlockId(index)]),
        Strength = new("500 mg", "500mg", 0.9, [BlockId(index)]),
        DosageInstruction =
        [
            new Dosage { Text = "1 tablet morning and evening", Dose = new(new Quantity(1, "tablet")), Repeat = new() { When = [EventTiming.MORN, EventTiming.EVE], Frequency = 2, Period = 1, PeriodUnit = TimeUnit.Day } },
        ],
        Flags = name switch
        {
            "Uncertain" => [new Flag("name-uncertain", FlagSeverity.Confirm, "name"), new Flag("glued-strength", FlagSeverity.Info, "strength")],
            "Weekly" => [new Flag("weekly-drug-daily", FlagSeverity.Block, "frequency"), new Flag("not-understood", FlagSeverity.Confirm, "dose")],
            _ => ImmutableArray<Flag>.Empty,
        },
        Confidence = 0.9,
        RequiresReview = name is "Uncertain" or "Weekly",
    };

    private static void Obey(string line, IProgress<ReadingProgress> progress, CancellationToken cancellation)
    {
        var parts = line.Split(' ');
        switch (parts[0])
        {
            case "sleep":
                progress.Report(new(50, "recognised", 1, 1));
                cancellation.WaitHandle.WaitOne(int.Parse(parts[1], CultureInfo.InvariantCulture));
                cancellation.ThrowIfCancellationRequested();
                break;
            case "step":
                progress.Report(new(int.Parse(parts[2], CultureInfo.InvariantCulture), parts[1], 1, 2));
                cancellation.WaitHandle.WaitOne(1500);
                break;
            case "work":
                var spin = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(spin).TotalMilliseconds < int.Parse(parts[1], CultureInfo.InvariantCulture))
                    cancellation.ThrowIfCancellationRequested();
                break;
            case "fault" when parts[1] == "permanent":
                throw new UnreadableDocumentException("damaged-file", "The file is damaged.");
            case "fault":
                throw new InvalidOperationException("a fault that may pass");
        }
    }
}

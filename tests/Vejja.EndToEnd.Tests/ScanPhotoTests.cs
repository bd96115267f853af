using System.Text.Json;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.EndToEnd.Tests;

/// <summary>The real, redacted photograph that lies beside the repository.</summary>
[Collection("scan")]
public sealed class ScanPhotoTests(ScanSetup setup, ITestOutputHelper output)
{
    private const string Photo = "hospital-photo-redacted.png";

    [Fact]
    public void Scan_HospitalPhoto_ReadsAllFourMedicinesAndNoneSilentlyWrong()
    {
        Assert.SkipUnless(ScanSetup.Shared is not null, "The shared samples are not beside the repository.");
        var prescription = setup.Read(Path.Combine(ScanSetup.Shared!, Photo)).Prescription;
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(ScanSetup.Shared!, "hospital-photo-redacted.expected.json")));
        var score = new ScanScore();
        var truths = expected.RootElement.GetProperty("medications").EnumerateArray().Select(Truth).ToArray();

        Assert.Equal(truths.Length, prescription.Medications.Length);
        for (var i = 0; i < truths.Length; i++)
            score.Add(Photo, prescription.Medications[i], truths[i]);
        foreach (var miss in score.Misses)
            output.WriteLine(miss);
        output.WriteLine($"right {score.Right}, coverage {score.Coverage:P0}");

        Assert.Empty(score.SilentlyWrong);
        Assert.True(score.Coverage >= 0.8, $"coverage {score.Coverage:P0}");
        Assert.Equal(truths.Select(truth => truth.Duration?.Value.Value), prescription.Medications.Select(medication => medication.Duration?.Value.Value));
        Assert.Equal(new DateOnly(2025, 6, 22), prescription.Fields.Date?.Value);
        Assert.Equal(19, prescription.Fields.Age?.Value.Value);
        Assert.Null(prescription.Fields.PatientName);
    }

    /// <summary>The expected file's short form as a medication.</summary>
    private static Medication Truth(JsonElement json)
    {
        var slots = json.GetProperty("slots").EnumerateObject().Select(slot => (Slot: slot.Name, Amount: slot.Value.GetDecimal())).ToArray();
        var meals = json.GetProperty("meal");
        EventTiming Event(string slot) => meals.TryGetProperty(slot, out _) ? slot switch
        {
            "MORN" => EventTiming.PCM,
            "NOON" => EventTiming.PCD,
            _ => EventTiming.PCV,
        } : Enum.Parse<EventTiming>(slot);
        return new()
        {
            Id = "",
            Name = new(json.GetProperty("name").GetString()!, null, 1, []),
            Strength = json.TryGetProperty("strength", out var strength) ? new Reading<string>(strength.GetString()!, null, 1, []) : null,
            Quantity = new(new(json.GetProperty("quantity").GetProperty("value").GetDecimal(), ""), null, 1, []),
            Duration = new(new(json.GetProperty("durationDays").GetDecimal(), "d"), null, 1, []),
            DosageInstruction =
            [
                new()
                {
                    Text = "-",
                    Dose = new(new(slots[0].Amount, "tablet")),
                    Repeat = new() { Frequency = slots.Length, Period = 1, PeriodUnit = TimeUnit.Day, When = [.. slots.Select(slot => Event(slot.Slot))] },
                },
            ],
        };
    }
}

using System.Globalization;
using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;

namespace Vejja.Bench.Scoring;

/// <summary>Everything about one sheet.</summary>
/// <param name="File">File name.</param>
/// <param name="Family">Family of templates.</param>
/// <param name="Level">How it was photographed.</param>
/// <param name="Text">Lines and signs.</param>
/// <param name="Table">Tables.</param>
/// <param name="Fields">Patient, date and the like.</param>
/// <param name="Medications">Medicines.</param>
/// <param name="Confidence">The reader's confidence in the sheet.</param>
/// <param name="IsSentToReview">Whether a person is asked to look.</param>
internal sealed record SheetScore(
    string File, string Family, string Level, TextScore Text, TableScore Table, IReadOnlyList<FieldOutcome> Fields, IReadOnlyList<MedicationScore> Medications, double Confidence, bool IsSentToReview)
{
    /// <summary>Whether every medicine is exact and none is missing or too many.</summary>
    public bool IsExact => Medications.All(medication => medication.IsExact);

    /// <summary>Whether a patient would be told the right thing about every medicine.</summary>
    public bool IsScheduleExact => Medications.All(medication => medication.IsScheduleExact);
}

/// <summary>Scores sheets.</summary>
internal static class SheetScoring
{
    /// <summary>Scores a reading against its truth.</summary>
    public static SheetScore Score(TruthDocument truth, Prescription reading)
    {
        var placed = new PlacedReading(reading, truth);
        return new(
            truth.Prescription.File, truth.Family, truth.Level, TextScoring.Score(truth, placed), TableScoring.Score(truth, reading, placed),
            [.. Fields(truth.Prescription.Fields, reading.Fields)], MedicationScoring.Score(truth, reading), reading.Confidence, reading.RequiresReview);
    }

    private static IEnumerable<FieldOutcome> Fields(PrescriptionFields truth, PrescriptionFields read)
    {
        FieldOutcome? Field<T>(string name, Reading<T>? told, Reading<T>? given, Func<T, string> key)
        {
            if (told is null && given is null)
                return null;
            string expected = told is null ? "" : key(told.Value), got = given is null ? "" : key(given.Value);
            // A letterhead often prints one name in two scripts: either is right.
            var isRight = expected == got || (told is Reading<string> text && given is not null && text.Alternatives.Any(other => Text(other) == got));
            return new(name, told is not null, given is not null, isRight, given?.Confidence ?? 0, false, false, expected, got);
        }

        string Text(string text) => string.Concat(Signs.Clusters(text)).ToUpperInvariant();
        string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
        FieldOutcome?[] single =
        [
            Field("patientName", truth.PatientName, read.PatientName, Text), Field("age", truth.Age, read.Age, age => age.Value.ToString("0.##", CultureInfo.InvariantCulture) + " " + age.Unit),
            Field("sex", truth.Sex, read.Sex, sex => sex), Field("date", truth.Date, read.Date, Day), Field("prescriber", truth.Prescriber, read.Prescriber, Text),
            Field("facility", truth.Facility, read.Facility, Text), Field("nextVisit", truth.NextVisit, read.NextVisit, Day),
        ];
        var free = read.Diagnosis.ToList();
        var diagnoses = new List<FieldOutcome?>();
        var open = new List<Reading<string>>();
        foreach (var told in truth.Diagnosis)
        {
            if (free.FirstOrDefault(given => Text(given.Value) == Text(told.Value)) is not { } match)
            {
                open.Add(told);
                continue;
            }

            free.Remove(match);
            diagnoses.Add(Field("diagnosis", told, match, Text));
        }

        // Wrong ones are paired after all that are right, or one of them takes another's partner.
        foreach (var told in open)
        {
            var match = free.FirstOrDefault();
            if (match is not null)
                free.Remove(match);
            diagnoses.Add(Field("diagnosis", told, match, Text));
        }

        return single.Concat(diagnoses).Concat(free.Select(given => Field("diagnosis", null, given, Text))).OfType<FieldOutcome>();
    }
}

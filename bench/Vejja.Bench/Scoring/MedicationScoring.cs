using System.Globalization;
using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Bench.Scoring;

/// <summary>One medicine of the truth, or one too many in the reading.</summary>
/// <param name="Id">Identifier in the truth; empty for one too many.</param>
/// <param name="Ingredient">INN; empty for one too many.</param>
/// <param name="IsHeldOut">Whether the ingredient is drawn in the test split only.</param>
/// <param name="IsFound">Whether the reading has it.</param>
/// <param name="IsExact">Whether every field is right.</param>
/// <param name="IsScheduleExact">Whether a patient would be told the right thing: name, dose, times, length.</param>
/// <param name="IsHandwritten">Whether its entries look written by hand.</param>
/// <param name="IsSentToReview">Whether a person is asked to look.</param>
/// <param name="Outcomes">Its fields.</param>
internal sealed record MedicationScore(
    string Id, string Ingredient, bool IsHeldOut, bool IsFound, bool IsExact, bool IsScheduleExact, bool IsHandwritten, bool IsSentToReview, IReadOnlyList<FieldOutcome> Outcomes);

/// <summary>Scores medications.</summary>
internal static class MedicationScoring
{
    /// <summary>Scores the medicines of a sheet.</summary>
    public static List<MedicationScore> Score(TruthDocument truth, Prescription reading) =>
        [.. MedicationMatching.Match(truth.Prescription.Medications, reading.Medications).Select(pair => Score(pair.Truth, pair.Read, pair.Truth is null ? null : truth.Medications[pair.Truth.Id]))];

    private static MedicationScore Score(Medication? truth, Medication? read, TruthMedication? extra)
    {
        var outcomes = Outcomes(truth, read, extra).ToList();
        var exact = truth is not null && read is not null && outcomes.All(outcome => outcome.IsRight || (!outcome.IsExpected && !outcome.IsGiven));
        var told = outcomes.Where(outcome => outcome.Field is "name" or "strength" or "dose" or "times" or "duration");
        return new(
            truth?.Id ?? "", extra?.Ingredient ?? "", extra?.IsHeldOut ?? false, truth is not null && read is not null, exact,
            truth is not null && read is not null && told.All(outcome => outcome.IsRight), extra?.IsHandwritten ?? false, read?.RequiresReview ?? false, outcomes);
    }

    private static IEnumerable<FieldOutcome> Outcomes(Medication? truth, Medication? read, TruthMedication? extra)
    {
        FieldOutcome? Field<T>(string name, Reading<T>? told, Reading<T>? given, Func<T, string> key, bool doseBearing)
        {
            // A value that is not printed but can be inferred is no hit when right and a fault when wrong; the flag alone cannot tell.
            if (told is null && (given is null || extra?.Optional.Contains(name) == true))
                return null;
            string expected = told is null ? "" : key(told.Value), got = given is null ? "" : key(given.Value);
            return new(name, told is not null, given is not null, expected == got, given?.Confidence ?? 0, IsFlagged(read, name), doseBearing, expected, got);
        }

        FieldOutcome?[] readings =
        [
            Field("name", truth?.Name, read?.Name, MedicationMatching.NameKey, true), Field("strength", truth?.Strength, read?.Strength, StrengthKey, true),
            Field("form", truth?.Form, read?.Form, form => form, false), Field("route", truth?.Route, read?.Route, route => route, false),
            Field("quantity", truth?.Quantity, read?.Quantity, QuantityKey, true),
        ];
        foreach (var outcome in readings)
        {
            if (outcome is not null)
                yield return outcome;
        }

        foreach (var outcome in Instructions(truth, read))
            yield return outcome;
    }

    private static IEnumerable<FieldOutcome> Instructions(Medication? truth, Medication? read)
    {
        var confidence = read?.DosageEvidence?.Confidence ?? read?.Confidence ?? 0;
        bool told = truth?.DosageInstruction.Length > 0, given = read?.DosageInstruction.Length > 0;
        if (told || given)
        {
            string[] expected = [truth is null ? "" : ScheduleKey.Doses(truth.DosageInstruction), truth is null ? "" : ScheduleKey.Times(truth.DosageInstruction)];
            string[] got = [read is null ? "" : ScheduleKey.Doses(read.DosageInstruction), read is null ? "" : ScheduleKey.Times(read.DosageInstruction)];
            yield return new("dose", told, given, expected[0] == got[0], confidence, IsFlagged(read, "dose"), true, expected[0], got[0]);
            yield return new("times", told, given, expected[1] == got[1], confidence, IsFlagged(read, "times"), true, expected[1], got[1]);
        }

        string? length = truth is null ? null : ScheduleKey.Duration(truth), other = read is null ? null : ScheduleKey.Duration(read);
        if (length is not null || other is not null)
        {
            yield return new(
                "duration", length is not null, other is not null, length == other, read?.Duration?.Confidence ?? confidence, IsFlagged(read, "duration"), true, length ?? "", other ?? "");
        }
    }

    /// <summary>Whether a flag that asks for a look stands on the field; words that were not understood touch dose and times alike.</summary>
    private static bool IsFlagged(Medication? medication, string field) => medication is not null && medication.Flags.Any(flag =>
        flag.Severity != FlagSeverity.Info
        && (flag.Field == field || (field == "times" && flag.Field is "frequency" or "when") || (field is "dose" or "times" && flag.Code == "not-understood") || flag.Severity == FlagSeverity.Block));

    private static string StrengthKey(string strength) => string.Concat(strength.Where(sign => !char.IsWhiteSpace(sign)));

    private static string QuantityKey(Quantity quantity) => quantity.Value.ToString("0.####", CultureInfo.InvariantCulture) + " " + quantity.Unit;
}

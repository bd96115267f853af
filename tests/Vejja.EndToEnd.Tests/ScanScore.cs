using Vejja.Bench.Scoring;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.EndToEnd.Tests;

/// <summary>Dose-bearing fields of read medicines against the truth: how many are right and sure, and which are silently wrong.</summary>
internal sealed class ScanScore
{
    private const double Sure = 0.8;

    private readonly List<string> silentlyWrong = [];
    private readonly List<string> misses = [];
    private int right;
    private int covered;

    /// <summary>Wrong, sure and unflagged.</summary>
    public IReadOnlyList<string> SilentlyWrong => silentlyWrong;

    /// <summary>Every value that is wrong, absent or unsure.</summary>
    public IReadOnlyList<string> Misses => misses;

    /// <summary>Of the right values, the share that is sure and unflagged; 1 for none.</summary>
    public double Coverage => right == 0 ? 1 : (double)covered / right;

    /// <summary>Values that are right.</summary>
    public int Right => right;

    /// <summary>Compares one medicine.</summary>
    public void Add(string file, Medication? read, Medication truth)
    {
        var name = truth.Name?.Value ?? "";
        Compare($"{file} {name} name", MedicationMatching.NameKey(name), read?.Name is { } printed ? MedicationMatching.NameKey(printed.Value) : null, read, "name", read?.Name?.Confidence);
        Compare($"{file} {name} strength", truth.Strength?.Value, read?.Strength?.Value, read, "strength", read?.Strength?.Confidence);
        Compare($"{file} {name} quantity", truth.Quantity?.Value.Value.ToString(), read?.Quantity?.Value.Value.ToString(), read, "quantity", read?.Quantity?.Confidence);
        Compare($"{file} {name} dosage", Text(truth), read is null ? null : Text(read), read, "dose", read?.DosageEvidence?.Confidence);
    }

    private void Compare(string what, string? truth, string? value, Medication? medication, string field, double? confidence)
    {
        var isSure = confidence >= Sure && medication is not null && !medication.Flags.Any(flag => flag.Severity is not FlagSeverity.Info && flag.Field == field);
        if (truth == value || (string.IsNullOrEmpty(truth) && string.IsNullOrEmpty(value)))
        {
            if (string.IsNullOrEmpty(truth))
                return;
            right++;
            covered += isSure ? 1 : 0;
            if (!isSure)
                misses.Add($"{what}: right but unsure ({confidence:0.00})");
            return;
        }

        misses.Add($"{what}: '{value}' for '{truth}' ({confidence:0.00}{(isSure ? ", silently" : "")})");
        if (isSure && !string.IsNullOrEmpty(value))
            silentlyWrong.Add(misses[^1]);
    }

    private static string Text(Medication medication) => string.Join("; ", medication.DosageInstruction.Select(dosage =>
        $"{dosage.Dose?.Low.Value}x{dosage.Repeat?.Frequency}/{dosage.Repeat?.Period}{dosage.Repeat?.PeriodUnit}[{string.Join(',', (dosage.Repeat?.When ?? []).Order())}]{(dosage.AsNeeded ? " prn" : "")}"));
}

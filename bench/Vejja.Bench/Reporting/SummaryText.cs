using System.Globalization;
using System.Text;
using Vejja.Bench.Scoring;
using Vejja.Domain.Documents;

namespace Vejja.Bench.Reporting;

/// <summary>Figures as plain text.</summary>
internal static class SummaryText
{
    /// <summary>The fields of a medicine in the order of the tables.</summary>
    public static IReadOnlyList<string> MedicationFields { get; } = ["name", "strength", "form", "route", "quantity", "dose", "times", "duration"];

    /// <summary>The fields of a sheet in the order of the tables.</summary>
    public static IReadOnlyList<string> SheetFields { get; } = ["patientName", "age", "sex", "date", "prescriber", "facility", "diagnosis", "nextVisit"];

    /// <summary>The main figures.</summary>
    public static string Write(Summary s)
    {
        var text = new StringBuilder();
        void Line(string name, string value) => text.Append(name.PadRight(30)).Append(value).Append('\n');
        Line("sheets", s.Sheets.Count.ToString(CultureInfo.InvariantCulture));
        Line("lines: recall, precision", Percent(s.Lines.Recall) + " " + Percent(s.Lines.Precision));
        Line("CER, by Khmer cluster", Percent(s.Points.Rate) + " " + Percent(s.Clusters.Rate));
        foreach (var kind in Enum.GetValues<SignKind>())
            Line("  " + kind, Percent(s.OfKind(kind).Rate) + " of " + s.OfKind(kind).Signs.ToString(CultureInfo.InvariantCulture));
        Line("exact lines", Percent(s.ExactLines));
        Line("tables F1, adjacency F1, TEDS", Percent(s.Tables.F1) + " " + Percent(s.Relations.F1) + " " + Percent(s.TreeSimilarity));
        Line("exact cells", Percent(s.ExactCells));
        foreach (var type in Enum.GetValues<BlockType>())
            Line("  block " + type, Percent(s.OfType(type).F1));
        foreach (var field in SheetFields)
            Line("  " + field, Triple(s.OfSheetField(field)));
        Line("fields", Triple(s.OfSheetField(null)));
        foreach (var field in MedicationFields)
            Line("  " + field, Triple(s.OfMedicationField(field)));
        Line("medications exact", Triple(s.Medications));
        Line("schedules exact", Percent(s.ExactSchedules));
        Line("sheets exact", Percent(s.ExactSheets));
        Line("silently wrong", s.SilentlyWrong.ToString(CultureInfo.InvariantCulture) + " of " + s.DoseBearing.ToString(CultureInfo.InvariantCulture) + ", coverage " + Percent(s.Coverage));
        Line("silently missing", s.SilentlyMissing.ToString(CultureInfo.InvariantCulture));
        Line("calibration error", Percent(Calibration.ExpectedError(s.Confidences)));
        return text.ToString();
    }

    /// <summary>One line a sheet.</summary>
    public static string Sheets(Summary s) => string.Join('\n', s.Sheets.Select(sheet =>
    {
        var own = new Summary([sheet]);
        return $"{sheet.File}: lines {Percent(own.Lines.F1)}, CER {Percent(own.Points.Rate)}, adjacency {Percent(own.Relations.F1)}, fields {Percent(own.OfSheetField(null).F1)}, medicines {own.Medications.Right}/{own.Medications.Expected}, silently wrong {own.SilentlyWrong}";
    }));

    /// <summary>Every wrong field, the silent ones first.</summary>
    public static string Faults(Summary s) =>
        string.Join('\n', s.Sheets.SelectMany(sheet => sheet.Medications.SelectMany(medication => medication.Outcomes.Where(outcome => !outcome.IsRight)
                .Select(outcome => (outcome.IsSilentlyWrong, Text: string.Create(CultureInfo.InvariantCulture, $"{(outcome.IsSilentlyWrong ? "SILENT " : "")}{sheet.File} {medication.Id} {outcome.Field}: «{outcome.Expected}» read «{outcome.Given}» {outcome.Confidence:0.00}{(outcome.IsFlagged ? " flagged" : "")}")))))
            .OrderByDescending(fault => fault.IsSilentlyWrong).Select(fault => fault.Text));

    /// <summary>A share in per cent.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Triple(Found found) => $"P {Percent(found.Precision)} R {Percent(found.Recall)} F1 {Percent(found.F1)} ({found.Expected})";
}

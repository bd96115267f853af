using System.Globalization;
using System.Text;
using Vejja.Bench.Comparison;
using Vejja.Bench.Scoring;
using static Vejja.Bench.Reporting.SummaryText;

namespace Vejja.Bench.Reporting;

/// <summary>Engines side by side, as a Markdown table.</summary>
internal static class ComparisonTable
{
    private static readonly (string Name, Func<Summary, double> Value, bool IsLess)[] Figures =
    [
        ("CER", summary => summary.Points.Rate, true), ("CER by Khmer cluster", summary => summary.Clusters.Rate, true),
        ("Khmer signs wrong", summary => summary.OfKind(SignKind.Khmer).Rate, true),
        ("digits wrong", summary => summary.OfKind(SignKind.Digit).Rate, true), ("signs of units wrong", summary => summary.OfKind(SignKind.Unit).Rate, true), ("lines exact", summary => summary.ExactLines, false),
        ("cells exact", summary => summary.ExactCells, false), ("cell adjacency F1", summary => summary.Relations.F1, false),
        ("fields of the sheet F1", summary => summary.OfSheetField(null).F1, false), ("medicine names F1", summary => summary.OfMedicationField("name").F1, false),
        ("strengths F1", summary => summary.OfMedicationField("strength").F1, false), ("doses F1", summary => summary.OfMedicationField("dose").F1, false),
        ("times F1", summary => summary.OfMedicationField("times").F1, false), ("medicines exact F1", summary => summary.Medications.F1, false),
        ("schedules exact", summary => summary.ExactSchedules, false), ("sheets exact", summary => summary.ExactSheets, false), ("coverage", summary => summary.Coverage, false),
        // An engine that gives no values is not well calibrated.
        ("calibration error", summary => summary.Confidences.Count == 0 ? 1 : Calibration.ExpectedError(summary.Confidences), true),
    ];

    /// <summary>The table; the best of each row is bold.</summary>
    public static string Write(IReadOnlyList<EngineResult> results)
    {
        var text = new StringBuilder("| |").AppendJoin('|', results.Select(result => " `" + result.Engine + "` ")).Append("|\n|---|").AppendJoin('|', results.Select(_ => "---:")).Append("|\n");
        foreach (var (name, value, isLess) in Figures)
        {
            var values = results.Select(result => value(result.Summary)).ToArray();
            var best = isLess ? values.Min() : values.Max();
            Row(text, name, values.Select(figure => figure.Equals(best) ? "**" + Percent(figure) + "**" : Percent(figure)));
        }

        Row(text, "silently wrong", results.Select(result => result.Summary.SilentlyWrong.ToString(CultureInfo.InvariantCulture) + " of " + result.Summary.DoseBearing.ToString(CultureInfo.InvariantCulture)));
        Row(text, "silently missing medicines", results.Select(result => result.Summary.SilentlyMissing.ToString(CultureInfo.InvariantCulture)));
        Row(text, "seconds a sheet", results.Select(result => Number(result.Cost.WallSeconds / result.Cost.Files)));
        Row(text, "processor seconds a sheet", results.Select(result => result.Cost.ProcessorSeconds == 0 ? "–" : Number(result.Cost.ProcessorSeconds / result.Cost.Files)));
        Row(text, "peak memory, MiB", results.Select(result => result.Cost.PeakMebibytes == 0 ? "–" : Number(result.Cost.PeakMebibytes)));
        return text.ToString();
    }

    /// <summary>The figures on which another engine is better, in words.</summary>
    public static IEnumerable<string> WorseThan(EngineResult ours, IReadOnlyList<EngineResult> others) =>
        from figure in Figures
        from other in others
        let mine = figure.Value(ours.Summary)
        let theirs = figure.Value(other.Summary)
        where figure.IsLess ? theirs < mine : theirs > mine
        select $"{figure.Name}: {Percent(mine)} against {Percent(theirs)} of `{other.Engine}`";

    private static void Row(StringBuilder text, string name, IEnumerable<string> values) => text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", values).Append(" |\n");

    private static string Number(double value) => value.ToString(value >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture);
}

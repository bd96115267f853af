using System.Globalization;
using System.Text;
using Vejja.Bench.Comparison;
using Vejja.Bench.Pictures;
using Vejja.Bench.Scoring;
using Vejja.Domain.Documents;
using static Vejja.Bench.Reporting.SummaryText;

namespace Vejja.Bench.Reporting;

/// <summary>Writes docs/accuracy.md with its plots.</summary>
/// <param name="set">The test set that was read.</param>
/// <param name="ours">Our engine on it.</param>
/// <param name="others">The other engines on it.</param>
/// <param name="unknown">Our engine on sheets whose medicines no lexicon knows; null where that was not read.</param>
/// <param name="photo">Our engine on the real photograph; null where it is not at hand.</param>
internal sealed class AccuracyReport(string set, EngineResult ours, IReadOnlyList<EngineResult> others, Summary? unknown, RealPhotoScore? photo)
{
    private static readonly string[] Levels = ["mild", "hard", "brutal"];

    /// <summary>Writes the page and its pictures.</summary>
    /// <param name="docs">The docs folder.</param>
    /// <param name="folder">Folder with the test pictures.</param>
    /// <param name="command">The command that regenerates it.</param>
    /// <param name="day">The day of the measurement.</param>
    public void Write(string docs, string folder, string command, DateOnly day)
    {
        var pictures = Path.Combine(docs, "accuracy");
        Directory.CreateDirectory(pictures);
        WritePlots(pictures);
        var worst = WorstPages.Choose(ours.Summary.Sheets, 12);
        File.WriteAllBytes(Path.Combine(pictures, "worst.jpg"), Codec.Jpeg(WorstPages.Draw(folder, worst), 72));
        var text = new StringBuilder();
        text.Append("# Accuracy\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Measured on {day:yyyy-MM-dd} on {set}, by\n\n    {command}\n\n{Remarks(pictures)}The sheets are synthetic (docs/bench.md says how they differ from real ones). Every value of silence stands with its coverage: *silently wrong* is a wrong name, strength, ");
        text.Append("quantity, dose, time or length with confidence of at least 0.8 and no flag that asks for a look; *coverage* is the share of the right ones that may be relied on without a look.\n\nThe line recogniser by itself, its curve and its worst lines: [recognizer.md](recognizer.md).\n\n");
        ByLevel(text);
        ByField(text);
        ByFamily(text);
        Names(text);
        Confidence(text);
        Comparison(text);
        Time(text);
        Photo(text);
        text.Append("## The worst pages\n\n![the twelve worst pages](accuracy/worst.jpg)\n\nGreen: the field was read right; red: wrong or not read; magenta: silently wrong. From left to right, row by row:\n\n");
        for (var i = 0; i < worst.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {Faults(worst[i])}\n");
        File.WriteAllText(Path.Combine(docs, "accuracy.md"), text.ToString());
    }

    /// <summary>What a person has to say of the figures, beside the plots: it stays when they are made again, and names the program that it speaks of.</summary>
    private static string Remarks(string folder)
    {
        var path = Path.Combine(folder, "remarks.md");
        return File.Exists(path) ? File.ReadAllText(path) + "\n" : "";
    }

    private IEnumerable<(string Name, Summary Summary)> Parts() =>
        Levels.Select(level => (level, ours.Summary.At(level))).Where(part => part.Item2.Sheets.Count > 0).Append(("all", ours.Summary));

    private void ByLevel(StringBuilder text)
    {
        text.Append("## By level of damage\n\n");
        var parts = Parts().ToArray();
        Head(text, "", parts.Select(part => part.Name));
        void Row(string name, Func<Summary, string> value) => Line(text, name, parts.Select(part => value(part.Summary)));
        Row("sheets", s => Count(s.Sheets.Count));
        Row("lines found, recall / precision at IoU 0.5", s => Percent(s.Lines.Recall) + " / " + Percent(s.Lines.Precision));
        Row("CER", s => Percent(s.Points.Rate));
        Row("CER by Khmer cluster", s => Percent(s.Clusters.Rate));
        foreach (var kind in Enum.GetValues<SignKind>())
            Row("– " + kind.ToString().ToLowerInvariant(), s => Percent(s.OfKind(kind).Rate));
        Row("lines exact", s => Percent(s.ExactLines));
        Row("tables found F1", s => Percent(s.Tables.F1));
        Row("cell adjacency F1", s => Percent(s.Relations.F1));
        Row("TEDS", s => Percent(s.TreeSimilarity));
        Row("cells exact", s => Percent(s.ExactCells));
        foreach (var type in Enum.GetValues<BlockType>())
            Row("block type F1: " + type.ToString().ToLowerInvariant(), s => Percent(s.OfType(type).F1));
        Row("fields of the sheet F1", s => Percent(s.OfSheetField(null).F1));
        Row("medicines exact, precision / recall", s => Percent(s.Medications.Precision) + " / " + Percent(s.Medications.Recall));
        Row("schedules exact", s => Percent(s.ExactSchedules));
        Row("sheets exact", s => Percent(s.ExactSheets));
        Row("**silently wrong**, of dose-bearing values", s => "**" + Count(s.SilentlyWrong) + "** of " + Count(s.DoseBearing));
        Row("coverage", s => Percent(s.Coverage));
        Row("medicines missing without review", s => Count(s.SilentlyMissing));
        text.Append("\nCER is counted without blanks after one normalisation of both sides. Lines of truth and reading that overlap are compared as a group, so that a line cut in two is no error.\n\n![CER by script and level](accuracy/cer.svg)\n\n");
    }

    private void ByField(StringBuilder text)
    {
        text.Append("## By field\n\n");
        Head(text, "medicine", ["precision", "recall", "F1", "on the pages", "silently wrong"]);
        foreach (var field in MedicationFields)
        {
            var found = ours.Summary.OfMedicationField(field);
            Line(text, field, [Percent(found.Precision), Percent(found.Recall), Percent(found.F1), Count(found.Expected), Count(ours.Summary.Outcomes.Count(outcome => outcome.Field == field && outcome.IsSilentlyWrong))]);
        }

        text.Append('\n');
        Head(text, "sheet", ["precision", "recall", "F1", "on the pages"]);
        foreach (var field in SheetFields)
        {
            var found = ours.Summary.OfSheetField(field);
            Line(text, field, [Percent(found.Precision), Percent(found.Recall), Percent(found.F1), Count(found.Expected)]);
        }

        text.Append('\n');
    }

    private void ByFamily(StringBuilder text)
    {
        text.Append("## By family of sheets\n\n");
        Head(text, "", ["sheets", "CER", "medicines exact F1", "schedules exact", "silently wrong", "coverage"]);
        foreach (var family in ours.Summary.Sheets.GroupBy(sheet => sheet.Family).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var s = new Summary([.. family]);
            Line(text, family.Key, [Count(s.Sheets.Count), Percent(s.Points.Rate), Percent(s.Medications.F1), Percent(s.ExactSchedules), Count(s.SilentlyWrong), Percent(s.Coverage)]);
        }

        var written = ours.Summary.Sheets.SelectMany(sheet => sheet.Medications).Where(medication => medication.IsHandwritten).ToArray();
        if (written.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nOf {written.Length} medicines whose doses look written by hand, {written.Count(medication => medication.IsSentToReview || !medication.IsFound)} were sent to a person or not read.\n");
        text.Append('\n');
    }

    private void Names(StringBuilder text)
    {
        text.Append("## Medicines that training never saw, and medicines that nobody knows\n\n");
        Head(text, "", ["names", "recall", "silently wrong names"]);
        void Row(string name, IEnumerable<FieldOutcome> outcomes)
        {
            var all = outcomes.Where(outcome => outcome.Field == "name" && outcome.IsExpected).ToArray();
            Line(text, name, [Count(all.Length), all.Length == 0 ? "–" : Percent(all.Count(outcome => outcome.IsRight) / (double)all.Length), Count(all.Count(outcome => outcome.IsSilentlyWrong))]);
        }

        IEnumerable<FieldOutcome> Of(bool heldOut) => ours.Summary.Sheets.SelectMany(sheet => sheet.Medications).Where(medication => medication.Id.Length > 0 && medication.IsHeldOut == heldOut).SelectMany(medication => medication.Outcomes);
        Row("ingredients that all splits draw", Of(false));
        Row("ingredients of the test split only", Of(true));
        if (unknown is not null)
            Row("invented names, in no lexicon", unknown.Outcomes);
        text.Append('\n');
    }

    private void Confidence(StringBuilder text)
    {
        var values = ours.Summary.Confidences;
        text.Append("## Calibration\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Expected calibration error over {values.Count} dose-bearing values: **{Percent(Calibration.ExpectedError(values))}** (ten bins of equal width).\n\n");
        Head(text, "least certain sent to a person", ["0 %", "5 %", "10 %", "20 %"]);
        double[] shares = [0, 0.05, 0.10, 0.20];
        Line(text, "values right among the rest", shares.Select(share => Percent(Calibration.AccuracyWithout(values, share))));
        var sheets = ours.Summary.Sheets.Select(sheet => (sheet.Confidence, sheet.IsScheduleExact)).ToList();
        Line(text, "sheets with every schedule right", shares.Select(share => Percent(Calibration.AccuracyWithout(sheets, share))));
        text.Append("\n![reliability](accuracy/reliability.svg) ![risk against coverage](accuracy/risk.svg)\n\n");
    }

    private void Comparison(StringBuilder text)
    {
        text.Append("## Beside other engines\n\n`auto` is the program as it comes: its own recogniser, Tesseract for the Latin words that it doubts. `vejja`: its own alone. `tesseract`: Tesseract 5.3, a line at a time on our detection. `paddle`: PP-OCRv4 with its stock recogniser, which knows no Khmer. ");
        text.Append("`tesseract-page`: Tesseract `khm+fra+eng` on the whole straightened page. All are followed by the same layout, tables, fields and medicines.\n\n");
        if (others.Count == 0)
            return;
        var same = ours.On(others[0].Summary.Sheets);
        text.Append(CultureInfo.InvariantCulture, $"The same {same.Summary.Sheets.Count} sheets for all, level {string.Join(", ", same.Summary.Sheets.Select(sheet => sheet.Level).Distinct())}.\n\n");
        text.Append(ComparisonTable.Write([same, .. others])).Append('\n');
        var worse = ComparisonTable.WorseThan(same, others).ToArray();
        text.Append(worse.Length == 0 ? "On none of these figures is `auto` worse than a peer.\n\n" : "**Where `auto` is worse than a peer:** " + string.Join("; ", worse) + ".\n\n");
    }

    private void Time(StringBuilder text)
    {
        text.Append("## Time and memory\n\n");
        Head(text, "stage", ["seconds a sheet", "share"]);
        var total = Math.Max(1e-9, ours.Cost.StageSeconds.Values.Sum());
        foreach (var (stage, seconds) in ours.Cost.StageSeconds)
            Line(text, stage, [(seconds / ours.Summary.Sheets.Count).ToString("0.00", CultureInfo.InvariantCulture), Percent(seconds / total)]);
        text.Append(CultureInfo.InvariantCulture, $"\nPeak memory of the process {ours.Cost.PeakMebibytes:0} MiB; {ours.Cost.ProcessorSeconds / ours.Summary.Sheets.Count:0.0} processor seconds a sheet. Sheets are read side by side, and the machine (two cores) was shared with other work while this was measured: ");
        text.Append("the seconds are an upper bound, the shares are what to look at.\n\n![seconds by stage](accuracy/time.svg)\n\n");
    }

    private void Photo(StringBuilder text)
    {
        if (photo is null)
            return;
        text.Append("## A real photograph beside it\n\nOne redacted phone photograph of a printed hospital sheet (510 × 557 pixels, four medicines; it is not part of the project).\n\n");
        Head(text, "", ["right", "wrong or missing", "silently wrong", "coverage"]);
        Line(text, "dose-bearing values", [Count(photo.Right), Count(photo.Expected - photo.Right), Count(photo.SilentlyWrong), Percent(photo.Coverage)]);
        text.Append(photo.Faults.Count == 0 ? "\n" : "\nNot right: " + string.Join("; ", photo.Faults) + ".\n").Append('\n');
    }

    /// <summary>What went wrong on a sheet, in words; not every fault where they are many.</summary>
    private static string Faults(SheetScore sheet)
    {
        const int shown = 5;
        string Quoted(string text) => text.Length == 0 ? "nothing" : "`" + text + "`";
        var faults = sheet.Medications.SelectMany(medication => medication.Outcomes.Where(outcome => !outcome.IsRight).Select(outcome =>
            $"{(medication.Id.Length == 0 ? "one too many" : medication.Id)} {outcome.Field}: {Quoted(outcome.Expected)} read {Quoted(outcome.Given)}{(outcome.IsSilentlyWrong ? " **silently**" : outcome.IsFlagged ? ", flagged" : "")}")).ToArray();
        return $"{sheet.Family}, {sheet.Level}: " + (faults.Length == 0 ? "no fault in the medicines." : string.Join("; ", faults.Take(shown)) + (faults.Length > shown ? $"; and {faults.Length - shown} more." : "."));
    }

    private void WritePlots(string folder)
    {
        var parts = Parts().Where(part => part.Name != "all").ToArray();
        if (parts.Length > 0)
        {
            File.WriteAllText(Path.Combine(folder, "cer.svg"), Plot.Bars(
                "Signs wrong, by kind and level", [.. Enum.GetNames<SignKind>()], [.. parts.Select(part => (part.Name, (IReadOnlyList<double>)[.. Enum.GetValues<SignKind>().Select(kind => 100 * part.Summary.OfKind(kind).Rate)]))], "% wrong"));
        }

        File.WriteAllText(Path.Combine(folder, "reliability.svg"), Plot.Lines("Reliability", "confidence, %", "right, %", 1, true,
            [.. new[] { others.Count == 0 ? ours : ours.On(others[0].Summary.Sheets) }.Concat(others).Select(engine => new PlotLine(engine.Engine, [.. Calibration.Reliability(engine.Summary.Confidences).Select(bin => (bin.Confidence, bin.Accuracy))]))]));
        var curves = new[] { others.Count == 0 ? ours : ours.On(others[0].Summary.Sheets) }.Concat(others).Select(engine => new PlotLine(engine.Engine, Calibration.RiskByCoverage(engine.Summary.Confidences))).ToArray();
        var top = Math.Clamp(Math.Ceiling(10 * curves.SelectMany(curve => curve.Points).Select(point => point.Y).DefaultIfEmpty(0.1).Max()) / 10, 0.1, 1);
        File.WriteAllText(Path.Combine(folder, "risk.svg"), Plot.Lines("Risk against coverage", "values kept, the most certain first, %", "wrong among them, %", top, false, curves));
        File.WriteAllText(Path.Combine(folder, "time.svg"), Plot.Bars("Seconds a sheet by stage", [.. ours.Cost.StageSeconds.Keys],
            [("seconds", [.. ours.Cost.StageSeconds.Values.Select(seconds => seconds / ours.Summary.Sheets.Count)])], "s"));
    }

    private static void Head(StringBuilder text, string first, IEnumerable<string> columns)
    {
        var names = columns.ToArray();
        text.Append("| ").Append(first).Append(" | ").AppendJoin(" | ", names).Append(" |\n|---|").Append(string.Concat(names.Select(_ => "---:|"))).Append('\n');
    }

    private static void Line(StringBuilder text, string name, IEnumerable<string> values) => text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", values).Append(" |\n");

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}

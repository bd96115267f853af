using Vejja.Domain.Documents;

namespace Vejja.Bench.Scoring;

/// <summary>Precision and recall of a kind of field.</summary>
/// <param name="Expected">Values on the pages.</param>
/// <param name="Given">Values given.</param>
/// <param name="Right">Right ones.</param>
internal readonly record struct Found(int Expected, int Given, int Right)
{
    /// <summary>Right ones among those given.</summary>
    public double Precision => Given == 0 ? 0 : Right / (double)Given;

    /// <summary>Right ones among those expected.</summary>
    public double Recall => Expected == 0 ? 0 : Right / (double)Expected;

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>The figures of a set of sheets.</summary>
internal sealed class Summary
{
    private readonly IReadOnlyList<SheetScore> sheets;

    /// <summary>Sums up.</summary>
    public Summary(IReadOnlyList<SheetScore> sheets) => this.sheets = sheets;

    /// <summary>The sheets.</summary>
    public IReadOnlyList<SheetScore> Sheets => sheets;

    /// <summary>Lines found at intersection over union of at least a half.</summary>
    public Found Lines => new(sheets.Sum(sheet => sheet.Text.TruthLines), sheets.Sum(sheet => sheet.Text.ReadLines), sheets.Sum(sheet => sheet.Text.FoundLines));

    /// <summary>Lines read exactly.</summary>
    public double ExactLines => Share(sheets.Sum(sheet => sheet.Text.ExactLines), sheets.Sum(sheet => sheet.Text.TruthLines));

    /// <summary>Errors by code point.</summary>
    public ErrorCount Points => Sum(sheet => sheet.Text.Points);

    /// <summary>Errors by Khmer cluster.</summary>
    public ErrorCount Clusters => Sum(sheet => sheet.Text.Clusters);

    /// <summary>Tables found.</summary>
    public Found Tables => new(sheets.Sum(sheet => sheet.Table.Tables), sheets.Sum(sheet => sheet.Table.Found + sheet.Table.Extra), sheets.Sum(sheet => sheet.Table.Found));

    /// <summary>Cell adjacency.</summary>
    public Found Relations => new(sheets.Sum(sheet => sheet.Table.Relations.Truth), sheets.Sum(sheet => sheet.Table.Relations.Read), sheets.Sum(sheet => sheet.Table.Relations.Right));

    /// <summary>Mean tree similarity of tables.</summary>
    public double TreeSimilarity => sheets.Sum(sheet => sheet.Table.TreeSimilarity) / Math.Max(1, sheets.Sum(sheet => sheet.Table.Tables));

    /// <summary>Cells with exact text.</summary>
    public double ExactCells => Share(sheets.Sum(sheet => sheet.Table.ExactCells), sheets.Sum(sheet => sheet.Table.Cells));

    /// <summary>Medicines found and exact.</summary>
    public Found Medications => new(
        sheets.Sum(sheet => sheet.Medications.Count(medication => medication.Id.Length > 0)),
        sheets.Sum(sheet => sheet.Medications.Count(medication => medication.Id.Length == 0 || medication.IsFound)), sheets.Sum(sheet => sheet.Medications.Count(medication => medication.IsExact)));

    /// <summary>Medicines whose schedule is exact.</summary>
    public double ExactSchedules => Share(sheets.Sum(sheet => sheet.Medications.Count(medication => medication.IsScheduleExact)), Medications.Expected);

    /// <summary>Whole sheets exact.</summary>
    public double ExactSheets => Share(sheets.Count(sheet => sheet.IsExact), sheets.Count);

    /// <summary>Medicines that the reading does not have although no one is asked to look at the sheet.</summary>
    public int SilentlyMissing => sheets.Where(sheet => !sheet.IsSentToReview).Sum(sheet => sheet.Medications.Count(medication => medication.Id.Length > 0 && !medication.IsFound));

    /// <summary>Every field of every medicine.</summary>
    public IEnumerable<FieldOutcome> Outcomes => sheets.SelectMany(sheet => sheet.Medications).SelectMany(medication => medication.Outcomes);

    /// <summary>Silently wrong values.</summary>
    public int SilentlyWrong => Outcomes.Count(outcome => outcome.IsSilentlyWrong);

    /// <summary>Dose-bearing values given.</summary>
    public int DoseBearing => Outcomes.Count(outcome => outcome is { IsDoseBearing: true, IsExpected: true });

    /// <summary>Of the right dose-bearing values, the share that may be relied on without a look.</summary>
    public double Coverage => Share(Outcomes.Count(outcome => outcome.IsCovered), Outcomes.Count(outcome => outcome is { IsDoseBearing: true, IsExpected: true, IsGiven: true, IsRight: true }));

    /// <summary>Confidence and rightness of the dose-bearing values given.</summary>
    public List<(double Confidence, bool IsRight)> Confidences =>
        [.. Outcomes.Where(outcome => outcome is { IsDoseBearing: true, IsGiven: true }).Select(outcome => (outcome.Confidence, outcome.IsRight))];

    /// <summary>Errors by kind of sign.</summary>
    public ErrorCount OfKind(SignKind kind) => Sum(sheet => sheet.Text.ByKind[kind]);

    /// <summary>Blocks of a type.</summary>
    public Found OfType(BlockType type) => new(sheets.Sum(sheet => sheet.Text.Types[type].Truth), sheets.Sum(sheet => sheet.Text.Types[type].Read), sheets.Sum(sheet => sheet.Text.Types[type].Right));

    /// <summary>A field of the medicines.</summary>
    public Found OfMedicationField(string field) => Count(Outcomes.Where(outcome => outcome.Field == field));

    /// <summary>A field of the sheet; every field without a name.</summary>
    public Found OfSheetField(string? field) => Count(sheets.SelectMany(sheet => sheet.Fields).Where(outcome => field is null || outcome.Field == field));

    /// <summary>The sheets of one level.</summary>
    public Summary At(string level) => new([.. sheets.Where(sheet => sheet.Level == level)]);

    private static Found Count(IEnumerable<FieldOutcome> outcomes)
    {
        var all = outcomes.ToArray();
        return new(all.Count(outcome => outcome.IsExpected), all.Count(outcome => outcome.IsGiven), all.Count(outcome => outcome is { IsExpected: true, IsGiven: true, IsRight: true }));
    }

    private ErrorCount Sum(Func<SheetScore, ErrorCount> part) => sheets.Aggregate(default(ErrorCount), (sum, sheet) => sum.Plus(part(sheet)));

    private static double Share(int part, int whole) => whole == 0 ? 0 : part / (double)whole;
}

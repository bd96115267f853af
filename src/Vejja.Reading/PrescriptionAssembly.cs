using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Reading.CleanUp;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Medications;
using Vejja.Reading.Safety;
using Vejja.Reading.Tables;

namespace Vejja.Reading;

/// <summary>Puts everything that was read into the contract's shape.</summary>
internal static class PrescriptionAssembly
{
    /// <summary>Assembles the document.</summary>
    public static Prescription Assemble(
        string file, ImmutableArray<PagePlan> plans, Sheet sheet, PrescriptionFields fields, ReadMedicines medicines)
    {
        ImmutableArray<Block> blocks = [.. sheet.Lines.Select(BlockOf)];
        ImmutableArray<string> warnings = [.. Warnings(blocks, medicines)];
        return new()
        {
            File = file,
            Pages = [.. plans.Select(PageOf)],
            Language = Scripts.Languages(sheet.Lines.Select(line => line.Text)),
            Blocks = blocks,
            Tables = [.. sheet.Tables.Select(TableOf)],
            Fields = fields,
            Medications = medicines.Medications,
            SlotHours = medicines.SlotHours,
            Confidence = medicines.Medications.Select(medication => medication.Confidence).DefaultIfEmpty(0).Min(),
            RequiresReview = !warnings.IsEmpty || medicines.Medications.Any(medication => medication.RequiresReview),
            Warnings = warnings,
        };
    }

    private static IEnumerable<string> Warnings(ImmutableArray<Block> blocks, ReadMedicines medicines)
    {
        if (medicines.Medications.IsEmpty)
            yield return "no-medication-found";
        if (!InstructionLikeText.Find(blocks).IsEmpty)
            yield return InstructionLikeText.Code;
    }

    private static Page PageOf(PagePlan plan)
    {
        var page = plan.Page.Page;
        var warnings = page.Warnings;
        if (plan.Lines.IsEmpty && !warnings.Contains("no-text"))
            warnings = warnings.Add("no-text");
        if (!plan.Unread.IsEmpty && !warnings.Contains("unread-ink"))
            warnings = warnings.Add("unread-ink");
        return page with { Warnings = warnings };
    }

    private static Block BlockOf(TextLine line) => new(
        line.Id, line.Page, TextCleaning.Clean(line.Text).Text, line.Polygon, Math.Clamp(line.Reading.Confidence, 0, 1), line.Type, Scripts.Of(line.Text))
    { RawText = line.Text };

    private static Table TableOf(ReadTable table) => new(table.Page, table.Grid.Box, table.Grid.Rows, table.Grid.Columns, [.. table.Cells.Select(CellOf)]);

    private static TableCell CellOf(ReadCell cell) => new(
        cell.Place.Row, cell.Place.Column, cell.Place.RowSpan, cell.Place.ColumnSpan,
        string.Join('\n', cell.Lines.Select(line => line.Text)), Belief.All(cell.Lines.Select(line => Math.Clamp(line.Reading.Confidence, 0, 1))),
        cell.Place.Polygon.Bounds, cell.Sources);
}

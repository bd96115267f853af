using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Medications;

namespace Vejja.Language.Enhancement;

/// <summary>What is asked about one medicine: its own row, the header above, the row below (a name may go on there), as numbered words.</summary>
/// <param name="Medication">The medicine.</param>
/// <param name="Fields">What is open.</param>
/// <param name="Lines">Header, row and row below; or lines of running text.</param>
internal sealed record Question(Medication Medication, ImmutableArray<FieldKind> Fields, ImmutableArray<PageLine> Lines)
{
    private const int MostWords = 160;

    /// <summary>Every word by its number.</summary>
    public ImmutableDictionary<int, PageWord> Words { get; } = Lines.SelectMany(line => line.Words).ToImmutableDictionary(word => word.Number);

    /// <summary>The line that a word stands on.</summary>
    public PageLine LineOf(PageWord word) => Lines.First(line => line.Words.Contains(word));

    /// <summary>Numbers of the words of the medicine's own lines and the row below.</summary>
    public ImmutableArray<int> Pointable => NumbersOf(line => line.IsOwn || line.Row > OwnRow);

    /// <summary>Numbers of the words of the medicine's own lines, which are all that the bare question shows.</summary>
    public ImmutableArray<int> Own => NumbersOf(line => line.IsOwn);

    /// <summary>The medicine's table row; null in running text.</summary>
    public int? OwnRow => Lines.FirstOrDefault(line => line.IsOwn)?.Row;

    /// <summary>The header's words over a column.</summary>
    public string HeaderOf(int column) => string.Join(' ', Header(column).Select(line => line.Block.Text));

    /// <summary>The question in words. With <paramref name="page"/> each line's box is given too.</summary>
    public string Write(Page? page) => $"open {string.Join(' ', Fields.Select(field => field.ToString().ToLowerInvariant()))}\n"
        + string.Join('\n', Lines.Select((line, index) => line.Write(page, index)));

    /// <summary>
    /// The question as the model that ships was trained on it: the medicine's own lines only, each with the header's words over it, and every word
    /// followed by its number. training/language/prompts.py writes the same.
    /// </summary>
    public string WriteBare() => $"open {string.Join(' ', Fields.Select(field => field.ToString().ToLowerInvariant()))}\n"
        + string.Join('\n', Lines.Where(line => line.IsOwn).Select(line => (line.Column is { } column ? string.Join(' ', Header(column).SelectMany(head => head.Words).Select(word => word.Text)) : "")
            + string.Concat(line.Words.Select(word => string.Create(CultureInfo.InvariantCulture, $"|{word.Text} {word.Number}")))));

    private IEnumerable<PageLine> Header(int column) => Lines.Where(line => line is { IsOwn: false, Row: 0 } && line.Column == column);

    /// <summary>Builds the question; null where nothing is open or the medicine rests on nothing that can be shown.</summary>
    /// <param name="prescription">The sheet.</param>
    /// <param name="medication">One of its medicines.</param>
    /// <param name="orders">Blocks that read like orders to a machine; they are shown to nobody.</param>
    public static Question? Of(Prescription prescription, Medication medication, ImmutableHashSet<string> orders)
    {
        var fields = OpenFields.Of(medication);
        if (fields.IsEmpty)
            return null;
        var sources = Sources(medication);
        var blocks = prescription.Blocks.ToDictionary(block => block.Id);
        var lines = TableLines(prescription, sources, blocks) ?? TextLines(prescription, sources);
        var numbered = Number(lines.Where(line => !orders.Contains(line.Block.Id)));
        return numbered.Any(line => line.IsOwn) ? new(medication, fields, numbered) : null;
    }

    private ImmutableArray<int> NumbersOf(Func<PageLine, bool> which) => [.. Lines.Where(which).SelectMany(line => line.Words).Select(word => word.Number)];

    private static ImmutableHashSet<string> Sources(Medication medication) =>
    [
        .. medication.Name?.Source ?? [], .. medication.Strength?.Source ?? [], .. medication.Form?.Source ?? [],
        .. medication.Quantity?.Source ?? [], .. medication.DosageEvidence?.Source ?? [], .. medication.Route?.Source ?? [],
    ];

    private static IEnumerable<PageLine>? TableLines(Prescription prescription, ImmutableHashSet<string> sources, Dictionary<string, Block> blocks)
    {
        foreach (var table in prescription.Tables)
        {
            // Header cells can be named as sources too, so the row is the one below them that holds most.
            var own = table.Cells.Where(cell => cell.Row > 0 && cell.Blocks.Any(sources.Contains)).GroupBy(cell => cell.Row).OrderByDescending(row => row.Count()).FirstOrDefault();
            if (own is null)
                continue;
            return table.Cells.Where(cell => cell.Row == 0 || cell.Row == own.Key || cell.Row == own.Key + 1).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)
                .SelectMany(cell => cell.Blocks.Where(blocks.ContainsKey).Select(id => new PageLine(blocks[id], cell.Row, cell.Column, cell.Row == own.Key, [])));
        }

        return null;
    }

    /// <summary>The medicine's lines with one line before and one behind.</summary>
    private static IEnumerable<PageLine> TextLines(Prescription prescription, ImmutableHashSet<string> sources)
    {
        var blocks = prescription.Blocks;
        return Enumerable.Range(0, blocks.Length)
            .Where(index => Enumerable.Range(index - 1, 3).Any(near => near >= 0 && near < blocks.Length && sources.Contains(blocks[near].Id)))
            .Select(index => new PageLine(blocks[index], null, null, sources.Contains(blocks[index].Id), []));
    }

    private static ImmutableArray<PageLine> Number(IEnumerable<PageLine> lines)
    {
        var number = 0;
        var result = ImmutableArray.CreateBuilder<PageLine>();
        foreach (var line in lines)
        {
            var words = LineWords.Split(line.Block.Text);
            if (number + words.Length > MostWords)
                break;
            result.Add(line with { Words = [.. words.Select(word => new PageWord(++number, line.Block, word.Start, line.Block.Text.Substring(word.Start, word.Length)))] });
        }

        return result.ToImmutable();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Medication.Id}: {Fields.Length} fields, {Words.Count} words");
}

using System.Collections.Immutable;
using System.Globalization;
using Vejja.Bench.Browser;
using Vejja.Bench.Content;
using Vejja.Bench.Templates;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;

namespace Vejja.Bench.Truth;

/// <summary>Joins what was printed with where the browser put it.</summary>
/// <param name="composition">What was printed.</param>
/// <param name="pages">Where it stands, in the pixels of the images.</param>
internal sealed class TruthBuilding(Composition composition, ImmutableArray<PlacedPage> pages)
{
    private readonly Dictionary<string, List<string>> sources = [];
    private readonly Dictionary<string, string> texts = [];

    /// <summary>Builds the truth of one file.</summary>
    public TruthDocument Build(string file, TemplateFamily family, ulong seed, string level)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var words = ImmutableArray.CreateBuilder<TruthWord>();
        var tables = ImmutableArray.CreateBuilder<Table>();
        for (var page = 0; page < pages.Length; page++)
            AddPage(page, blocks, words, tables);
        var medications = composition.Medications.Select(Medication).ToImmutableArray();
        return new TruthDocument
        {
            Family = family.Name,
            Seed = seed,
            Split = family.Split,
            Level = level,
            Typefaces = [composition.Look.Khmer, composition.Look.KhmerTitle, composition.Look.Latin, composition.Look.Typed],
            Prescription = new Prescription
            {
                File = file,
                Pages = [.. pages.Select((page, index) => new Page(index, page.Width, page.Height, page.Rotation, 0, [], Homography.Identity))],
                Language = Scripts.Languages(family.Main, blocks),
                Blocks = blocks.ToImmutable(),
                Tables = tables.ToImmutable(),
                Fields = Fields(),
                Medications = medications,
                SlotHours = [.. composition.SlotHours.DistinctBy(hours => hours.When).Select(hours => hours with { Source = sources["hours." + hours.When][0] })],
                Confidence = 1,
                RequiresReview = medications.Any(medication => medication.RequiresReview),
            },
            Words = words.ToImmutable(),
            Roles = sources.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal),
            Ignored = [.. pages.SelectMany((page, index) => page.Ignored.Select(polygon => new IgnoredInk(index, polygon)))],
            Medications = composition.Medications.ToImmutableSortedDictionary(printed => printed.Order.Id, Extra, StringComparer.Ordinal),
        };
    }

    private void AddPage(int page, ImmutableArray<Block>.Builder blocks, ImmutableArray<TruthWord>.Builder words, ImmutableArray<Table>.Builder tables)
    {
        var placed = pages[page];
        var first = blocks.Count;
        string Id(int line) => "b" + (first + line + 1).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < placed.Lines.Length; i++)
        {
            var (line, polygon, places) = placed.Lines[i];
            blocks.Add(new Block(Id(i), page, line.Text, polygon, 1, Enum.Parse<BlockType>(line.Type, ignoreCase: true), Scripts.Of(line.Text)));
            for (var w = 0; w < line.Words.Length; w++)
            {
                words.Add(new TruthWord(Id(i), page, line.Words[w].Text, places[w]));
                foreach (var field in line.Words[w].F?.Split(' ') ?? [])
                    Note(field, Id(i), line.Words[w]);
            }
        }

        foreach (var (table, box, cells) in placed.Tables)
        {
            tables.Add(new Table(page, box, table.Rows, table.Columns,
                [.. table.Cells.Select((cell, index) => new TableCell(
                    cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, string.Join('\n', cell.Lines.Select(line => placed.Lines[line].Line.Text)), 1, cells[index], [.. cell.Lines.Select(Id)]))]));
        }
    }

    private void Note(string field, string block, RenderedWord word)
    {
        if (!sources.TryGetValue(field, out var blocks))
            sources[field] = blocks = [];
        if (!blocks.Contains(block))
            blocks.Add(block);
        texts[field] = texts.TryGetValue(field, out var text) ? text + (word.Glued ? "" : " ") + word.Text : word.Text;
    }

    private Reading<T> Read<T>(T value, string field) =>
        new(value, texts.GetValueOrDefault(field), 1, sources.TryGetValue(field, out var blocks) ? [.. blocks] : []);

    private PrescriptionFields Fields()
    {
        Reading<string>? Text(string name) => composition.Fields.TryGetValue(name, out var value) ? Read((string)value, name) : null;
        Reading<DateOnly>? Date(string name) => composition.Fields.TryGetValue(name, out var value) ? Read((DateOnly)value, name) : null;
        return new PrescriptionFields
        {
            PatientName = Text("patientName"),
            Sex = Text("sex"),
            Prescriber = Text("prescriber"),
            Facility = Text("facility") is { } facility ? facility with { Alternatives = [.. OtherNames(facility.Value)] } : null,
            Date = Date("date"),
            NextVisit = Date("nextVisit"),
            Age = composition.Fields.TryGetValue("age", out var age) ? Read((Age)age, "age") : null,
            Diagnosis = [.. composition.Fields.Keys.Where(key => key.StartsWith("diagnosis.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(key => Text(key)!)],
        };
    }

    /// <summary>The facility's other names that stand on the sheet: a letterhead prints it in two scripts.</summary>
    private IEnumerable<string> OtherNames(string facility)
    {
        var sheet = composition.Sheet;
        return new[] { sheet.Facility.Khmer, sheet.Facility.Latin, sheet.FacilityFrench }.Distinct()
            .Where(name => name != facility && pages[0].Lines.Any(line => string.Equals(line.Line.Text, name, StringComparison.OrdinalIgnoreCase)));
    }

    private Medication Medication(PrintedMedication printed)
    {
        var order = printed.Order;
        var id = order.Id;
        var text = texts.GetValueOrDefault(id + ".dose", "");
        var flags = Flags(printed);
        return new Medication
        {
            Id = id,
            Name = Read(order.Name, id + ".name"),
            Strength = order.Strength is null || !printed.WithStrength ? null : Read(order.Strength, id + ".strength"),
            Form = printed.WithForm ? Read(order.Drug.Form, id + ".form") : null,
            Route = printed.WithRoute ? Read(order.Drug.Route, id + ".route") : null,
            Quantity = printed.WithQuantity ? Read(new Quantity(order.Quantity, printed.WithQuantityUnit ? order.Drug.PackUnit : ""), id + ".quantity") : null,
            DosageInstruction = [.. printed.Dosages.Select(dosage => dosage with { Text = text.Length > 0 ? text : dosage.Text })],
            DosageEvidence = Read(text, id + ".dose"),
            Duration = Duration(printed),
            Flags = flags,
            Confidence = 1,
            RequiresReview = flags.Length > 0,
        };
    }

    private static ImmutableArray<Flag> Flags(PrintedMedication printed)
    {
        var flags = ImmutableArray.CreateBuilder<Flag>();
        if (printed is { WithQuantity: true, Days: not null, Order.IsMismatched: true })
            flags.Add(new Flag("quantity-mismatch", FlagSeverity.Confirm, "quantity"));
        if (printed.IsHandwritten)
            flags.Add(new Flag("handwriting", FlagSeverity.Confirm, "dose"));
        return flags.ToImmutable();
    }

    /// <summary>Printed, or the quantity divided by what is taken in a day where that is whole.</summary>
    private Reading<Quantity>? Duration(PrintedMedication printed)
    {
        var order = printed.Order;
        if (printed.Days is { } days)
            return Read(new Quantity(days.Value, days.Unit.Code()), sources.ContainsKey(order.Id + ".duration") ? order.Id + ".duration" : order.Id + ".dose");
        if (!printed.WithQuantity || !order.Drug.IsCounted || order.Intake.PerDay is not > 0)
            return null;
        var quotient = order.Quantity / order.Intake.PerDay.Value;
        return quotient != decimal.Truncate(quotient) ? null
            : new(new Quantity(quotient, "d"), null, 1, [.. sources[order.Id + ".quantity"], .. sources[order.Id + ".dose"]]) { Derived = true };
    }

    private static TruthMedication Extra(PrintedMedication printed)
    {
        ImmutableArray<string> optional = [.. new[] { printed.WithForm ? "" : "form", printed.WithRoute ? "" : "route" }.Where(name => name.Length > 0)];
        return new(printed.Order.Drug.English, optional, printed.Order.IsMismatched, printed.IsHandwritten, Formulary.IsHeldOut(printed.Order.Drug));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Vejja.Bench.Content;
using Vejja.Bench.Wording;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using static Vejja.Bench.Templates.Ink;

namespace Vejja.Bench.Templates;

/// <summary>Prints the table of medicines and notes what it printed.</summary>
internal sealed class MedicineTable(Composition c, MedicineTableStyle style, Column[] columns)
{
    private static readonly Dictionary<ColumnKind, (EventTiming When, string Hours, int From, int To)> Slots = new()
    {
        [ColumnKind.Morning] = (EventTiming.MORN, "(6-8)", 6, 8),
        [ColumnKind.Noon] = (EventTiming.NOON, "(11-12)", 11, 12),
        [ColumnKind.Evening] = (EventTiming.EVE, "(05-06)", 17, 18),
        [ColumnKind.Night] = (EventTiming.NIGHT, "(08-10)", 20, 22),
        [ColumnKind.Bedtime] = (EventTiming.HS, "(08-10)", 20, 22),
    };

    private readonly Dice d = c.Dice;

    /// <summary>Whether a reader can know what a bare number in a slot counts.</summary>
    private bool IsUnitPrinted => style.Slots != SlotStyle.Bare || style.WithForm || columns.Any(column => column.Kind is ColumnKind.Quantity or ColumnKind.Unit);

    /// <summary>Prints the orders.</summary>
    /// <param name="orders">The orders of this table.</param>
    /// <param name="first">The first row's number.</param>
    public string Print(IReadOnlyList<Order> orders, int first = 1)
    {
        var html = new StringBuilder();
        var rule = d.Any("1px", "1px", "1.4px", "2px");
        html.Append(CultureInfo.InvariantCulture, $"<table data-type='table' class='{style.Classes}' style='--pady:{d.Whole(2, 8)}px;--padx:{d.Whole(4, 8)}px;--rule:{rule}'>");
        html.Append(Header());
        var rows = orders.Select(order => new Row(order, d.Chance(0.5), KhmerSig.MealWords(order.Meal, d).Trim())).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            html.Append("<tr>");
            var printed = new PrintedMedication(rows[i].Order) { WithForm = style.WithForm && FormWord(rows[i].Order).Length > 0, WithStrength = rows[i].Order.Strength is not null, IsHandwritten = style.Handwritten };
            foreach (var column in columns)
                html.Append(Cell(column.Kind, rows, i, first, ref printed));
            html.Append("</tr>");
            c.Medications.Add(rows[i].Taken.Count == 0 ? printed : printed with { Dosages = Coded(rows[i]) });
        }

        return html.Append("</table>").ToString();
    }

    private string Header()
    {
        string Th(Column column, int rowSpan) =>
            $"<th style='{(column.WidthPercent > 0 ? "width:" + column.WidthPercent.ToString(CultureInfo.InvariantCulture) + "%" : "")}'{(rowSpan > 1 ? " rowspan=2" : "")}>{HeaderText(column)}</th>";
        if (style.SlotsHeader is null)
            return "<tr>" + string.Concat(columns.Select(column => Th(column, 1))) + "</tr>";
        var slots = columns.Count(column => Slots.ContainsKey(column.Kind));
        var placed = false;
        var top = new StringBuilder();
        foreach (var column in columns)
        {
            if (!Slots.ContainsKey(column.Kind))
                top.Append(Th(column, 2));
            else if (!placed)
            {
                top.Append(CultureInfo.InvariantCulture, $"<th colspan={slots}>{Block(E(style.SlotsHeader))}</th>");
                placed = true;
            }
        }

        return $"<tr>{top}</tr><tr>" + string.Concat(columns.Where(column => Slots.ContainsKey(column.Kind)).Select(column => Th(column, 1))) + "</tr>";
    }

    private string HeaderText(Column column)
    {
        var text = string.Join("<br>", column.Header.Split('\n').Select(E));
        if (!style.WithHours || !Slots.TryGetValue(column.Kind, out var slot))
            return Block(text);
        c.SlotHours.Add(new SlotHours(slot.When, new TimeOnly(slot.From, 0), new TimeOnly(slot.To, 0), 1, ""));
        return Block(text + $"<br><span data-f='hours.{slot.When}'>{E(slot.Hours)}</span>");
    }

    private string Cell(ColumnKind kind, Row[] rows, int index, int first, ref PrintedMedication printed)
    {
        var order = rows[index].Order;
        var id = order.Id;
        switch (kind)
        {
            case ColumnKind.Number:
                return Td(Block(c.Numerals.Of(index + first)), "c");
            case ColumnKind.Name:
                return Td(Block(NameText(order)), "");
            case ColumnKind.Quantity:
                printed = printed with { WithQuantity = true };
                return Td(Block(FieldHtml(id + ".quantity", E(c.Numerals.Of(order.Quantity)) + d.Any(" ", " ", "") + Pale(UnitWord(order.Drug.PackUnit)))), "c");
            case ColumnKind.QuantityNumber:
                printed = printed with { WithQuantity = true, WithQuantityUnit = columns.Any(column => column.Kind == ColumnKind.Unit) };
                return Td(Block(Field(id + ".quantity", c.Numerals.Of(order.Quantity))), "c");
            case ColumnKind.Unit:
                return Td(Block(Field(id + ".quantity", UnitWord(order.Drug.PackUnit))), "c");
            case ColumnKind.Route:
                var route = order.Drug.Route switch { "oral" => "PO", "intravenous" => "IV", "topical" => "", _ => "" };
                printed = printed with { WithRoute = route.Length > 0 && rows[index].HasRoute };
                return Td(printed.WithRoute ? Block(Field(id + ".route", route)) : "", "c");
            case ColumnKind.Remark:
                return Remark(rows, index, ref printed);
            case ColumnKind.Days:
                printed = printed with { Days = new(order.Days, TimeUnit.Day) };
                return Td(Block(Field(id + ".duration", c.Numerals.Of(order.Days) + (d.Chance(0.3) ? style.Tongue switch { Tongue.Khmer => " ថ្ងៃ", Tongue.French => " j", _ => " days" } : ""))), "c");
            case ColumnKind.TimesADay:
                return Td(Block(Field(id + ".dose", c.Numerals.Of(order.Intake.PerDay ?? 0))), "c");
            case ColumnKind.Usage:
                var sig = style.Tongue switch
                {
                    Tongue.Khmer => KhmerSig.Write(order, c.Numerals, false, d),
                    Tongue.French => FrenchSig.Write(order, c.Numerals, columns.All(column => column.Kind != ColumnKind.Days), d),
                    _ => EnglishSig.Write(order, c.Numerals, new(false, d.Chance(0.5), IsUnitPrinted), d),
                };
                printed = printed with { Dosages = sig.Dosages, Days = printed.Days ?? sig.Days };
                return Td(Block(Field(id + ".dose", sig.Text)), "");
            case ColumnKind.Empty:
                return Td("", "");
            default:
                return Slot(kind, rows[index]);
        }
    }

    private string Slot(ColumnKind kind, Row row)
    {
        var order = row.Order;
        var ordered = kind == ColumnKind.Bedtime ? EventTiming.NIGHT : Slots[kind].When;
        var dose = order.Intake.Slots.FirstOrDefault(slot => slot.When == ordered);
        if (dose.Amount == 0)
            return Td(style.NoDose.Length == 0 ? "" : Block(E(style.NoDose)), "c");
        var worded = style.Slots is SlotStyle.WithUnit or SlotStyle.WithPaleUnit || (style.Slots == SlotStyle.Mixed && row.IsWorded);
        var meal = style.Slots == SlotStyle.Mixed && worded ? order.Meal : Meal.None;
        if (columns.Any(column => column.Kind == ColumnKind.Remark))
            meal = order.Meal;
        var number = E(c.Numerals.Of(dose.Amount));
        var text = !worded || Unit(order).Length == 0 ? number
            : number + d.Any(" ", style.Slots == SlotStyle.Mixed ? "<br>" : " ", d.Chance(0.3) ? "" : " ") + Pale(UnitWord(Unit(order)));
        if (style.Slots == SlotStyle.Mixed && worded && meal != Meal.None)
            text += " " + E(row.MealWords);
        row.Taken.Add((kind, dose.Amount, meal));
        return Td($"<div data-t='{(style.Handwritten ? "hand" : "")}' class='b{(style.Handwritten ? " hand big" : "")}'>{FieldHtml(order.Id + ".dose", text)}</div>", "c");
    }

    private string Unit(Order order) => IsUnitPrinted ? order.Drug.DoseUnit : "";

    /// <summary>What the slots of a row say, in the order of the day, whatever the order of the columns.</summary>
    private ImmutableArray<Dosage> Coded(Row row)
    {
        var slots = row.Taken.OrderBy(taken => taken.Column).Select(taken => (Slots[taken.Column].When, taken.Amount, taken.Meal)).ToArray();
        var text = string.Join(", ", slots.Select(slot => slot.When + " " + slot.Amount.ToString(CultureInfo.InvariantCulture)));
        return DosageCoding.Slots(text, slots, Unit(row.Order), null);
    }

    private string Remark(Row[] rows, int index, ref PrintedMedication printed)
    {
        var words = rows[index].MealWords;
        if (!style.MergeRemarks)
            return Td(words.Length == 0 ? "" : Block(Field(rows[index].Order.Id + ".meal", words)), "c");
        if (index > 0 && rows[index - 1].Order.Meal == rows[index].Order.Meal)
            return "";
        var span = 1;
        while (index + span < rows.Length && rows[index + span].Order.Meal == rows[index].Order.Meal)
            span++;
        var ids = string.Join(' ', Enumerable.Range(index, span).Select(i => rows[i].Order.Id + ".meal"));
        return $"<td class='c'{(span > 1 ? $" rowspan={span}" : "")}>{(words.Length == 0 ? "" : Block(Field(ids, words)))}</td>";
    }

    private string NameText(Order order)
    {
        var form = style.WithForm ? FormWord(order) : "";
        var strength = order.Strength is null ? "" : Field(order.Id + ".strength", Strengths.Print(order.Strength, d));
        var before = form.Length > 0 && style.Tongue == Tongue.English;
        return (before ? Field(order.Id + ".form", form) + " " : "") + Field(order.Id + ".name", order.Name) + (strength.Length > 0 ? " " + strength : "")
            + (form.Length > 0 && !before ? " " + Field(order.Id + ".form", form) : "");
    }

    private string FormWord(Order order) => FormWords.Of(order.Drug.Form, style.Tongue);

    private string UnitWord(string unit) => UnitWords.First(unit, style.Tongue);

    private string Pale(string word) => style.Slots == SlotStyle.WithPaleUnit ? $"<span class='pale'>{E(word)}</span>" : E(word);

    private static string Td(string html, string css) => $"<td class='{css}'>{html}</td>";

    private sealed record Row(Order Order, bool IsWorded, string MealWords)
    {
        /// <summary>The slots that were printed.</summary>
        public List<(ColumnKind Column, decimal Amount, Meal Meal)> Taken { get; } = [];

        /// <summary>Rows that say how to take it also say the route.</summary>
        public bool HasRoute => IsWorded;
    }
}

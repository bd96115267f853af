using Vejja.Bench.Content;
using Vejja.Bench.Wording;
using Vejja.Domain.Dosing;
using static Vejja.Bench.Templates.Ink;

namespace Vejja.Bench.Templates.Families;

/// <summary>Sheets without a table: the medicines stand on lines, in one language.</summary>
internal static class LineSheets
{
    /// <summary>The families.</summary>
    public static TemplateFamily[] Families { get; } =
    [
        new("ordonnance", Split.Train, new() { FrenchShare = 1, CapitalShare = 0.5, MostOrders = 5 }, Tongue.French, c => Ordonnance(c, twoLines: false)),
        new("ordonnance-hospital", Split.Test, new() { FrenchShare = 1, CapitalShare = 0.4, MostOrders = 6 }, Tongue.French, c => Ordonnance(c, twoLines: c.Dice.Chance(0.6))),
        new("english-sigs", Split.Test, new() { FrenchShare = 0, CapitalShare = 0.1, MostOrders = 6 }, Tongue.English, c => English(c, terse: true)),
        new("english-long", Split.Train, new() { FrenchShare = 0, CapitalShare = 0.2, MostOrders = 5 }, Tongue.English, c => English(c, terse: false)),
        new("khmer-narrative", Split.Train, new() { MostOrders = 5, KhmerUnitsOnly = true }, Tongue.Khmer, Khmer),
        new("dotted-form", Split.Train, new() { KhmerUnitsOnly = true, SlotsOnly = true, CountedOnly = true, MostOrders = 5 }, Tongue.Khmer, DottedForm),
    ];

    private static string Ordonnance(Composition c, bool twoLines)
    {
        var d = c.Dice;
        var mark = d.Any("{0}) ", "{0}. ", "{0}- ", "• ", "– ");
        var colon = d.Any(" : ", " : ", ", ");
        var lines = c.Sheet.Orders.Select((order, index) =>
        {
            var sig = FrenchSig.Write(order, c.Numerals, true, d);
            var form = d.Chance(0.75) ? FormWords.Of(order.Drug.Form, Tongue.French) : "";
            var packs = order.Drug.IsCounted && sig.Days is null;
            c.Medications.Add(new(order) { WithForm = form.Length > 0, WithStrength = order.Strength is not null, WithQuantity = packs, Dosages = sig.Dosages, Days = sig.Days });
            var head = E(Mark(mark, index)) + NameStrength(order, d) + (form.Length > 0 ? " " + Field(order.Id + ".form", form) : "");
            var tail = FieldHtml(order.Id + ".dose", E(sig.Text)) + (packs ? "  " + FieldHtml(order.Id + ".quantity", E(d.Any("QSP ", "Qté : ", "N° ") + c.Numerals.Of(order.Quantity) + " " + UnitWords.First(order.Drug.PackUnit, Tongue.French))) : "");
            return twoLines ? Block(head, "bold") + $"<div style='padding-left:26px'>{Block(tail)}</div><div class='gap'></div>" : Block(head + E(colon) + tail) + "<div class='gap'></div>";
        });
        var last = d.Chance(0.5) ? Block(d.Any("AR", "NS", "À renouveler 1 fois", "Non substituable")) : "";
        return $"<section class='page {d.Any("a5", "a4", "a5")}'>{Headers.French(c)}<div data-type='body'>{string.Concat(lines)}{last}</div>{Footers.French(c)}{(d.Chance(0.5) ? Marks.Stamp(c.Sheet.FacilityFrench, d.Between(240, 380), d.Between(520, 640), d) : "")}</section>";
    }

    private static string English(Composition c, bool terse)
    {
        var d = c.Dice;
        var numbered = d.Chance(0.7);
        var lines = c.Sheet.Orders.Select((order, index) =>
        {
            var form = terse ? FormWords.Of(order.Drug.Form, Tongue.English) : d.Chance(0.5) ? order.Drug.Form : "";
            var sig = EnglishSig.Write(order, c.Numerals, new(true, terse, form.Length > 0), d);
            var dispense = order.Drug.IsCounted && d.Chance(0.6);
            c.Medications.Add(new(order)
            {
                WithForm = form.Length > 0,
                WithStrength = order.Strength is not null,
                WithQuantity = dispense,
                WithQuantityUnit = false,
                Dosages = sig.Dosages,
                Days = sig.Days,
            });
            var number = numbered ? E($"{index + 1}. ") : "";
            var word = form.Length == 0 ? "" : Field(order.Id + ".form", form);
            var head = number + (terse && word.Length > 0 ? word + " " : "") + NameStrength(order, d) + (!terse && word.Length > 0 ? " " + word : "");
            var amount = dispense ? "  " + FieldHtml(order.Id + ".quantity", E(d.Any("#", "#", "Qty: ") + c.Numerals.Of(order.Quantity))) : "";
            return terse
                ? Block(head + "  " + Field(order.Id + ".dose", sig.Text) + amount, "latin") + "<div class='gap'></div>"
                : Block(head + amount, "bold latin") + $"<div style='padding-left:22px'>{Block("Sig: " + Field(order.Id + ".dose", sig.Text), "latin")}</div><div class='gap'></div>";
        });
        var refills = d.Chance(0.5) ? Block(E("Refills: " + d.Whole(0, 3)), "latin") : "";
        return $"<section class='page {d.Any("a5", "a4")}'>{Headers.English(c)}<div data-type='body'>{string.Concat(lines)}{refills}</div>{Footers.English(c)}</section>";
    }

    private static string Khmer(Composition c)
    {
        var d = c.Dice;
        var lines = c.Sheet.Orders.Select((order, index) =>
        {
            var sig = KhmerSig.Write(order, c.Numerals, true, d);
            var withQuantity = order.Drug.IsCounted && d.Chance(0.7);
            c.Medications.Add(new(order) { WithStrength = order.Strength is not null, WithQuantity = withQuantity, Dosages = sig.Dosages, Days = sig.Days });
            var amount = withQuantity ? "   " + FieldHtml(order.Id + ".quantity", E("ចំនួន " + c.Numerals.Of(order.Quantity) + " " + UnitWords.First(order.Drug.PackUnit, Tongue.Khmer))) : "";
            return Block(E(c.Numerals.Of(index + 1) + d.Any(". ", "- ", ") ")) + NameStrength(order, d) + amount) + $"<div style='padding-left:26px'>{Block(Field(order.Id + ".dose", sig.Text))}</div><div class='gap'></div>";
        });
        return $"<section class='page {d.Any("a5", "a4")}'>{Headers.Clinic(c)}<div data-type='body'>{string.Concat(lines)}</div>{Footers.Khmer(c)}</section>";
    }

    /// <summary>A form printed beforehand whose dotted lines a typewriter filled.</summary>
    private static string DottedForm(Composition c)
    {
        var d = c.Dice;
        var lines = c.Sheet.Orders.Select((order, index) =>
        {
            c.Medications.Add(new(order)
            {
                WithStrength = order.Strength is not null,
                WithQuantity = true,
                Dosages = DosageCoding.Slots("1", order.Intake.Slots.Select(slot => (slot.When, slot.Amount, Meal.None)), order.Drug.DoseUnit, null),
            });
            string Slot(string label, EventTiming when)
            {
                var dose = order.Intake.Slots.FirstOrDefault(slot => slot.When == when).Amount;
                return Block(E(label + " ") + (dose == 0 ? E("......") : "<span class='hand'>" + Field(order.Id + ".dose", c.Numerals.Of(dose)) + "</span>"));
            }

            return $"<div class='row' style='border-bottom:1px dotted #666'>{Block(E($"{index + 1}- ") + "<span class='hand'>" + NameStrength(order, d) + "</span>")}{Block(E("ចំនួន ") + "<span class='hand'>" + FieldHtml(order.Id + ".quantity", E(c.Numerals.Of(order.Quantity) + " " + UnitWords.First(order.Drug.PackUnit, Tongue.Khmer))) + "</span>")}</div>"
                + $"<div class='row left' style='padding-left:24px;margin-bottom:12px'>{Slot("ព្រឹក", EventTiming.MORN)}{Slot("ថ្ងៃត្រង់", EventTiming.NOON)}{Slot("ល្ងាច", EventTiming.EVE)}{Slot("យប់", EventTiming.NIGHT)}</div>";
        });
        return $"<section class='page a5'>{Headers.Clinic(c)}<div data-type='body'>{string.Concat(lines)}</div>{Footers.Khmer(c)}</section>";
    }

    private static string NameStrength(Order order, Dice d) =>
        Field(order.Id + ".name", order.Name) + (order.Strength is null ? "" : " " + Field(order.Id + ".strength", Strengths.Print(order.Strength, d)));

    private static string Mark(string pattern, int index) => pattern.Replace("{0}", (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

using Vejja.Bench.Content;
using Vejja.Bench.Wording;
using Vejja.Domain.Dosing;
using static Vejja.Bench.Templates.ColumnKind;
using static Vejja.Bench.Templates.Ink;

namespace Vejja.Bench.Templates.Families;

/// <summary>Sheets with other kinds of grid: a system's many columns, check boxes, labels, a receipt.</summary>
internal static class GridSheets
{
    private static readonly SheetNeeds Counted = new() { KhmerUnitsOnly = true, SlotsOnly = true, CountedOnly = true, MostOrders = 6 };

    /// <summary>The families.</summary>
    public static TemplateFamily[] Families { get; } =
    [
        new("english-grid", Split.Train, Counted, Tongue.English, EnglishGrid),
        new("check-boxes", Split.Test, Counted with { LeastOrders = 3 }, Tongue.English, CheckBoxes),
        new("pharmacy-labels", Split.Dev, Counted with { MostOrders = 5 }, Tongue.Khmer, Labels),
        new("receipt", Split.Train, Counted, Tongue.English, Receipt),
    ];

    private static string EnglishGrid(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Tongue = Tongue.English, Classes = d.Any("ruled", "ruled shade boldhead", "hlines boldhead"), WithForm = d.Chance(0.4) };
        Column[] columns =
        [
            new(Number, "N°", 4), new(Name, "Medicine", 30), new(TimesADay, "U/D"), new(Days, "NoD"), new(QuantityNumber, "Total"), new(Unit, "Unit"), new(Usage, "Usage", 28), new(Empty, "Note", 8),
        ];
        return $"<section class='page {d.Any("a4", "a4l")}'>{Headers.English(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Footers.English(c)}</section>";
    }

    /// <summary>Drugs printed beforehand, doses by hand: a reader should send these to a person.</summary>
    private static string CheckBoxes(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Tongue = Tongue.Khmer, NoDose = "", Handwritten = true, Classes = "ruled" };
        Column[] columns = [new(Name, "Medicine / ឈ្មោះថ្នាំ", 40), new(Morning, "ព្រឹក"), new(Noon, "ថ្ងៃត្រង់"), new(Evening, "ល្ងាច"), new(Night, "យប់"), new(QuantityNumber, "សរុប")];
        return $"<section class='page a5'>{Headers.English(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Footers.English(c)}</section>";
    }

    private static string Labels(Composition c)
    {
        var d = c.Dice;
        var cards = c.Sheet.Orders.Select(order =>
        {
            c.Medications.Add(new(order)
            {
                WithStrength = order.Strength is not null,
                WithQuantity = true,
                Dosages = DosageCoding.Slots("labels", order.Intake.Slots.Select(slot => (slot.When, slot.Amount, order.Meal)), order.Drug.DoseUnit, new(order.Days, TimeUnit.Day)),
                Days = new(order.Days, TimeUnit.Day),
            });
            string Tick(string label, bool on) => Block(E((on ? "☑ " : "☐ ") + label));
            string Slot(string label, EventTiming when)
            {
                var dose = order.Intake.Slots.FirstOrDefault(slot => slot.When == when).Amount;
                return Block(E(label + " ") + (dose == 0 ? "–" : Field(order.Id + ".dose", c.Numerals.Of(dose) + " " + UnitWords.First(order.Drug.DoseUnit, Tongue.Khmer))));
            }

            return $"<div class='box' style='margin-bottom:9px'><div class='row'>{Block(Field(order.Id + ".name", order.Name) + (order.Strength is null ? "" : " " + Field(order.Id + ".strength", Strengths.Print(order.Strength, d))), "bold")}{Block(FieldHtml(order.Id + ".quantity", E("× " + c.Numerals.Of(order.Quantity) + " " + UnitWords.First(order.Drug.PackUnit, Tongue.Khmer))))}</div>"
                + $"<div class='row'>{Slot("ព្រឹក", EventTiming.MORN)}{Slot("ថ្ងៃត្រង់", EventTiming.NOON)}{Slot("ល្ងាច", EventTiming.EVE)}{Slot("យប់", EventTiming.NIGHT)}</div>"
                + $"<div class='row'>{Tick("មុនបាយ", order.Meal == Meal.Before)}{Tick("ក្រោយបាយ", order.Meal == Meal.After)}{Block(Field(order.Id + ".duration", "→ " + c.Numerals.Of(order.Days) + " ថ្ងៃ"))}</div></div>";
        });
        return $"<section class='page a5'>{Headers.Clinic(c)}<div data-type='body'>{string.Concat(cards)}</div><div data-type='footer' class='row' style='margin-top:10px'>{Block(E("ថ្ងៃទី ") + c.Date(Tongue.Khmer))}{Marks.Code(d, 74)}</div></section>";
    }

    private static string Receipt(Composition c)
    {
        var d = c.Dice;
        var lines = c.Sheet.Orders.Select((order, index) =>
        {
            var sig = EnglishSig.Write(order, c.Numerals, new(true, true, false), d);
            c.Medications.Add(new(order) { WithStrength = order.Strength is not null, WithQuantity = true, WithQuantityUnit = false, Dosages = sig.Dosages, Days = sig.Days });
            return Block(E($"{index + 1}. ") + Field(order.Id + ".name", order.Name) + (order.Strength is null ? "" : " " + Field(order.Id + ".strength", Strengths.Print(order.Strength, d))), "bold")
                + $"<div class='row'>{Block(Field(order.Id + ".dose", sig.Text))}{Block(FieldHtml(order.Id + ".quantity", E(d.Any("x", "Qty ") + c.Numerals.Of(order.Quantity))))}</div><div style='height:5px'></div>";
        });
        var rule = "<div style='border-top:1px dashed #222;margin:6px 0'></div>";
        return $"<section class='page slip'><div data-type='header'>{Block(c.Print("facility", c.Sheet.Facility.Latin, c.Sheet.Facility.Latin), "c bold")}{Block(E("ឱសថស្ថាន"), "c")}{Block(E("Date: ") + c.Date(Tongue.English))}{Block(E("Patient: ") + c.Patient(true))}</div>{rule}"
            + $"<div data-type='body'>{string.Concat(lines)}</div>{rule}<div data-type='footer'>{Block(E("Thank you • អរគុណ"), "c small")}<div style='display:flex;justify-content:center;margin-top:6px'>{Marks.Code(d, 84)}</div></div></section>";
    }
}

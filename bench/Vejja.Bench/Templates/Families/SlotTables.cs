using Vejja.Bench.Content;
using Vejja.Bench.Wording;
using static Vejja.Bench.Templates.ColumnKind;
using static Vejja.Bench.Templates.Ink;

namespace Vejja.Bench.Templates.Families;

/// <summary>Sheets whose table has a column for every time of day.</summary>
internal static class SlotTables
{
    private static readonly SheetNeeds Counted = new() { KhmerUnitsOnly = true, SlotsOnly = true, CountedOnly = true, LeastOrders = 2, MostOrders = 7 };

    /// <summary>The families.</summary>
    public static TemplateFamily[] Families { get; } =
    [
        new("hospital-slots", Split.Train, Counted, Tongue.Khmer, c => HospitalPage(c, SlotStyle.Mixed, hours: true)),
        new("hospital-orders", Split.Test, Counted, Tongue.Khmer, HospitalOrders),
        new("clinic-remark", Split.Test, Counted, Tongue.Khmer, ClinicRemark),
        new("clinic-usage", Split.Dev, Counted, Tongue.Khmer, ClinicUsage),
        new("two-level-header", Split.Train, Counted, Tongue.Khmer, TwoLevels),
        new("merged-remarks", Split.Train, Counted with { LeastOrders = 4 }, Tongue.Khmer, Merged),
        new("zebra-reordered", Split.Train, Counted, Tongue.English, Zebra),
        new("unruled-columns", Split.Dev, Counted with { MostOrders = 5 }, Tongue.French, Unruled),
        new("two-tables", Split.Test, Counted with { LeastOrders = 4, MostOrders = 7 }, Tongue.Khmer, TwoTables),
        new("two-pages", Split.Train, Counted with { LeastOrders = 11, MostOrders = 16 }, Tongue.Khmer, TwoPages),
        new("landscape-french", Split.Test, Counted with { MostOrders = 5 }, Tongue.French, LandscapeFrench),
    ];

    private static string HospitalPage(Composition c, SlotStyle slots, bool hours)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Slots = slots, WithHours = hours, Classes = d.Any("ruled boldhead", "ruled", "ruled shade") };
        var table = new MedicineTable(c, style, HospitalColumns(d));
        return $"<section class='page a4'>{Headers.Hospital(c)}{table.Print(c.Sheet.Orders)}{Footers.Khmer(c)}{MaybeStamp(c, 0.55, 520, 40)}</section>";
    }

    private static Column[] HospitalColumns(Dice d) =>
    [
        new(Number, d.Any("ល.រ", "លរ"), 5), new(Name, d.Any("ឈ្មោះឱសថ", "ឈ្មោះថ្នាំ"), 22), new(Quantity, "ចំនួន", 15), new(Route, d.Any("វិធីប្រើ", "ប្រើប្រាស់"), 9),
        new(Morning, "ព្រឹក", 14), new(Noon, "ថ្ងៃត្រង់", 11), new(Evening, "ល្ងាច", 14), new(Night, "យប់", 10),
    ];

    private static string HospitalOrders(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Slots = d.Any(SlotStyle.Mixed, SlotStyle.Bare), WithHours = d.Chance(0.6), NoDose = d.Any("-", "-", "0"), Classes = d.Any("ruled", "ruled boldhead shade", "hlines boldhead") };
        var columns = HospitalColumns(d);
        if (d.Chance(0.4))
            columns = [columns[0], columns[1], .. columns[4..], columns[3], columns[2]];
        return $"<section class='page a4'>{Headers.Hospital(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Footers.Khmer(c)}{MaybeStamp(c, 0.5, 470, 60)}</section>";
    }

    private static string ClinicRemark(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Slots = SlotStyle.WithPaleUnit, NoDose = d.Any("", "-"), Classes = d.Any("ruled", "ruled shade", "dotted") };
        Column[] columns =
        [
            new(Number, "លរ", 5), new(Name, "ឈ្មោះថ្នាំ", 26), new(Morning, "ព្រឹក", 11), new(Noon, "ថ្ងៃ", 11), new(Evening, "ល្ងាច", 11), new(Night, "យប់", 11), new(Remark, "សម្គាល់", 13), new(Quantity, "ចំនួន", 12),
        ];
        return $"<section class='page a5'>{Headers.Clinic(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Vitals(c)}{Footers.Khmer(c)}{MaybeStamp(c, 0.4, 60, 560)}</section>";
    }

    private static string ClinicUsage(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { NoDose = d.Any("", "-"), Classes = "ruled" };
        Column[] columns =
        [
            new(Number, "ល.រ"), new(Name, "ឈ្មោះថ្នាំ", 24), new(Morning, "ព្រឹក"), new(Noon, "ថ្ងៃត្រង់"), new(Evening, "ល្ងាច"), new(Night, "យប់"),
            new(Days, "ចំនួនថ្ងៃ"), new(QuantityNumber, "សរុប"), new(Unit, "ឯកតា"), new(Remark, "ប្រើប្រាស់", 14), new(Empty, "ផ្សេងៗ", 8),
        ];
        return $"<section class='page a4'>{Headers.Clinic(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Footers.Khmer(c)}</section>";
    }

    private static string TwoLevels(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Slots = d.Any(SlotStyle.Bare, SlotStyle.WithUnit), SlotsHeader = d.Any("ពេលប្រើប្រាស់", "ពេលលេបថ្នាំ"), Classes = d.Any("ruled", "ruled boldhead shade"), WithHours = d.Chance(0.4) };
        return $"<section class='page a4'>{Headers.Hospital(c)}{new MedicineTable(c, style, HospitalColumns(d)).Print(c.Sheet.Orders)}{Footers.Khmer(c)}</section>";
    }

    private static string Merged(Composition c)
    {
        var style = new MedicineTableStyle { MergeRemarks = true, NoDose = c.Dice.Any("-", ""), Classes = "ruled boldhead" };
        Column[] columns =
        [
            new(Number, "ល.រ", 5), new(Name, "ឈ្មោះឱសថ", 28), new(Morning, "ព្រឹក"), new(Noon, "ថ្ងៃត្រង់"), new(Evening, "ល្ងាច"), new(Night, "យប់"), new(Quantity, "ចំនួន"), new(Remark, "សម្គាល់", 16),
        ];
        return $"<section class='page a4'>{Headers.Clinic(c)}{new MedicineTable(c, style, columns).Print([.. c.Sheet.Orders.OrderBy(order => order.Meal)])}{Footers.Khmer(c)}</section>";
    }

    private static string Zebra(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Tongue = Tongue.English, Classes = "zebra", NoDose = d.Any("-", "–", ""), WithForm = d.Chance(0.4) };
        Column[] columns =
        [
            new(Number, "No", 5), new(Quantity, "Qty"), new(Name, "Medicine", 30), new(Night, "Night"), new(Evening, "Evening"), new(Noon, "Noon"), new(Morning, "Morning"), new(Days, "Days"),
        ];
        columns = d.Chance(0.5) ? columns : [columns[0], columns[2], columns[1], columns[6], columns[5], columns[4], columns[3], columns[7]];
        return $"<section class='page {d.Any("a4", "a4l")}'>{Headers.English(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Footers.English(c)}</section>";
    }

    private static string Unruled(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Tongue = Tongue.French, Classes = "boldhead", NoDose = d.Any("-", "0", ""), WithForm = d.Chance(0.5) };
        Column[] columns = [new(Name, "Médicament", 34), new(Morning, "Matin"), new(Noon, "Midi"), new(Evening, "Soir"), new(Bedtime, "Coucher"), new(Days, "Jours"), new(Quantity, "Qté", 14)];
        return $"<section class='page a4'>{Headers.French(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Footers.French(c)}</section>";
    }

    private static string TwoTables(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Slots = d.Any(SlotStyle.Bare, SlotStyle.WithUnit), Classes = d.Any("ruled", "ruled shade") };
        var table = new MedicineTable(c, style, HospitalColumns(d));
        var half = c.Sheet.Orders.Length / 2;
        return $"<section class='page a4'>{Headers.Hospital(c)}<div data-type='body'>{Block(d.Any("១. ថ្នាំប្រើប្រចាំ", "ក. ថ្នាំប្រើប្រចាំថ្ងៃ"), "bold")}</div>{table.Print([.. c.Sheet.Orders.Take(half)])}"
            + $"<div class='gap'></div><div data-type='body'>{Block(d.Any("២. ថ្នាំថ្មី", "ខ. ថ្នាំបន្ថែម"), "bold")}</div>{table.Print([.. c.Sheet.Orders.Skip(half)], half + 1)}{Footers.Khmer(c)}</section>";
    }

    private static string TwoPages(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Slots = SlotStyle.Mixed, WithHours = d.Chance(0.7), Classes = "ruled boldhead" };
        var table = new MedicineTable(c, style, HospitalColumns(d));
        var cut = c.Sheet.Orders.Length * 6 / 10;
        return $"<section class='page a4'>{Headers.Hospital(c)}{table.Print([.. c.Sheet.Orders.Take(cut)])}<div data-type='footer'>{Block("1 / 2", "r small")}</div></section>"
            + $"<section class='page a4'><div data-type='header'>{Block(E(c.Sheet.Facility.Khmer), "small")}{Block("2 / 2", "r small")}</div><div class='gap'></div>{table.Print([.. c.Sheet.Orders.Skip(cut)], cut + 1)}{Footers.Khmer(c)}</section>";
    }

    private static string LandscapeFrench(Composition c)
    {
        var d = c.Dice;
        var style = new MedicineTableStyle { Tongue = Tongue.French, Classes = d.Any("ruled", "ruled shade", "hlines boldhead"), WithForm = true };
        Column[] columns = [new(Number, "N°", 5), new(Name, d.Any("Médicament", "Désignation"), 36), new(Usage, "Posologie", 34), new(Days, d.Any("Durée", "Nb jours")), new(Quantity, "Quantité")];
        return $"<section class='page a5l'>{Headers.French(c)}{new MedicineTable(c, style, columns).Print(c.Sheet.Orders)}{Footers.French(c)}</section>";
    }

    private static string Vitals(Composition c)
    {
        var d = c.Dice;
        var temperature = $"{d.Whole(36, 39)},{d.Whole(0, 9)}";
        return $"<div data-type='body' class='box' style='margin-top:10px;display:flex;gap:18px'>{Block(E($"TA:{d.Whole(9, 16)}{d.Whole(0, 9)}/{d.Whole(6, 9)}{d.Whole(0, 9)} mmHg"))}{Block(E($"P:{d.Whole(60, 110)} /min"))}{Block(E($"T°: {temperature}°C"))}{(d.Chance(0.5) ? Block(E($"SpO₂ ≥ {d.Whole(94, 98)} %")) : "")}</div>";
    }

    private static string MaybeStamp(Composition c, double probability, double left, double top) =>
        c.Dice.Chance(probability) ? Marks.Stamp(c.Dice.Any("PAID", c.Sheet.Facility.Latin, "COPY", "H-CARE", c.Sheet.Town.Latin), left + c.Dice.Between(-40, 40), top + c.Dice.Between(-20, 40), c.Dice) : "";
}

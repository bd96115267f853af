using Vejja.Domain.Dosing;
using Vejja.Reading.Medications;

namespace Vejja.Reading.Tests.Medications;

public sealed class HeaderReadingTests
{
    private static string Kinds(string header, int columns)
    {
        var row = string.Join("|", Enumerable.Repeat("x", columns));
        var meaning = HeaderReading.Read(Printed.Table(header, row, row));
        return meaning is null ? "none" : string.Join(" ", meaning.Columns.Select(column => column.Slot?.ToString() ?? column.Kind.ToString()));
    }

    [Theory]
    [InlineData("ល.រ|ឈ្មោះឱសថ|ចំនួន|វិធីប្រើ|ព្រឹក|ថ្ងៃត្រង់|ល្ងាច|យប់", "Number Name Quantity Usage MORN NOON EVE NIGHT")]
    [InlineData("លរ|ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃ|ល្ងាច|យប់|សម្គាល់|ចំនួន", "Number Name MORN NOON EVE NIGHT Remark Quantity")]
    [InlineData("យប់|ល្ងាច|ថ្ងៃ|ព្រឹក|ចំនួន|ឈ្មោះថ្នាំ", "NIGHT EVE NOON MORN Quantity Name")]
    [InlineData("N°|Medicine|QTY|U/D|NoD|Total|Unit|Usage Time|Usage|Note", "Number Name Dose PerDay Days Quantity Unit Usage Usage Remark")]
    [InlineData("Médicament|Matin|Midi|Soir|Coucher|Durée|Qté", "Name MORN NOON EVE HS Days Quantity")]
    [InlineData("No|Drug name|Strength|Morning|Noon|Evening|Night|Days|Total", "Number Name Strength MORN NOON EVE NIGHT Days Quantity")]
    [InlineData("ល.រ|ឈ្មោះឱសថ|ព្រឹក|ថ្ងៃត្រង់|ល្ងាច|យប់|ចំនួនថ្ងៃ|សរុប|ឯកតា|ប្រើប្រាស់|ផ្សេងៗ", "Number Name MORN NOON EVE NIGHT Days Quantity Unit Usage Remark")]
    [InlineData("ល.រ/No|ឈ្មោះឱសថ/Medicine|ចំនួន (Qty)|ព្រឹក Morning|ថ្ងៃ Noon|ល្ងាច Evening|យប់ Night", "Number Name Quantity MORN NOON EVE NIGHT")]
    [InlineData("N°|Désignation des médicaments|Matin|Midi|Soir|Nb jours|Qté totale", "Number Name MORN NOON EVE Days Quantity")]
    public void Read_HeadersInThreeLanguagesAndAnyOrder_GivesTheirMeaning(string header, string expected) =>
        Assert.Equal(expected, Kinds(header, header.Split('|').Length));

    [Theory]
    [InlineData("ល.រ|ឈ្មោះឱិសថ|ចំនូន|វិធីប្រើ|ព្រិក|ថ្ងៃគ្រង់|ល្ងាប|យប់", "Number Name Quantity Usage MORN NOON EVE NIGHT")]
    [InlineData("ល.រ|ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃត្រង់|ល្ងាច|យប់|សុរប", "Number Name MORN NOON EVE NIGHT Quantity")] // the vowel under រ taken for one under ស
    [InlineData("ល.រ|ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃត្រង់|ល្ងាច|យប់|ចនន", "Number Name MORN NOON EVE NIGHT Quantity")] // vowels lost
    [InlineData("No|Medlcine|Morninq|Noon|Evenlng|Night", "Number Name MORN NOON EVE NIGHT")]
    public void Read_MisreadHeaders_AreStillUnderstood(string header, string expected) =>
        Assert.Equal(expected, Kinds(header, header.Split('|').Length));

    [Theory]
    [InlineData("Test|Result|Unit|Reference")]
    [InlineData("ឈ្មោះ|អាយុ|ភេទ|អាសយដ្ឋាន")]
    [InlineData("TA|P|T|SpO2")]
    [InlineData("2-Paracetamol 500 mg|ចំនួន 14|គ្រាប់")]
    public void Read_OtherTables_AreNoMedicineTables(string header) => Assert.Equal("none", Kinds(header, header.Split('|').Length));

    [Fact]
    public void Read_NumberOfDaysColumn_IsNotTheNoonColumn()
    {
        var meaning = HeaderReading.Read(Printed.Table("ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃ|ល្ងាច|ចំនួនថ្ងៃ", "a|b|c|d|e", "a|b|c|d|e"))!;

        Assert.Equal(EventTiming.NOON, meaning.Columns[2].Slot);
        Assert.Equal(ColumnKind.Days, meaning.Columns[4].Kind);
    }

    [Fact]
    public void Read_TwoLevels_TakesTheLowerOne()
    {
        var meaning = HeaderReading.Read(Printed.Table(
            "ល.រ|ឈ្មោះឱសថ|ចំនួន|វិធីប្រើ|<|<|<",
            "^|^|^|ព្រឹក|ថ្ងៃត្រង់|ល្ងាច|យប់",
            "1|A|2|1|-|1|-"))!;

        Assert.Equal([ColumnKind.Number, ColumnKind.Name, ColumnKind.Quantity, ColumnKind.Slot, ColumnKind.Slot, ColumnKind.Slot, ColumnKind.Slot], meaning.Columns.Select(column => column.Kind));
        Assert.Equal(2, meaning.FirstRow);
    }

    [Fact]
    public void Read_HeaderHours_AreTheClockTimesOfTheirColumn()
    {
        var meaning = HeaderReading.Read(Printed.Table("ឈ្មោះឱសថ|ព្រឹក/(6-8)|ថ្ងៃត្រង់/(11-12)|ល្ងាច/(05-06)|យប់/(08-10)", "A|1|1|1|1", "B|1|1|1|1"))!;

        Assert.Equal(["06:00-08:00", "11:00-12:00", "17:00-18:00", "20:00-22:00"],
            meaning.Columns.Select(column => column.Hours).Where(hours => hours is not null).Select(hours => $"{hours!.From:HH:mm}-{hours.To:HH:mm}"));
    }

    /// <summary>On small photographs an opening bracket is read as 1: neither a dose nor part of the hours.</summary>
    [Fact]
    public void Read_HoursWhoseBracketWasTakenForA1_AreHours()
    {
        var meaning = HeaderReading.Read(Printed.Table("ឈ្មោះឱសថ|ព្រឹក/(6-8)|ថ្ងៃត្រង់/111-12)|ល្ងាច/(05-06)|យប់/108-10)", "A|1|1|1|1", "B|1|1|1|1"))!;

        Assert.Equal(["06:00", "11:00", "17:00", "20:00"], meaning.Columns.Select(column => column.Hours).Where(hours => hours is not null).Select(hours => $"{hours!.From:HH:mm}"));
    }

    [Fact]
    public void Read_ColumnWhoseWordIsLost_IsKnownByItsHours()
    {
        var meaning = HeaderReading.Read(Printed.Table("ឈ្មោះឱសថ|ព្រឹក/(6-8)|ក/(11-12)|ល្ងាច/(05-06)|###/(08-10)", "A|1|1|1|1", "B|1|1|1|1"))!;

        Assert.Equal([EventTiming.MORN, EventTiming.NOON, EventTiming.EVE, EventTiming.NIGHT], meaning.Columns.Select(column => column.Slot).OfType<EventTiming>());
    }

    [Fact]
    public void Read_ColumnKnownByItsPlaceOnly_IsNotSure()
    {
        var meaning = HeaderReading.Read(Printed.Table("ឈ្មោះឱសថ|ព្រឹក|ក|ល្ងាច|យប់", "A|1|1|1|1", "B|1|1|1|1"))!;

        Assert.Equal(EventTiming.NOON, meaning.Columns[2].Slot);
        Assert.True(meaning.Columns[2].Confidence < 0.8);
    }

    [Theory]
    [InlineData("EVE", 5, 6, "17:00")]
    [InlineData("EVE", 17, 18, "17:00")]
    [InlineData("NIGHT", 8, 10, "20:00")]
    [InlineData("MORN", 6, 8, "06:00")]
    [InlineData("NOON", 11, 12, "11:00")]
    [InlineData("NOON", 12, 1, "12:00")]
    public void For_PlausibleHours_GivesThem(string slot, int from, int to, string expected) =>
        Assert.Equal(expected, HeaderHours.For(Enum.Parse<EventTiming>(slot), from, to, 1, "b1")?.From.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("MORN", 16, 18)]
    [InlineData("NOON", 6, 8)]
    [InlineData("EVE", 11, 12)]
    public void For_HoursThatDoNotFit_GivesNone(string slot, int from, int to) =>
        Assert.Null(HeaderHours.For(Enum.Parse<EventTiming>(slot), from, to, 1, "b1"));

    [Theory]
    [InlineData("ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃត្រង់/1|ល្ងាច|យប់|ចំនួន", true)]
    [InlineData("ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃត្រង់/1|ល្ងាច 1|យប់|ចំនួន", false)]
    public void Read_OneTimeWithAStrokeThatLooksLikeADose_IsAHeader(string header, bool isHeader) =>
        Assert.Equal(isHeader, HeaderReading.Read(Printed.Table(header, "Paracetamol 500 mg|1|1|1|-|15")) is not null);
}

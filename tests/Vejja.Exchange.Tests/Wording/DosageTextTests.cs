using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Wording;

namespace Vejja.Exchange.Tests.Wording;

public sealed class DosageTextTests
{
    private static readonly Dosage ThreeTimesADay = Tablets(1) with
    {
        Repeat = Daily(3) with { When = [EventTiming.PC], BoundsDuration = new TimeSpanAmount(5, TimeUnit.Day) },
    };

    public static TheoryData<Dosage, string?, string?, string?> Cases() => new()
    {
        { ThreeTimesADay, "1 tablet 3 times a day after meals for 5 days", "1 comprimé 3 fois par jour après les repas pendant 5 jours", "1 គ្រាប់ 3 ដងក្នុងមួយថ្ងៃ ក្រោយបាយ រយៈពេល 5 ថ្ងៃ" },
        { Tablets(0.5m) with { Repeat = At(EventTiming.MORN, EventTiming.EVE) }, "1/2 tablet in the morning and in the evening", "1/2 comprimé le matin et le soir", "កន្លះគ្រាប់ ព្រឹក ល្ងាច" },
        { Tablets(1.5m) with { Repeat = At(EventTiming.PCM, EventTiming.PCV) }, "1.5 tablets after breakfast and after dinner", "1,5 comprimé après le petit-déjeuner et après le dîner", "1 គ្រាប់កន្លះ ព្រឹក ល្ងាច ក្រោយបាយ" },
        { Tablets(2) with { Repeat = At(EventTiming.MORN, EventTiming.NOON, EventTiming.HS) }, "2 tablets in the morning, at noon and at bedtime", "2 comprimés le matin, à midi et au coucher", "2 គ្រាប់ ព្រឹក ថ្ងៃត្រង់ និង មុនចូលគេង" },
        { Tablets(1) with { Repeat = Every(8, TimeUnit.Hour), AsNeeded = true }, "1 tablet every 8 hours as needed", "1 comprimé toutes les 8 heures si besoin", "1 គ្រាប់ រៀងរាល់ 8 ម៉ោង តាមតម្រូវការ" },
        { Tablets(1) with { Repeat = Every(4, TimeUnit.Hour) with { PeriodMax = 6 }, MaxDosePerPeriod = [new MaxDose(new Quantity(8, "tablet"), new TimeSpanAmount(24, TimeUnit.Hour))] }, "1 tablet every 4 to 6 hours, maximum 8 tablets in 24 hours", "1 comprimé toutes les 4 à 6 heures, maximum 8 comprimés par 24 heures", "1 គ្រាប់ រៀងរាល់ 4-6 ម៉ោង, មិនលើសពី 8 គ្រាប់ក្នុង 24 ម៉ោង" },
        { Tablets(1) with { Repeat = new Repeat { TimeOfDay = [new TimeOnly(8, 0), new TimeOnly(20, 0)] } }, "1 tablet at 08:00 and 20:00", "1 comprimé à 08:00 et 20:00", "1 គ្រាប់ ម៉ោង 08:00 និង ម៉ោង 20:00" },
        { Tablets(1) with { Repeat = At(EventTiming.ACM) with { Offset = 30 } }, "1 tablet 30 minutes before breakfast", "1 comprimé 30 minutes avant le petit-déjeuner", null },
        { Tablets(1) with { Repeat = Daily(1) with { FrequencyMax = 4 }, AsNeeded = true, AsNeededReason = "douleur" }, "1 tablet up to 4 times a day as needed for douleur", "1 comprimé jusqu'à 4 fois par jour en cas de douleur", null },
        { Tablets(1) with { Repeat = Every(1, TimeUnit.Week) with { DayOfWeek = [DayOfWeekCode.Mon, DayOfWeekCode.Thu] } }, "1 tablet once a week on Monday and Thursday", "1 comprimé 1 fois par semaine le lundi et jeudi", null },
        { new Dosage { Text = "x", Condition = "if fever" }, null, null, null },
        { Tablets(1) with { Repeat = At(EventTiming.MORN, EventTiming.PCV) }, "1 tablet in the morning and after dinner", "1 comprimé le matin et après le dîner", null },
        { new Dosage { Text = "x", Dose = new DoseAmount(new Quantity(2.5m, "mL")), Repeat = Daily(2) }, "2.5 mL 2 times a day", "2,5 mL 2 fois par jour", "2.5 មីលីលីត្រ 2 ដងក្នុងមួយថ្ងៃ" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Render_ThreeLanguages_StandardWordsOrNone(Dosage dosage, string? english, string? french, string? khmer)
    {
        Assert.Equal(english, DosageText.Render(dosage, WordingLanguage.English));
        Assert.Equal(french, DosageText.Render(dosage, WordingLanguage.French));
        Assert.Equal(khmer, DosageText.Render(dosage, WordingLanguage.Khmer));
    }

    [Fact]
    public void Render_Taper_StepsInOrder() => Assert.Equal(
        "2 tablets 2 times a day for 7 days, then 1 tablet once a day",
        DosageText.Render(
            [
                Tablets(1) with { Sequence = 2, Repeat = Daily(1) },
                Tablets(2) with { Sequence = 1, Repeat = Daily(2) with { BoundsDuration = new TimeSpanAmount(7, TimeUnit.Day) } },
            ],
            WordingLanguage.English));

    private static Dosage Tablets(decimal count) => new() { Text = "x", Dose = new DoseAmount(new Quantity(count, "tablet")) };

    private static Repeat Daily(int times) => new() { Frequency = times, Period = 1, PeriodUnit = TimeUnit.Day };

    private static Repeat Every(decimal period, TimeUnit unit) => new() { Frequency = 1, Period = period, PeriodUnit = unit };

    private static Repeat At(params ReadOnlySpan<EventTiming> events) => Daily(events.Length) with { When = [.. events] };
}

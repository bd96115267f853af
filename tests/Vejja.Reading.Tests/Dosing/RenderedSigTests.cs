using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Wording;
using Vejja.Reading.Dosing;

namespace Vejja.Reading.Tests.Dosing;

/// <summary>What we say to people we read back to the same Dosage.</summary>
public sealed class RenderedSigTests
{
    private const int Dosages = 4_000;
    private static readonly string[] Counted = ["tablet", "capsule", "sachet", "ampoule", "drop", "puff", "spray", "suppository", "patch", "lozenge"];
    private static readonly string[] Measured = ["mL", "mg", "g", "ug", "[iU]"];
    private static readonly string[] Sites = ["right eye", "left eye", "both eyes", "right ear", "left ear", "both ears", "right nostril", "left nostril", "both nostrils", "affected area"];
    private static readonly string[] Routes = ["oral", "sublingual", "rectal", "vaginal", "intramuscular", "intravenous", "subcutaneous"];
    private static readonly EventTiming[] Times = [EventTiming.MORN, EventTiming.NOON, EventTiming.AFT, EventTiming.EVE, EventTiming.NIGHT, EventTiming.HS];
    private static readonly EventTiming[] Meals = [EventTiming.ACM, EventTiming.ACD, EventTiming.ACV, EventTiming.PCM, EventTiming.PCD, EventTiming.PCV, EventTiming.CM, EventTiming.CD, EventTiming.CV];

    [Theory]
    [InlineData(WordingLanguage.English, "pain", "nausea")]
    [InlineData(WordingLanguage.French, "douleur", "fièvre")]
    [InlineData(WordingLanguage.Khmer, "ឈឺ", "ក្អក")]
    public void Read_RenderedDosage_IsTheDosage(WordingLanguage language, params string[] reasons)
    {
        var random = new Random(5);
        var rendered = 0;
        for (var i = 0; i < Dosages; i++)
        {
            var dosage = Random(random, reasons);
            if (DosageText.Render(dosage, language) is not { } text)
                continue;
            rendered++;
            var sig = SigReader.Read(text);
            var read = Assert.Single(sig.DosageInstruction);
            Assert.True(Plain(dosage) == Plain(read), $"{text}\nexpected {Plain(dosage)}\nread     {Plain(read)}\nresidue  {sig.Residue}");
            Assert.True(sig.Confidence >= 0.8 && sig.Residue.Length == 0, $"{text}: {sig.Confidence} {sig.Residue}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{language}: {rendered} of {Dosages} can be said");
        Assert.True(rendered > Dosages / 10);
    }

    /// <summary>Steps that follow one another, joined as a medication is.</summary>
    [Theory]
    [InlineData(WordingLanguage.English)]
    [InlineData(WordingLanguage.French)]
    [InlineData(WordingLanguage.Khmer)]
    public void Read_RenderedSteps_AreTheSteps(WordingLanguage language)
    {
        var random = new Random(6);
        for (var i = 0; i < 500; i++)
        {
            var steps = Enumerable.Range(1, random.Next(2, 5)).Select(step => new Dosage
            {
                Sequence = step,
                Text = "-",
                Dose = new DoseAmount(new Quantity(random.Next(1, 9), "tablet")),
                Repeat = new Repeat
                {
                    Frequency = random.Next(1, 5),
                    Period = 1,
                    PeriodUnit = TimeUnit.Day,
                    BoundsDuration = new TimeSpanAmount(random.Next(2, 15), TimeUnit.Day),
                },
            }).ToImmutableArray();
            var text = DosageText.Render(steps, language);
            Assert.NotNull(text);
            Assert.Equal(steps.Select(Plain), SigReader.Read(text).DosageInstruction.Select(Plain));
        }
    }

    private static Dosage Plain(Dosage dosage) => dosage with { Text = "-" };

    private static Dosage Random(Random random, string[] reasons)
    {
        var unit = random.Next(4) == 0 ? Pick(random, Measured) : Pick(random, Counted);
        var low = Measured.Contains(unit) ? random.Next(1, 200) * 0.5m : random.Next(1, 12) * (random.Next(4) == 0 ? 0.25m : 1m);
        var range = low == decimal.Truncate(low) && random.Next(6) == 0;
        var asNeeded = random.Next(5) == 0;
        return new Dosage
        {
            Text = "-",
            Dose = random.Next(12) == 0 ? null : new DoseAmount(new Quantity(low, unit), range ? new Quantity(low + random.Next(1, 4), unit) : null),
            Route = random.Next(8) == 0 ? Pick(random, Routes) : null,
            Site = random.Next(10) == 0 ? Pick(random, Sites) : null,
            AsNeeded = asNeeded,
            AsNeededReason = asNeeded && random.Next(2) == 0 ? Pick(random, reasons) : null,
            Repeat = Timing(random),
            MaxDosePerPeriod = random.Next(7) == 0
                ? [new MaxDose(new Quantity(random.Next(1, 13), random.Next(3) == 0 ? "" : unit), random.Next(2) == 0 ? new TimeSpanAmount(1, TimeUnit.Day) : new TimeSpanAmount(24, TimeUnit.Hour))]
                : [],
        };
    }

    private static Repeat Timing(Random random)
    {
        var bounds = random.Next(3) == 0 ? new TimeSpanAmount(random.Next(1, 31), Pick(random, [TimeUnit.Day, TimeUnit.Week, TimeUnit.Month])) : null;
        var repeat = new Repeat { BoundsDuration = bounds };
        switch (random.Next(8))
        {
            case 0:
                return repeat with { Frequency = random.Next(1, 7), Period = 1, PeriodUnit = Pick(random, [TimeUnit.Day, TimeUnit.Day, TimeUnit.Week, TimeUnit.Month]) };
            case 1:
                return repeat with { Frequency = 1, FrequencyMax = random.Next(2, 7), Period = 1, PeriodUnit = TimeUnit.Day };
            case 2:
                var most = random.Next(4) == 0;
                return repeat with { Frequency = 1, Period = random.Next(2, 12), PeriodMax = most ? 12 : null, PeriodUnit = Pick(random, [TimeUnit.Hour, TimeUnit.Day, TimeUnit.Week, TimeUnit.Month]) };
            case 3:
                return repeat with { TimeOfDay = [.. Some(random, Enumerable.Range(0, 48).Select(each => new TimeOnly(each / 2, each % 2 * 30)).ToArray(), 3).Order()] };
            case 4:
                return Events(repeat, [.. Some(random, Meals, 3).Order()]) with { Offset = null };
            case 5:
                return repeat with { Frequency = random.Next(2, 5), Period = 1, PeriodUnit = TimeUnit.Day, When = [Pick(random, [EventTiming.AC, EventTiming.PC, EventTiming.C])] };
            case 6:
                return Events(repeat, [Pick(random, [EventTiming.ACM, EventTiming.ACV, EventTiming.PCD])]) with { Offset = random.Next(1, 9) * 15 };
            default:
                return Events(repeat, [.. Some(random, Times, 4).Order()]);
        }
    }

    private static Repeat Events(Repeat repeat, ImmutableArray<EventTiming> events) =>
        repeat with { When = events, Frequency = events.Length, Period = 1, PeriodUnit = TimeUnit.Day };

    private static T[] Some<T>(Random random, T[] from, int most)
    {
        random.Shuffle(from = [.. from]);
        return from[..random.Next(1, most + 1)];
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}

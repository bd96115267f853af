using Vejja.Domain.Dosing;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>One thing that a phrase of the sig says.</summary>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="End">Index after its last character.</param>
internal abstract record Fact(int Start, int End)
{
    /// <summary>So much at one time; the unit is empty where none is written.</summary>
    internal sealed record Dose(int Start, int End, decimal Low, decimal? High, string Unit) : Fact(Start, End)
    {
        /// <summary>The strength that stands inside: "one <i>150 mg</i> tablet".</summary>
        public string? Strength { get; init; }
    }

    /// <summary>The medicine's name, with the form that it is given in; empty where none is named or it cannot be counted.</summary>
    internal sealed record Medicine(int Start, int End, string Form) : Fact(Start, End);

    /// <summary>So often in a period. <c>Generic</c>: "daily", which a more precise frequency may repeat. <c>Interval</c>: "every".</summary>
    internal sealed record Rate(int Start, int End, int Frequency, int? FrequencyMax, decimal Period, decimal? PeriodMax, TimeUnit Unit) : Fact(Start, End)
    {
        public bool Generic { get; init; }

        public bool UpTo { get; init; }
    }

    /// <summary>A time of day.</summary>
    internal sealed record Event(int Start, int End, EventTiming When, int? Offset) : Fact(Start, End);

    /// <summary>Before, with or after a meal in general.</summary>
    internal sealed record Meal(int Start, int End, EventTiming When, int? Offset) : Fact(Start, End)
    {
        /// <summary>« À jeun »: alone it means once, before breakfast, and not before every meal.</summary>
        public bool Fasting { get; init; }
    }

    /// <summary>A clock time.</summary>
    internal sealed record Clock(int Start, int End, TimeOnly Time) : Fact(Start, End);

    /// <summary>Days of the week.</summary>
    internal sealed record Weekday(int Start, int End, IReadOnlyList<DayOfWeekCode> Days) : Fact(Start, End);

    /// <summary>As needed.</summary>
    internal sealed record Prn(int Start, int End, string? Reason) : Fact(Start, End);

    /// <summary>What it is for, without "as needed".</summary>
    internal sealed record Indication(int Start, int End, string Words, bool Symptom) : Fact(Start, End);

    /// <summary>Length of the course.</summary>
    internal sealed record Bounds(int Start, int End, decimal Low, decimal? High, TimeUnit Unit) : Fact(Start, End);

    /// <summary>When the step before ends: "after 7 days".</summary>
    internal sealed record Later(int Start, int End, decimal Value, TimeUnit Unit) : Fact(Start, End);

    /// <summary>First and last day of the course.</summary>
    internal sealed record Dates(int Start, int End, DateOnly? First, DateOnly? Last) : Fact(Start, End);

    /// <summary>Number of administrations.</summary>
    internal sealed record Count(int Start, int End, int Times) : Fact(Start, End)
    {
        /// <summary>Whether it says how one dose is taken ("as a single dose") and not that it is the only one, where a frequency stands beside it.</summary>
        public bool Soft { get; init; }
    }

    /// <summary>Length of one administration.</summary>
    internal sealed record Lasting(int Start, int End, decimal Value, TimeUnit Unit) : Fact(Start, End);

    /// <summary>At most so much in a period, or at one time where there is none.</summary>
    internal sealed record Max(int Start, int End, decimal Amount, string? Unit, decimal Period, TimeUnit? PeriodUnit) : Fact(Start, End)
    {
        /// <summary>Whether administrations are counted.</summary>
        public bool Administrations { get; init; }
    }

    /// <summary>A daily amount is shared by so many doses.</summary>
    internal sealed record Split(int Start, int End, int Doses) : Fact(Start, End);

    /// <summary>Doses at morning, noon, evening and night: <c>1-0-1</c>.</summary>
    internal sealed record Slots(int Start, int End, IReadOnlyList<decimal> Doses, string Unit) : Fact(Start, End);

    /// <summary>A part of the course by number: day 1, weeks 2 to 4.</summary>
    internal sealed record Part(int Start, int End, int First, int Last, TimeUnit Unit) : Fact(Start, End);

    /// <summary>The dose changes by so much every so long until it is <c>Target</c>; 0 where it then stops.</summary>
    internal sealed record Titration(int Start, int End, decimal By, string Unit, decimal Every, TimeUnit EveryUnit, decimal Target) : Fact(Start, End);

    /// <summary>Days on and days off.</summary>
    internal sealed record Cycle(int Start, int End, int DaysOn, int DaysOff) : Fact(Start, End);

    /// <summary>The least time between doses, in the page's words.</summary>
    internal sealed record Spacing(int Start, int End, decimal Value, TimeUnit Unit, string Words) : Fact(Start, End);

    /// <summary>How fast: so much per time.</summary>
    internal sealed record Flow(int Start, int End, decimal Amount, string Unit, TimeUnit Per) : Fact(Start, End);

    /// <summary>Single days by date.</summary>
    internal sealed record Day(int Start, int End, DateOnly Date) : Fact(Start, End);

    /// <summary>A route.</summary>
    internal sealed record Route(int Start, int End, string Code) : Fact(Start, End);

    /// <summary>A body site.</summary>
    internal sealed record Site(int Start, int End, string Words) : Fact(Start, End);

    /// <summary>A method.</summary>
    internal sealed record Method(int Start, int End, string Code) : Fact(Start, End);

    /// <summary>A condition in the page's words; <c>Code</c> is its flag.</summary>
    internal sealed record Condition(int Start, int End, string Words, string Code) : Fact(Start, End);

    /// <summary>Advice that changes no dose.</summary>
    internal sealed record Advice(int Start, int End, string Words) : Fact(Start, End);

    /// <summary>A quantity to dispense.</summary>
    internal sealed record Dispense(int Start, int End, decimal Amount, string Unit) : Fact(Start, End);

    /// <summary>Refills.</summary>
    internal sealed record Refills(int Start, int End, int Times) : Fact(Start, End);

    /// <summary>A new step.</summary>
    internal sealed record Then(int Start, int End, bool Stop) : Fact(Start, End);

    /// <summary>And, a comma, a full stop: between parts that stand side by side.</summary>
    internal sealed record Join(int Start, int End, char Mark) : Fact(Start, End);

    /// <summary>A part that was not understood.</summary>
    internal sealed record Unread(int Start, int End) : Fact(Start, End);
}

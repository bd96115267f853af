namespace Vejja.Reading.Dosing.Words;

/// <summary>What a word or phrase of the vocabulary can mean. The lower-case names stand in the data files.</summary>
internal enum Sense
{
    /// <summary>A number in words; the value is the number.</summary>
    Number,

    /// <summary>"and a half": adds one half to the number or counted unit before it.</summary>
    AndHalf,

    /// <summary>"a", "an": one, where a unit follows.</summary>
    Article,

    /// <summary>A unit; the value is its canonical code.</summary>
    Unit,

    /// <summary>A spoon; the value is its volume in mL.</summary>
    Spoon,

    /// <summary>Per: in, a, par.</summary>
    Per,

    /// <summary>Times: 3 <i>times</i> a day.</summary>
    Times,

    /// <summary>Once, twice, thrice; the value is the number.</summary>
    CountAdverb,

    /// <summary>Khmer "once each", after a length of time: every so long.</summary>
    OnceEach,

    /// <summary>A unit of time; the value is its UCUM code.</summary>
    TimeUnit,

    /// <summary>A whole frequency; the value is frequency, slash, period and unit: <c>3/1 d</c>.</summary>
    Rate,

    /// <summary>Daily, weekly: one per unit, or as many as the number of times before it; the value is the unit.</summary>
    Adverb,

    /// <summary>Hourly: every so many hours, with a number before it.</summary>
    Hourly,

    /// <summary>Every.</summary>
    Every,

    /// <summary>Every <i>other</i> day.</summary>
    Other,

    /// <summary>A time of day; the value is the event code.</summary>
    Event,

    /// <summary>An event with its meal in one abbreviation: ac, pc.</summary>
    Mealtime,

    /// <summary>A meal; the value is M, D, V, or * for any.</summary>
    Meal,

    /// <summary>Before.</summary>
    Before,

    /// <summary>After.</summary>
    After,

    /// <summary>With, during.</summary>
    With,

    /// <summary>At, in, on: before a time.</summary>
    At,

    /// <summary>For: before a length of time or a reason.</summary>
    For,

    /// <summary>Over: before the length of one administration.</summary>
    Over,

    /// <summary>As needed.</summary>
    Prn,

    /// <summary>In case of: as needed, with the reason that follows.</summary>
    InCase,

    /// <summary>If, when: a reason or a condition follows.</summary>
    If,

    /// <summary>A symptom or an illness.</summary>
    Reason,

    /// <summary>Until.</summary>
    Until,

    /// <summary>At most; the value <c>d</c> says per day.</summary>
    Max,

    /// <summary>Up to.</summary>
    UpTo,

    /// <summary>A new step follows.</summary>
    Then,

    /// <summary>And.</summary>
    And,

    /// <summary>Or.</summary>
    Or,

    /// <summary>To, between two numbers.</summary>
    To,

    /// <summary>A route; the value is its canonical code.</summary>
    Route,

    /// <summary>In, into, to: before a site.</summary>
    SiteLead,

    /// <summary>A body site; the value is its singular and plural: <c>eye/eyes</c>.</summary>
    Site,

    /// <summary>Right, left, both, affected.</summary>
    Side,

    /// <summary>A method; the value is its canonical code.</summary>
    Method,

    /// <summary>As directed.</summary>
    AsDirected,

    /// <summary>The dose depends on a measured value.</summary>
    SlidingScale,

    /// <summary>A whole condition in one phrase.</summary>
    Condition,

    /// <summary>Words that change nothing.</summary>
    Filler,

    /// <summary>Advice that changes no dose and is kept for people to read.</summary>
    Advice,

    /// <summary>Not, no, except: never harmless by itself.</summary>
    Negation,

    /// <summary>A day of the week, or several; the value is their codes.</summary>
    Weekday,

    /// <summary>At once, a single time.</summary>
    Stat,

    /// <summary>am, pm; the value is the hour to add.</summary>
    Meridiem,

    /// <summary>o'clock.</summary>
    OClock,

    /// <summary>Day or week, before its number in the course; the value is the unit.</summary>
    Heading,

    /// <summary>Ordinal ending or word: 1<i>st</i>, 1<i>er</i>; the value is the number, or empty for an ending.</summary>
    Ordinal,

    /// <summary>How much to dispense.</summary>
    Dispense,

    /// <summary>As much as suffices for: a length of time or a quantity.</summary>
    Sufficient,

    /// <summary>Refills.</summary>
    Refill,

    /// <summary>Stop.</summary>
    Stop,

    /// <summary>At each dose.</summary>
    EachTime,

    /// <summary>Doses, as administrations: in 3 <i>doses</i>, 4 <i>doses</i> a day.</summary>
    Intake,

    /// <summary>Divided: the doses that share a daily amount follow.</summary>
    Divided,

    /// <summary>Three weeks <i>on</i>.</summary>
    On,

    /// <summary>One week <i>off</i>.</summary>
    Off,

    /// <summary>1 day <i>out of</i> 2.</summary>
    OutOf,

    /// <summary>From a part of the course on: week 3 <i>onwards</i>.</summary>
    Onward,

    /// <summary>A flag of the word itself; the value is its code.</summary>
    Flag,

    /// <summary>Above, below: a measured value follows.</summary>
    Compare,

    /// <summary>At least so long between doses: a length of time follows.</summary>
    Spacing,

    /// <summary>Between doses, apart: after a length of time.</summary>
    Apart,

    /// <summary>From: a date follows.</summary>
    From,

    /// <summary>At a rate of: an amount per time follows.</summary>
    Flow,

    /// <summary>An ordinary word without a sense here; listed so that it is not taken for a misspelling of one that has.</summary>
    Ordinary,

    /// <summary>Total: "20 mg <i>total</i>".</summary>
    Total,

    /// <summary>What is taken, where it is no medicine's name: insulin, the antibiotic.</summary>
    Medicine,

    /// <summary>Leave on, keep in place: how long one administration lasts follows.</summary>
    Keep,

    /// <summary>Take off, rinse off: the end of one administration.</summary>
    Remove,

    /// <summary>What a dose is mixed with: water, juice.</summary>
    Liquid,

    /// <summary>What it is mixed in: a glass, a cup.</summary>
    Vessel,

    /// <summary>Today: the first day of the course.</summary>
    Today,

    /// <summary>A length of time in one word: a fortnight; the value is a number and its unit.</summary>
    Span,

    /// <summary>Increase by, reduce by: an amount follows; the value is the sign.</summary>
    Titrate,
}

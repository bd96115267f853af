namespace Vejja.Language.Guards;

/// <summary>What a message asks. The order of the refused ones is their rank where several fit.</summary>
public enum MessageClass
{
    /// <summary>Nothing that was understood.</summary>
    Unclear,

    /// <summary>Which medicines, their strength and form.</summary>
    What,

    /// <summary>How many or how much at a time.</summary>
    Dose,

    /// <summary>When and how often.</summary>
    When,

    /// <summary>The next dose, and what is due on a day.</summary>
    Next,

    /// <summary>How long the course is.</summary>
    Duration,

    /// <summary>With food or without.</summary>
    Food,

    /// <summary>Quantity, what is left, when it runs out.</summary>
    Left,

    /// <summary>What a flag means, how sure a reading is, where it stands on the page.</summary>
    Flag,

    /// <summary>When to come back.</summary>
    Visit,

    /// <summary>Prescriber, date, hospital, patient.</summary>
    Sheet,

    /// <summary>How it is taken: swallowed, applied, into which eye.</summary>
    How,

    /// <summary>Reminders.</summary>
    Reminder,

    /// <summary>How to use Vejja.</summary>
    Help,

    /// <summary>A greeting or thanks.</summary>
    Greeting,

    /// <summary>Signs of danger to life.</summary>
    Emergency,

    /// <summary>The wish to die or to hurt oneself.</summary>
    SelfHarm,

    /// <summary>Poison or an overdose that was taken.</summary>
    Poisoning,

    /// <summary>Orders to the program, changed roles, hidden instructions.</summary>
    Jailbreak,

    /// <summary>Pregnancy and breast-feeding.</summary>
    Pregnancy,

    /// <summary>Doses for children.</summary>
    Child,

    /// <summary>With other medicines, alcohol, herbs.</summary>
    Interaction,

    /// <summary>A forgotten, late or doubled dose.</summary>
    MissedDose,

    /// <summary>More, less, stop, go on.</summary>
    DoseChange,

    /// <summary>Which illness, and what signs of illness mean.</summary>
    Diagnosis,

    /// <summary>What a medicine is for, its effects, which to choose.</summary>
    Advice,

    /// <summary>Nothing to do with a prescription.</summary>
    OffTopic,

    /// <summary>A language other than Khmer, English and French.</summary>
    OtherLanguage,
}

/// <summary>What the classes have in common.</summary>
public static class MessageClasses
{
    /// <summary>Whether it is answered from the prescription.</summary>
    public static bool IsInScope(this MessageClass value) => value is > MessageClass.Unclear and < MessageClass.Emergency;

    /// <summary>Whether help must come first.</summary>
    public static bool IsEmergency(this MessageClass value) => value is MessageClass.Emergency or MessageClass.SelfHarm or MessageClass.Poisoning;

    /// <summary>The name in data files: lower case, words parted by hyphens.</summary>
    public static string Code(this MessageClass value) =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    /// <summary>The class of a name in data files.</summary>
    /// <exception cref="InvalidDataException">There is no such class: a data file is wrong.</exception>
    internal static MessageClass FromCode(string code) =>
        Enum.TryParse<MessageClass>(code.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new InvalidDataException($"There is no class of messages \"{code}\".");
}

namespace Vejja.Language.Assistant;

/// <summary>What kind of answer a message got.</summary>
public enum AnswerKind
{
    /// <summary>Answered from the prescription or its reminders.</summary>
    Answered,

    /// <summary>A question back: several medicines fit.</summary>
    Question,

    /// <summary>A fixed refusal that points to a person.</summary>
    Refused,

    /// <summary>The fixed text of an emergency.</summary>
    Emergency,

    /// <summary>The message was not understood.</summary>
    Unclear,
}

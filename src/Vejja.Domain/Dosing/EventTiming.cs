namespace Vejja.Domain.Dosing;

/// <summary>FHIR R4 value set event-timing, as far as prescriptions use it. The names are the codes.</summary>
public enum EventTiming
{
    /// <summary>Morning.</summary>
    MORN,

    /// <summary>Noon.</summary>
    NOON,

    /// <summary>Afternoon.</summary>
    AFT,

    /// <summary>Evening.</summary>
    EVE,

    /// <summary>Night.</summary>
    NIGHT,

    /// <summary>After sleep starts (FHIR's PHS).</summary>
    PHS,

    /// <summary>At bedtime, before the hour of sleep.</summary>
    HS,

    /// <summary>Upon waking.</summary>
    WAKE,

    /// <summary>With a meal.</summary>
    C,

    /// <summary>With breakfast.</summary>
    CM,

    /// <summary>With lunch.</summary>
    CD,

    /// <summary>With dinner.</summary>
    CV,

    /// <summary>Before a meal.</summary>
    AC,

    /// <summary>Before breakfast.</summary>
    ACM,

    /// <summary>Before lunch.</summary>
    ACD,

    /// <summary>Before dinner.</summary>
    ACV,

    /// <summary>After a meal.</summary>
    PC,

    /// <summary>After breakfast.</summary>
    PCM,

    /// <summary>After lunch.</summary>
    PCD,

    /// <summary>After dinner.</summary>
    PCV,
}

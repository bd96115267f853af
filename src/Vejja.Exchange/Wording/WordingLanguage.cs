namespace Vejja.Exchange.Wording;

/// <summary>A language in which instructions are put into words.</summary>
public enum WordingLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>French.</summary>
    French,

    /// <summary>Khmer.</summary>
    Khmer,
}

namespace Vejja.Reading.Dosing.Words;

/// <summary>The languages whose vocabularies hold a word.</summary>
[Flags]
internal enum SigLanguages
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>English.</summary>
    English = 1,

    /// <summary>French.</summary>
    French = 2,

    /// <summary>Khmer.</summary>
    Khmer = 4,
}

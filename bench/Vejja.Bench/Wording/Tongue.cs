namespace Vejja.Bench.Wording;

/// <summary>The language of a phrase.</summary>
internal enum Tongue
{
    /// <summary>Khmer.</summary>
    Khmer,

    /// <summary>French.</summary>
    French,

    /// <summary>English.</summary>
    English,
}

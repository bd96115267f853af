namespace Vejja.Reading.CleanUp;

/// <summary>The signs of the Khmer block by what they are (Unicode chapter 16.4) and by their place in a cluster.</summary>
internal static class KhmerSigns
{
    /// <summary>Makes the next consonant a subscript.</summary>
    public const char Coeng = '\u17D2';

    /// <summary>Consonants and independent vowels, which begin a cluster.</summary>
    public static bool IsBase(char sign) => sign is >= '\u1780' and <= '\u17B3';

    /// <summary>Whether a sign belongs to Khmer.</summary>
    public static bool IsKhmer(char sign) => sign is >= '\u1780' and <= '\u17FF' or >= '\u19E0' and <= '\u19FF';

    /// <summary>Rank of a mark inside its cluster, from 0 (robat) to 10 (reahmuk); -1 for what is no mark. Coengs have ranks 1 and 2.</summary>
    public static int RankOf(char sign) => sign switch
    {
        '\u17CC' => 0,
        '\u17C9' or '\u17CA' => 3,
        (>= '\u17C1' and <= '\u17C3') or (>= '\u17BE' and <= '\u17C0') or '\u17C4' or '\u17C5' => 4,
        >= '\u17BB' and <= '\u17BD' => 5,
        >= '\u17B7' and <= '\u17BA' => 6,
        '\u17B6' => 7,
        '\u17CB' or (>= '\u17CD' and <= '\u17D1') or '\u17D3' or '\u17DD' => 8,
        '\u17C6' => 9,
        '\u17C7' or '\u17C8' => 10,
        _ => -1,
    };
}

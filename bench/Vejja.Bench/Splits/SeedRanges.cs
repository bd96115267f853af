namespace Vejja.Bench.Splits;

/// <summary>Seeds of the splits: the top two bits of a sheet's seed say its split, so that no sheet of one can be a sheet of another.</summary>
internal static class SeedRanges
{
    /// <summary>The seed of a sheet.</summary>
    /// <param name="split">Its split.</param>
    /// <param name="seed">The seed of the set, below 2³⁰.</param>
    /// <param name="index">Its place in the set.</param>
    public static ulong Of(Split split, ulong seed, int index) => ((ulong)split << 62) | ((seed & 0x3FFFFFFF) << 32) | (uint)index;

    /// <summary>The split of a seed.</summary>
    public static Split Of(ulong seed) => (Split)(seed >> 62);
}

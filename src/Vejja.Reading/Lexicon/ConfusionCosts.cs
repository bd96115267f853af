using System.Globalization;
using System.Runtime.CompilerServices;

namespace Vejja.Reading.Lexicon;

/// <summary>What it costs to take one spelling for another: confusions of shape and of spelling, from the data file.</summary>
internal sealed class ConfusionCosts
{
    /// <summary>A digit of a name is never replaced, added or dropped: vitamin B1 is not vitamin B12.</summary>
    public const float Forbidden = 100;

    private const int Size = 128;
    private readonly float[] single = new float[Size * Size];
    private readonly Pair[]?[] pairsOf = new Pair[]?[Size];

    private ConfusionCosts()
    {
        Array.Fill(single, 1f);
        for (var i = 0; i < Size; i++)
        {
            single[(i * Size) + i] = 0;
            for (var digit = '0'; digit <= '9' && i != digit; digit++)
                single[(i * Size) + digit] = Forbidden;
        }

        foreach (var row in EmbeddedTable.Read("Vejja.Reading.Lexicon.Data.confusions.tsv", "a", "b", "cost", "why"))
            Add(row[0], row[1], float.Parse(row[2], CultureInfo.InvariantCulture));
    }

    /// <summary>The costs of the data file.</summary>
    public static ConfusionCosts Default { get; } = new();

    /// <summary>Cost of reading <paramref name="read"/> where <paramref name="printed"/> stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Replace(char read, char printed) =>
        (read | printed) < Size ? single[(read * Size) + printed] : read == printed ? 0 : char.IsAsciiDigit(printed) ? Forbidden : 1;

    /// <summary>Cost of taking the one sign for the two, or the two for the one; <see cref="Forbidden"/> where that is no known confusion.</summary>
    public float OneForTwo(char one, char first, char second)
    {
        if (one >= Size || pairsOf[one] is not { } pairs)
            return Forbidden;
        foreach (var pair in pairs)
        {
            if (pair.First == first && pair.Second == second)
                return pair.Cost;
        }

        return Forbidden;
    }

    private void Add(string a, string b, float cost)
    {
        switch (a.Length, b.Length)
        {
            case (1, 1):
                Set(a[0], b[0], cost);
                Set(b[0], a[0], cost);
                break;
            case (2, 1):
                pairsOf[b[0]] = [.. pairsOf[b[0]] ?? [], new Pair(a[0], a[1], cost)];
                break;
            case (1, 2):
                pairsOf[a[0]] = [.. pairsOf[a[0]] ?? [], new Pair(b[0], b[1], cost)];
                break;
            default:
                throw new InvalidDataException($"confusions.tsv: {a} and {b} are neither one sign for one nor two for one.");
        }
    }

    // A letter may be read as a digit, but a digit that a name holds must be read as that digit.
    private void Set(char read, char printed, float cost)
    {
        if (!char.IsAsciiDigit(printed))
            single[(read * Size) + printed] = cost;
    }

    private readonly record struct Pair(char First, char Second, float Cost);
}

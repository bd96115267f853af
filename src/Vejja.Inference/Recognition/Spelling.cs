using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Vejja.Inference.Recognition;

/// <summary>How letters follow one another in Khmer, French and English words and in names of medicines (<c>models/spelling-v2</c>): n-grams with back-off, over letters without case.</summary>
/// <remarks>
/// Made by <c>training/recognizer/spelling.py</c>: interpolated Witten-Bell estimates (Witten and Bell, 1991). Whatever is no letter is one boundary, so that
/// digits, blanks and symbols are never weighed.
/// </remarks>
internal sealed class Spelling
{
    private const string Schema = "vejja/spelling/1";
    private const int Boundary = 0, BitsOfSymbol = 8, MostOrder = 4;

    private readonly ImmutableArray<Table> tables;
    private readonly byte[] symbolOfClass;
    private readonly double logOfUnknown, floor;

    private Spelling(ImmutableArray<Table> tables, byte[] symbolOfClass, int symbols, JsonElement card)
    {
        this.tables = tables;
        this.symbolOfClass = symbolOfClass;
        logOfUnknown = -Math.Log(symbols);
        Weight = card.GetProperty("weight").GetDouble();
        floor = card.GetProperty("floor").GetDouble();
        Least = card.GetProperty("least").GetSingle();
        Width = card.GetProperty("width").GetInt32();
    }

    /// <summary>What the spelling counts beside the network, as a factor of its log probability.</summary>
    public double Weight { get; }

    /// <summary>A sign of which a step holds less than this is not considered.</summary>
    public float Least { get; }

    /// <summary>Readings that are followed side by side.</summary>
    public int Width { get; }

    /// <summary>Reads the files.</summary>
    /// <param name="model">Bytes of <c>spelling-v2.bin</c>; the script that writes it says how they lie.</param>
    /// <param name="card">Bytes of <c>spelling-v2.json</c>.</param>
    /// <param name="alphabet">What each class of the recogniser stands for.</param>
    /// <exception cref="InvalidDataException">The card is of another schema, or the bytes are none of these tables.</exception>
    public static Spelling Parse(ReadOnlySpan<byte> model, ReadOnlyMemory<byte> card, ImmutableArray<string> alphabet)
    {
        using var document = JsonDocument.Parse(card);
        var root = document.RootElement;
        if (root.GetProperty("schema").GetString() != Schema)
            throw new InvalidDataException($"The spelling's card is not of the schema {Schema}.");
        var symbols = root.GetProperty("symbols").EnumerateArray().Select((entry, index) => (Text: entry.GetString() ?? "", index)).ToDictionary(entry => entry.Text, entry => (byte)entry.index);
        byte[] ofClass = [.. alphabet.Select(sign => symbols.GetValueOrDefault(sign.ToLowerInvariant(), (byte)Boundary))];
        return new Spelling(Tables(model), ofClass, symbols.Count, root);
    }

    /// <summary>How much likelier a class is after others than anywhere, as a difference of log probabilities, not below the card's floor; 0 for what is no letter.</summary>
    public double Gain(SpellingContext context, int label)
    {
        byte symbol = symbolOfClass[label];
        return symbol == Boundary ? 0 : Math.Max(floor, Log((context.Key << BitsOfSymbol) | symbol, context.Length + 1) - Log(symbol, 1));
    }

    /// <summary>The context after one more class.</summary>
    public SpellingContext Follow(SpellingContext context, int label)
    {
        byte symbol = symbolOfClass[label];
        if (symbol == Boundary)
            return SpellingContext.Start;
        int length = Math.Min(context.Length + 1, tables.Length - 1);
        return new SpellingContext(Last((context.Key << BitsOfSymbol) | symbol, length), length);
    }

    private static uint Last(uint key, int symbols) => symbols == MostOrder ? key : key & ((1u << (BitsOfSymbol * symbols)) - 1);

    // Katz's recursion as ARPA files have it: the n-gram itself, or what its context leaves for the unseen times the shorter one.
    private double Log(uint key, int length)
    {
        double left = 0;
        for (; length > 0; length--)
        {
            key = Last(key, length);
            if (tables[length - 1].Find(key) is { Probability: > double.NegativeInfinity } found)
                return left + found.Probability;
            if (length > 1 && tables[length - 2].Find(key >> BitsOfSymbol) is { } context)
                left += context.BackOff;
        }

        return left + logOfUnknown;
    }

    private static ImmutableArray<Table> Tables(ReadOnlySpan<byte> model)
    {
        if (model.Length < 8 || !model[..4].SequenceEqual(Encoding.ASCII.GetBytes("VJNG")))
            throw new InvalidDataException("No table of n-grams.");
        int order = BinaryPrimitives.ReadInt32LittleEndian(model[4..]);
        if (order is < 1 or > MostOrder)
            throw new InvalidDataException($"A table of n-grams of order {order}.");
        var tables = ImmutableArray.CreateBuilder<Table>(order);
        var rest = model[8..];
        for (int k = 0; k < order; k++)
        {
            int count = rest.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest), halves = k < order - 1 ? 2 : 1;
            if (count < 0 || (long)count * (4 + (2 * halves)) > rest.Length - 4)
                throw new InvalidDataException("A table of n-grams that breaks off.");
            rest = rest[4..];
            var keys = new uint[count];
            for (int i = 0; i < count; i++)
                keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(rest[(4 * i)..]);
            rest = rest[(4 * count)..];
            var probabilities = Halves(rest, count);
            tables.Add(new Table(keys, probabilities, halves == 2 ? Halves(rest[(2 * count)..], count) : null));
            rest = rest[(2 * halves * count)..];
        }

        return tables.MoveToImmutable();
    }

    private static Half[] Halves(ReadOnlySpan<byte> bytes, int count)
    {
        var values = new Half[count];
        for (int i = 0; i < count; i++)
            values[i] = BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]);
        return values;
    }

    private sealed record Table(uint[] Keys, Half[] Probabilities, Half[]? BackOffs)
    {
        public (double Probability, double BackOff)? Find(uint key)
        {
            int at = Array.BinarySearch(Keys, key);
            return at < 0 ? null : ((double)Probabilities[at], BackOffs is null ? 0 : (double)BackOffs[at]);
        }
    }
}

using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Vejja.Language.Guards;

/// <summary>
/// The gate's classifier: two softmax layers over hashed n-grams, whole numbers of 8 bits with a scale a class (models/assistant-gate-v1.md).
/// </summary>
internal sealed class GateModel
{
    private const string Resource = "Vejja.Language.Guards.assistant-gate-v1.bin.gz";
    private const string LanguagePrefix = "language:";
    private static readonly Lazy<GateModel> Loaded = new(static () => new GateModel(Unpacked()));

    private readonly int buckets;
    private readonly int columns;
    private readonly float[] scales;
    private readonly float[] bias;
    private readonly byte[] weights;

    private GateModel(byte[] body)
    {
        if (!body.AsSpan(0, 4).SequenceEqual("VJG1"u8))
            throw new InvalidDataException("The assistant's gate is not of format VJG1.");
        buckets = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(4));
        var length = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(8));
        ImmutableArray<string> names = [.. Encoding.UTF8.GetString(body, 12, length).Split('\n')];
        Classes = [.. names.Where(name => !name.StartsWith(LanguagePrefix, StringComparison.Ordinal))];
        Languages = [.. names.Skip(Classes.Length).Select(name => name[LanguagePrefix.Length..])];
        columns = names.Length;
        var at = 12 + length;
        scales = MemoryMarshal.Cast<byte, float>(body.AsSpan(at, 4 * columns)).ToArray();
        bias = MemoryMarshal.Cast<byte, float>(body.AsSpan(at + (4 * columns), 4 * columns)).ToArray();
        weights = body[(at + (8 * columns))..];
        if (weights.Length != buckets * columns)
            throw new InvalidDataException("The assistant's gate has another size than its header says.");
    }

    /// <summary>The committed weights, read on first use.</summary>
    public static GateModel Default => Loaded.Value;

    /// <summary>The names of the classes, in the order of the probabilities.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>The languages of messages in Latin letters, in the order of the probabilities.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>Probabilities of the classes and of the languages; each sums to 1.</summary>
    /// <param name="key">A message's key.</param>
    public (double[] Classes, double[] Languages) Probabilities(string key)
    {
        var found = MessageFeatures.Of(key, buckets);
        var sums = new int[columns];
        foreach (var bucket in found)
        {
            var row = MemoryMarshal.Cast<byte, sbyte>(weights.AsSpan(bucket * columns, columns));
            for (var i = 0; i < columns; i++)
                sums[i] += row[i];
        }

        var norm = Math.Sqrt(Math.Max(1, found.Count));
        var scores = sums.Select((sum, i) => (sum * scales[i] / norm) + bias[i]).ToArray();
        return (Softmax(scores.AsSpan(0, Classes.Length)), Softmax(scores.AsSpan(Classes.Length)));
    }

    private static double[] Softmax(ReadOnlySpan<double> scores)
    {
        var raised = new double[scores.Length];
        var most = double.MinValue;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0.0;
        for (var i = 0; i < raised.Length; i++)
            sum += raised[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < raised.Length; i++)
            raised[i] /= sum;
        return raised;
    }

    private static byte[] Unpacked()
    {
        using var stream = typeof(GateModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException("The assistant's gate is not in the assembly.");
        using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        using var body = new MemoryStream();
        unzipped.CopyTo(body);
        return body.ToArray();
    }
}

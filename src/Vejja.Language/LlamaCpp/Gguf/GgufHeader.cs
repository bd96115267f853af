using System.Text;
using Vejja.Language.Generation;

namespace Vejja.Language.LlamaCpp.Gguf;

/// <summary>
/// What a GGUF file says of itself, read before the native library sees it: a damaged file must not take the process with it.
/// Format: the ggml project's GGUF specification, versions 2 and 3, little-endian.
/// </summary>
/// <param name="Values">Numbers and texts of the metadata by key; arrays are passed over.</param>
/// <param name="FileLength">In bytes.</param>
internal sealed record GgufHeader(IReadOnlyDictionary<string, object> Values, long FileLength)
{
    private const int MostEntries = 1_000_000;

    /// <summary>Reads the header and checks that every tensor lies inside the file.</summary>
    /// <exception cref="LanguageModelException">There is no such file, or it is no whole GGUF file.</exception>
    public static GgufHeader Read(string path)
    {
        if (!File.Exists(path))
            throw new LanguageModelException(LanguageModelFault.Missing, $"{Path.GetFileName(path)}: no such model file");
        try
        {
            using var file = File.OpenRead(path);
            return Read(file);
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException or OverflowException or DecoderFallbackException)
        {
            var cause = fault is EndOfStreamException ? "the file is cut short" : "the file is no GGUF model";
            throw new LanguageModelException(LanguageModelFault.Broken, $"{Path.GetFileName(path)}: {cause}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LanguageModelException(LanguageModelFault.Missing, $"{Path.GetFileName(path)}: cannot be read", fault);
        }
    }

    /// <summary>A whole number of the metadata; null where it is absent.</summary>
    public long? Number(string key) => Values.TryGetValue(key, out var value) && value is long number ? number : null;

    /// <summary>A text of the metadata; null where it is absent.</summary>
    public string? Text(string key) => Values.GetValueOrDefault(key) as string;

    private static GgufHeader Read(FileStream file)
    {
        using var reader = new GgufReader(file);
        if (reader.Unsigned32() != 0x46554747)
            throw new InvalidDataException("magic");
        if (reader.Unsigned32() is not (2 or 3))
            throw new InvalidDataException("version");
        var (tensors, entries) = (reader.Count(MostEntries), reader.Count(MostEntries));
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var index = 0; index < entries; index++)
        {
            var key = reader.Text();
            if (reader.Value(reader.Unsigned32()) is { } value)
                values[key] = value;
        }

        CheckTensors(reader, tensors, values, file.Length);
        return new(values, file.Length);
    }

    private static void CheckTensors(GgufReader reader, int tensors, Dictionary<string, object> values, long length)
    {
        long end = 0;
        for (var index = 0; index < tensors; index++)
        {
            _ = reader.Text();
            long elements = 1;
            for (var dimension = reader.Unsigned32(); dimension > 0; dimension--)
                elements = checked(elements * reader.Signed64());
            var type = reader.Unsigned32();
            var offset = reader.Signed64();
            end = Math.Max(end, checked(offset + GgufReader.Bytes(type, elements)));
        }

        var alignment = values.GetValueOrDefault("general.alignment") is long stated and > 0 and < 1 << 20 ? stated : 32;
        var start = (reader.Position + alignment - 1) / alignment * alignment;
        if (tensors == 0)
            throw new InvalidDataException("no tensor");
        if (checked(start + end) > length)
            throw new EndOfStreamException();
    }
}

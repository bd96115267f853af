using System.Buffers.Binary;
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
        var reader = new GgufReader(file);
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

/// <summary>Reads the values of a GGUF header.</summary>
internal sealed class GgufReader(Stream stream)
{
    // A template may be long; a text beyond this is damage.
    private const int LongestText = 1 << 24;

    // Sizes of the value types 0 to 12: u8 i8 u16 i16 u32 i32 f32 bool text array u64 i64 f64.
    private static readonly int[] Sizes = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];

    private readonly BufferedStream input = new(stream, 1 << 16);

    /// <summary>Bytes read so far.</summary>
    public long Position => input.Position;

    public uint Unsigned32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(stackalloc byte[4]));

    public long Signed64() => BinaryPrimitives.ReadInt64LittleEndian(Take(stackalloc byte[8])) is var number and >= 0 ? number : throw new InvalidDataException("negative");

    public int Count(int most) => Signed64() is var number && number <= most ? (int)number : throw new InvalidDataException("count");

    public string Text() => new UTF8Encoding(false, true).GetString(Take(new byte[Count(LongestText)]));

    /// <summary>A value; null for an array and for kinds that nobody asks for.</summary>
    public object? Value(uint type)
    {
        switch (type)
        {
            case 8:
                return Text();
            case 9:
                SkipArray();
                return null;
            case <= 12:
                Span<byte> bytes = stackalloc byte[8];
                bytes.Clear();
                Take(bytes[..Sizes[type]]);
                return type is 6 or 12 ? null : BinaryPrimitives.ReadInt64LittleEndian(bytes);
            default:
                throw new InvalidDataException("type");
        }
    }

    /// <summary>Least bytes of a tensor by <c>ggml_type</c>; kinds of quantisation that are not listed count one bit an element, which no kind falls below.</summary>
    public static long Bytes(uint type, long elements) => type switch
    {
        0 => checked(elements * 4),
        1 or 30 => checked(elements * 2),
        2 => checked(elements / 32 * 18),
        8 => checked(elements / 32 * 34),
        12 => checked(elements / 256 * 144),
        14 => checked(elements / 256 * 210),
        _ => elements / 8,
    };

    private void SkipArray()
    {
        var type = Unsigned32();
        var count = Signed64();
        if (type == 8)
        {
            for (; count > 0; count--)
                Skip(Count(LongestText));
        }
        else
        {
            Skip(checked(count * (type <= 12 && Sizes[type] > 0 ? Sizes[type] : throw new InvalidDataException("type"))));
        }
    }

    private void Skip(long bytes)
    {
        if (input.Position + bytes > input.Length)
            throw new EndOfStreamException();
        input.Seek(bytes, SeekOrigin.Current);
    }

    private Span<byte> Take(Span<byte> bytes)
    {
        input.ReadExactly(bytes);
        return bytes;
    }
}

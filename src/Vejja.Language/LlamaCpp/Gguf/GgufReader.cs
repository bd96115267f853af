using System.Buffers.Binary;
using System.Text;

namespace Vejja.Language.LlamaCpp.Gguf;

/// <summary>Reads the values of a GGUF header.</summary>
internal sealed class GgufReader(Stream stream) : IDisposable
{
    // A template may be long; a text beyond this is damage.
    private const int LongestText = 1 << 24;

    // Sizes of the value types 0 to 12: u8 i8 u16 i16 u32 i32 f32 bool text array u64 i64 f64.
    private static readonly int[] Sizes = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];

    private readonly BufferedStream input = new(stream, 1 << 16);

    /// <inheritdoc/>
    public void Dispose() => input.Dispose();

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

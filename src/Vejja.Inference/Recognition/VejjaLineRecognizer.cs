using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Recognition;

/// <summary>The project's own recogniser of printed Khmer, French and English lines (<see cref="RecognizerFiles.Shipped"/>).</summary>
/// <remarks>Input <c>x</c>: float32 [1, 1, 40, W], (median − grey) / 128, of light print on a dark ground (grey − median) / 128, padded with 0 on the right after normalising. Output: float32 [1, W/4, classes], scores.</remarks>
public sealed class VejjaLineRecognizer : ILineRecognizer, IDisposable
{
    /// <summary>The engine's name in readings.</summary>
    public const string Engine = "vejja";

    // Longer crops are no line of text; the network's cost rises with the square of the width.
    private const int WidestInput = 4096;

    // A line is seen once more, wider, where its signs stand closer than this many steps, where one of them is less sure than this, or where nothing is seen (a lone narrow
    // digit): on 1,000 lines of held-out words, seen by v7, code points wrong went from 4.55 to 3.43 % (docs/recognizer.md).
    private const double CrowdedSteps = 2.8, CrowdedWidening = 1.6, Unsure = 0.9, UnsureWidening = 1.25;

    private readonly InferenceSession session;
    private readonly RecognizerModelCard card;
    private readonly SpellingBeam spelling;
    private readonly CtcDecoder decoder;

    /// <summary>Loads the model.</summary>
    /// <param name="files">The network, its card and the spelling beside it.</param>
    /// <param name="options">Threads inside one line; one, where lines are read side by side.</param>
    /// <exception cref="InvalidDataException">A file is of another schema.</exception>
    public VejjaLineRecognizer(RecognizerFiles files, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        card = RecognizerModelCard.Parse(files.Card);
        var letters = Spelling.Parse(files.Spelling.Span, files.SpellingCard, card.Alphabet);
        decoder = new CtcDecoder(card.Alphabet, Engine) { Dangerous = DangerousSigns.Of(card.Alphabet), Calibration = card.Calibration, Spelling = letters };
        spelling = new SpellingBeam(letters);
        session = new InferenceSession(files.Network.Span, options);
    }

    /// <inheritdoc/>
    public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(crop);
        cancellation.ThrowIfCancellationRequested();
        double width = (double)crop.Width * card.Height / crop.Height;
        var view = View(crop, width);
        var reading = decoder.Decode(kind, view);
        if (reading.Symbols.IsEmpty || view.Steps < reading.Symbols.Length * CrowdedSteps)
            return decoder.Decode(kind, view, View(crop, width * CrowdedWidening));
        return reading.Symbols.Any(symbol => symbol.Confidence < Unsure) ? decoder.Decode(kind, view, View(crop, width * UnsureWidening)) : reading;
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private LineView View(PageImage crop, double asWide)
    {
        int width = Math.Clamp((int)Math.Round(asWide), 1, WidestInput);
        int padded = Math.Max(card.SmallestWidth, (width + card.WidthMultiple - 1) / card.WidthMultiple * card.WidthMultiple);
        var output = session.Run(new Tensor([1, 1, card.Height, padded], Normalised(crop, width, padded)));
        int classes = card.Alphabet.Length;
        if (output.Shape[^1] != classes)
            throw new InvalidDataException($"The recogniser has {output.Shape[^1]} classes, its card {classes}.");
        CtcDecoder.Softmax(output.Values, classes, card.Temperature);
        return new LineView(output.Values, Math.Min((width + card.Stride - 1) / card.Stride, output.Values.Length / classes), classes, spelling);
    }

    private float[] Normalised(PageImage crop, int width, int padded)
    {
        var line = new GrayLine(crop.Width, crop.Height, Array.ConvertAll(crop.Gray, level => (float)level)).Resize(width, card.Height);
        float median = line.Median(), scale = (float)(line.IsLightOnDark() ? -1 / card.Scale : 1 / card.Scale);
        var input = new float[card.Height * padded];
        for (int y = 0; y < card.Height; y++)
        {
            for (int x = 0; x < width; x++)
                input[(y * padded) + x] = (median - line.Levels[(y * width) + x]) * scale;
        }

        return input;
    }
}

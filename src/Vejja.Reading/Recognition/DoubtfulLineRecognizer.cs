using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Asks a second engine for the Latin words of which the first one doubts. Where both read the same, they are surer together; where they differ, the surer one speaks, less sure, and the other stays as its rival.</summary>
/// <param name="first">Reads every line.</param>
/// <param name="second">Reads the Latin words of which the first is not sure.</param>
/// <param name="options">What sure means.</param>
public sealed class DoubtfulLineRecognizer(ILineRecognizer first, ILineRecognizer second, DoubtOptions options) : ILineRecognizer
{
    /// <inheritdoc/>
    public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
    {
        var reading = first.Recognize(crop, kind, cancellation);
        // From the right, so that the stretches to the left keep their places.
        var weighed = DoubtfulStretches.Find(reading, options).Reverse().Aggregate(reading, (line, stretch) => Weigh(line, stretch, crop, kind, cancellation));
        return weighed with { IsCrossedOut = reading.IsCrossedOut };
    }

    private LineReading Weigh(LineReading line, DoubtfulStretch stretch, PageImage crop, LineKind kind, CancellationToken cancellation)
    {
        if (stretch.From == 0 && stretch.To == line.Symbols.Length)
            return SecondOpinion.Combine(line, second.Recognize(crop, kind, cancellation), options);
        var part = LinePart.Cut(crop, line.Symbols, stretch);
        var ours = line.Part(stretch.From, stretch.To);
        var theirs = part.Placed(second.Recognize(part.Image, kind, cancellation));
        return line.With(stretch.From, stretch.To, SecondOpinion.Combine(ours, theirs, options));
    }
}

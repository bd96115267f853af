using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Asks a second engine where the first one doubts. Where both read the same, they are surer together; where they differ, the surer one speaks, less sure, and the other stays as its rival.</summary>
/// <param name="first">Reads every line.</param>
/// <param name="second">Reads the lines of which the first is not sure.</param>
/// <param name="options">What sure means.</param>
public sealed class DoubtfulLineRecognizer(ILineRecognizer first, ILineRecognizer second, DoubtOptions options) : ILineRecognizer
{
    /// <inheritdoc/>
    public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
    {
        var reading = first.Recognize(crop, kind, cancellation);
        return IsSure(reading) ? reading : SecondOpinion.Combine(reading, second.Recognize(crop, kind, cancellation), options);
    }

    private bool IsSure(LineReading reading) =>
        reading.Symbols.Length > 0 && reading.Confidence >= options.SureLine && reading.Symbols.All(symbol => symbol.Confidence >= options.SureSign);
}

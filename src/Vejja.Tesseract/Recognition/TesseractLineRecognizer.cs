using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Tesseract.Recognition;

/// <summary>Reads lines with Tesseract: the Khmer words by the Khmer engine, the others by the Latin one.</summary>
/// <remarks>
/// One engine with several languages reads <c>10mg</c> as <c>10៣០</c>: it lets the languages compete sign by sign.
/// Here each script has its own engine, and words are taken from the engine whose script they show.
/// </remarks>
public sealed class TesseractLineRecognizer : ILineRecognizer, IDisposable
{
    /// <summary>The engine's name in readings.</summary>
    public const string Engine = "tesseract";

    // Crops up to this many times as wide as high hold a sign or a short number.
    private const double LongestShort = 1.1;

    // The shape leaves little doubt; a speck or the rest of a rule may look alike.
    private const double ByShape = 0.95;

    private readonly TesseractOptions options;
    private readonly EnginePool khmer;
    private readonly EnginePool latin;
    private readonly EnginePool signs;

    /// <summary>Prepares the engines; each loads its language data when it is first needed.</summary>
    /// <param name="options">Folder, number, size.</param>
    public TesseractLineRecognizer(TesseractOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        khmer = new EnginePool(options.DataPath, "khm", options.Engines);
        latin = new EnginePool(options.DataPath, "eng+fra", options.Engines);
        signs = new EnginePool(options.DataPath, "eng", options.Engines);
    }

    /// <inheritdoc/>
    public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(crop);
        cancellation.ThrowIfCancellationRequested();
        if (LoneDash.Find(crop) is var (x1, x2))
            return new LineReading("-", ByShape, [new SymbolReading("-", ByShape, x1, x2)], Engine);
        var enlarged = EnlargedCrop.From(crop, options.LineHeightPixels);
        var byKhmer = options.IsLatinOnly ? [] : khmer.Use(engine => engine.Read(enlarged.Width, enlarged.Height, enlarged.Gray, Segmentation.SingleLine), cancellation);
        var byLatin = ScriptChoice.IsWhollyKhmer(byKhmer) ? [] : ReadLatin(crop, enlarged, cancellation);
        return Reading(RuleRemains.Remove(ScriptChoice.Merge(byKhmer, byLatin)), enlarged);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        khmer.Dispose();
        latin.Dispose();
        signs.Dispose();
    }

    private ImmutableArray<TesseractWord> ReadLatin(PageImage crop, EnlargedCrop enlarged, CancellationToken cancellation) => IsShort(crop)
        ? signs.Use(engine => engine.Read(enlarged.Width, enlarged.Height, enlarged.Gray, Segmentation.SingleSign), cancellation)
        : latin.Use(engine => engine.Read(enlarged.Width, enlarged.Height, enlarged.Gray, Segmentation.SingleLine), cancellation);

    /// <summary>A sign or a short number. With French loaded, ½ becomes 12 and 5 becomes 8; English alone makes letters of what it cannot read.</summary>
    private static bool IsShort(PageImage crop) => crop.Width <= LongestShort * crop.Height;

    private static LineReading Reading(ImmutableArray<TesseractWord> words, EnlargedCrop enlarged)
    {
        var symbols = ImmutableArray.CreateBuilder<SymbolReading>();
        foreach (var word in words)
        {
            if (symbols.Count > 0)
                symbols.Add(new SymbolReading(" ", Math.Min(symbols[^1].Confidence, word.Symbols[0].Confidence * word.Damping), symbols[^1].X2, enlarged.Unframed(word.X1)));
            symbols.AddRange(word.Symbols.Select(symbol => symbol with { Confidence = symbol.Confidence * word.Damping, X1 = enlarged.Unframed(symbol.X1), X2 = enlarged.Unframed(symbol.X2) }));
        }

        return symbols.Count == 0
            ? LineReading.Nothing(Engine)
            : new LineReading(string.Concat(symbols.Select(symbol => symbol.Text)), words.Aggregate(1.0, (product, word) => product * word.Confidence), symbols.ToImmutable(), Engine);
    }
}

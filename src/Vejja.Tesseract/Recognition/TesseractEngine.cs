using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Vejja.Reading.Pages;
using Vejja.Tesseract.Interop;
using Native = Vejja.Tesseract.Interop.Tesseract;

namespace Vejja.Tesseract.Recognition;

/// <summary>How Tesseract cuts a picture up (<c>TessPageSegMode</c>).</summary>
internal enum Segmentation
{
    SingleLine = 7,
    SingleWord = 8,
    SingleSign = 10,
    RawLine = 13,
}

/// <summary>One Tesseract with its languages loaded. For one thread at a time.</summary>
internal sealed class TesseractEngine : IDisposable
{
    // OEM_LSTM_ONLY, RIL_WORD, RIL_SYMBOL.
    private const int NeuralOnly = 1, WordLevel = 3, SymbolLevel = 4;

    // Pictures come enlarged to about the size of a 300 dpi scan.
    private const int DotsPerInch = 300;

    private readonly TesseractHandle api;

    // Tesseract's OpenMP threads fight with ours over the processors; read when the library is loaded, which is at the first call below.
    static TesseractEngine() => _ = Native.setenv("OMP_THREAD_LIMIT", "1", overwrite: 1);

    public TesseractEngine(string dataPath, string languages)
    {
        api = Native.TessBaseAPICreate();
        if (Native.TessBaseAPIInit2(api, dataPath, languages, NeuralOnly) != 0)
        {
            api.Dispose();
            throw new FileNotFoundException($"Tesseract has no data for {languages} in {dataPath}.");
        }

        _ = Native.TessBaseAPISetVariable(api, "debug_file", "/dev/null");
    }

    /// <summary>Reads a grey picture, dark on light.</summary>
    public unsafe ImmutableArray<TesseractWord> Read(int width, int height, byte[] gray, Segmentation segmentation)
    {
        Native.TessBaseAPISetPageSegMode(api, (int)segmentation);
        fixed (byte* pixels = gray)
            Native.TessBaseAPISetImage(api, pixels, width, height, bytesPerPixel: 1, bytesPerLine: width);
        Native.TessBaseAPISetSourceResolution(api, DotsPerInch);
        try
        {
            if (Native.TessBaseAPIRecognize(api, monitor: 0) != 0)
                return [];
            using var iterator = Native.TessBaseAPIGetIterator(api);
            return iterator.IsInvalid ? [] : Words(iterator, width);
        }
        finally
        {
            Native.TessBaseAPIClear(api);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => api.Dispose();

    private static ImmutableArray<TesseractWord> Words(ResultIteratorHandle iterator, int width)
    {
        var words = ImmutableArray.CreateBuilder<TesseractWord>();
        var symbols = ImmutableArray.CreateBuilder<SymbolReading>();
        double certainty = 0;
        do
        {
            if (Native.TessPageIteratorIsAtBeginningOf(iterator, WordLevel) != 0)
            {
                Close();
                certainty = Math.Clamp(Native.TessResultIteratorConfidence(iterator, WordLevel) / 100.0, 0, 1);
            }

            if (Symbol(iterator, width) is { } symbol)
                symbols.Add(symbol);
        }
        while (Native.TessResultIteratorNext(iterator, SymbolLevel) != 0);
        Close();
        return words.ToImmutable();

        void Close()
        {
            if (symbols.Count > 0)
                words.Add(new TesseractWord(symbols.DrainToImmutable(), certainty));
        }
    }

    private static unsafe SymbolReading? Symbol(ResultIteratorHandle iterator, int width)
    {
        byte* text = Native.TessResultIteratorGetUTF8Text(iterator, SymbolLevel);
        if (text == null)
            return null;
        try
        {
            var sign = Marshal.PtrToStringUTF8((nint)text);
            if (string.IsNullOrWhiteSpace(sign))
                return null;
            _ = Native.TessPageIteratorBoundingBox(iterator, SymbolLevel, out int left, out _, out int right, out _);
            double confidence = Math.Clamp(Native.TessResultIteratorConfidence(iterator, SymbolLevel) / 100.0, 0, 1);
            return new SymbolReading(sign, confidence, Math.Clamp((double)left / width, 0, 1), Math.Clamp((double)right / width, 0, 1));
        }
        finally
        {
            Native.TessDeleteText(text);
        }
    }
}

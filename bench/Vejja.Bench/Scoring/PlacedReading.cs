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
    /// <summary>The bench draws its PDFs at 200 pixels an inch; a reader draws them at one of these.</summary>
    private static readonly double[] Resolutions = [200, 72, 100, 150, 250, 300, 400];

    private readonly ImmutableArray<Page> pages;
    private readonly double[] scales;

    /// <summary>Places a reading beside its truth.</summary>
    public PlacedReading(Prescription reading, TruthDocument truth)
    {
        pages = reading.Pages;
        var isPdf = truth.Prescription.File.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
        scales = [.. reading.Pages.Select((page, index) => isPdf && index < truth.Prescription.Pages.Length ? Scale(page, truth.Prescription.Pages[index].Width) : 1)];
        Blocks = [.. reading.Blocks.Where(block => block.Text.Length > 0).Select(block => new PlacedBlock(block, Place(block.Page, Quad.Corners(block.Polygon))))];
    }

    /// <summary>The lines.</summary>
    public ImmutableArray<PlacedBlock> Blocks { get; }

    /// <summary>The corners of a box of a page, in the original image.</summary>
    public PagePoint[] Place(int page, Box box) => Place(page, [.. Polygon.From(box).Points]);

    private PagePoint[] Place(int page, PagePoint[] corners) =>
        [.. corners.Select(point => pages[page].Transform.Apply(point)).Select(point => new PagePoint(point.X * scales[page], point.Y * scales[page]))];

    private static double Scale(Page page, double width)
    {
        var corners = new[] { new PagePoint(page.Width, 0), new PagePoint(page.Width, page.Height), new PagePoint(0, page.Height) };
        var extent = Math.Max(1, corners.Max(corner => page.Transform.Apply(corner).X));
        return Resolutions.Select(resolution => 200 / resolution).MinBy(scale => Math.Abs(Math.Log(scale * extent / width)));
    }
}

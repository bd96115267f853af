using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.App.Web.Pages;

/// <summary>
/// A page's picture as the browser draws it, and where the lines of text stand on it. The picture is the one that was uploaded, turned by
/// quarters until the page stands upright; lines go through the page's own transform, so that they lie on the ink however the page was warped.
/// </summary>
public sealed class ShownPage
{
    private const double Sure = 0.8;
    private readonly Dictionary<string, Box> boxes = [];

    /// <summary>Lays a page out.</summary>
    /// <param name="prescription">What was read.</param>
    /// <param name="page">The page.</param>
    /// <param name="isUpright">Whether the stored picture is the upright page itself.</param>
    internal ShownPage(Prescription prescription, Page page, bool isUpright)
    {
        Index = page.Index;
        var toPicture = isUpright ? Homography.Identity : page.Transform;
        Turn = isUpright ? 0 : QuarterOf(toPicture, page);
        var corners = Polygon.From(new Box(0, 0, page.Width, page.Height)).Points.Select(point => Turned(toPicture.Apply(point)));
        Frame = Box.Around(corners);
        var lines = ImmutableArray.CreateBuilder<ShownLine>();
        foreach (var block in prescription.Blocks.Where(block => block.Page == page.Index))
        {
            var points = block.Polygon.Points.Select(point => Turned(toPicture.Apply(point))).ToImmutableArray();
            boxes[block.Id] = Box.Around(points);
            lines.Add(new(block.Id, string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}")), block.Text, block.Confidence >= Sure));
        }

        Lines = lines.ToImmutable();
    }

    /// <summary>Position from 0.</summary>
    public int Index { get; }

    /// <summary>Degrees clockwise, 0, 90, 180 or 270, by which the picture is turned about its own corner.</summary>
    public int Turn { get; }

    /// <summary>What the page covers, in turned pixels of the picture.</summary>
    public Box Frame { get; }

    /// <summary>The lines of text.</summary>
    public ImmutableArray<ShownLine> Lines { get; }

    /// <summary>The frame as SVG's viewBox.</summary>
    public string ViewBox => Text(Frame);

    /// <summary>The part of the page around some lines, and whether it is more than one line tall; null where none of them stands on this page.</summary>
    internal (int Page, Box Box, bool IsTall)? Ink(IEnumerable<string> source)
    {
        var found = source.Where(boxes.ContainsKey).Select(id => boxes[id]).ToList();
        if (found.Count == 0)
            return null;
        var all = found.Aggregate((one, two) => one.Union(two));
        var line = found.Min(box => box.Height);
        return (Index, all.Inflate(Math.Max(4, line * 0.25)).Intersect(Frame), all.Height > 1.7 * line);
    }

    /// <summary>A box as SVG's viewBox.</summary>
    internal static string Text(Box box) => $"{Number(box.X1)} {Number(box.Y1)} {Number(box.Width)} {Number(box.Height)}";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static int QuarterOf(Homography toPicture, Page page)
    {
        var start = toPicture.Apply(new(page.Width * 0.25, page.Height * 0.5));
        var end = toPicture.Apply(new(page.Width * 0.75, page.Height * 0.5));
        var degrees = Math.Atan2(end.Y - start.Y, end.X - start.X) * 180 / Math.PI;
        return ((int)Math.Round(-degrees / 90) * 90 + 360) % 360;
    }

    private PagePoint Turned(PagePoint point) => Turn switch
    {
        90 => new(-point.Y, point.X),
        180 => new(-point.X, -point.Y),
        270 => new(point.Y, -point.X),
        _ => point,
    };
}

/// <summary>One line of text on a shown page.</summary>
/// <param name="Id">The block.</param>
/// <param name="Points">SVG points.</param>
/// <param name="Text">What was read.</param>
/// <param name="IsSure">Whether the reading is sure.</param>
public sealed record ShownLine(string Id, string Points, string Text, bool IsSure);

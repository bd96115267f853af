using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Cropping;

/// <summary>Cuts quadrilaterals out of a page by a perspective warp, bicubic, with the page's border replicated.</summary>
public sealed class PerspectiveCropper : ILineCropper
{
    /// <inheritdoc/>
    public PageImage Crop(PageImage page, Polygon polygon, double margin)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(polygon);
        var corners = polygon.Points.Length == 4 ? polygon.Points : Polygon.From(polygon.Bounds).Points;
        double width = Math.Max(1, (Distance(corners[0], corners[1]) + Distance(corners[3], corners[2])) / 2);
        double height = Math.Max(1, (Distance(corners[0], corners[3]) + Distance(corners[1], corners[2])) / 2);
        if (IsUpright(corners))
            return CropUpright(page, polygon.Bounds.Inflate(margin));
        int columns = Columns(width + (2 * margin)), rows = Columns(height + (2 * margin));
        var map = Projective.FromRectangle(width, height, corners)
            .After(Projective.Shift(-margin, -margin))
            .After(Projective.Scale((width + (2 * margin)) / columns, (height + (2 * margin)) / rows));
        return Resampling.Warp(page, columns, rows, map, outside: null);
    }

    /// <summary>Copies whole pixels, which keeps the strokes as sharp as they are.</summary>
    private static PageImage CropUpright(PageImage page, Box box)
    {
        int left = (int)Math.Round(box.X1), top = (int)Math.Round(box.Y1);
        int columns = Columns(box.Width), rows = Columns(box.Height);
        var target = new byte[3 * columns * rows];
        for (int y = 0, to = 0; y < rows; y++)
        {
            int line = Math.Clamp(top + y, 0, page.Height - 1) * page.Width;
            for (int x = 0; x < columns; x++, to += 3)
                page.Rgb.AsSpan(3 * (line + Math.Clamp(left + x, 0, page.Width - 1)), 3).CopyTo(target.AsSpan(to));
        }

        return new PageImage(columns, rows, target);
    }

    // A slant of less than half a pixel over the whole line changes nothing that a warp would not blur more.
    private static bool IsUpright(ImmutableArray<PagePoint> corners) =>
        Math.Abs(corners[0].Y - corners[1].Y) < 0.5 && Math.Abs(corners[3].Y - corners[2].Y) < 0.5
        && Math.Abs(corners[0].X - corners[3].X) < 0.5 && Math.Abs(corners[1].X - corners[2].X) < 0.5
        && corners[1].X > corners[0].X && corners[3].Y > corners[0].Y;

    private static int Columns(double length) => Math.Max(1, (int)Math.Round(length));

    private static double Distance(PagePoint from, PagePoint to) => Math.Sqrt(((from.X - to.X) * (from.X - to.X)) + ((from.Y - to.Y) * (from.Y - to.Y)));
}

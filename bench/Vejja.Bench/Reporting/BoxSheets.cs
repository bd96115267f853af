using Vejja.Bench.Pictures;
using Vejja.Bench.Truth;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Reporting;

/// <summary>A box of the truth, chosen to be looked at.</summary>
internal sealed record ChosenBox(string File, string Text, Polygon Polygon);

/// <summary>
/// Boxes of the truth, enlarged, for the eye. Red: the box. Blue: two pixels outside of it; ink of this word beyond blue, or a gap of as much inside
/// of red, is a fault.
/// </summary>
internal static class BoxSheets
{
    private const int Zoom = 4;
    private const int Margin = 9;
    private const int Width = 1520;
    private const int Height = 1500;
    private const int Gap = 8;
    private const double Tolerance = 2;

    /// <summary>Draws words from a folder's pictures, each as likely as the next.</summary>
    public static List<ChosenBox> Choose(string folder, int count, Dice dice)
    {
        var all = Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal)
            .SelectMany(path => TruthFile.Read(path + ".truth.json").Words.Select(word => new ChosenBox(Path.GetFileName(path), word.Text, word.Polygon)));
        return [.. dice.Shuffle(all).Take(count).OrderBy(box => box.File, StringComparer.Ordinal)];
    }

    /// <summary>Lays the boxes out in rows, from left to right, on as many sheets as they need.</summary>
    public static IEnumerable<(PageImage Sheet, int Count)> Draw(string folder, IReadOnlyList<ChosenBox> boxes)
    {
        var (sheet, count, left, top, row) = (Blank(), 0, Gap, Gap, 0);
        foreach (var group in boxes.GroupBy(box => box.File))
        {
            var picture = Codec.Open(File.ReadAllBytes(Path.Combine(folder, group.Key)));
            foreach (var tile in group.Select(box => Tile(picture, box.Polygon)))
            {
                if (left + tile.Width + Gap > Width)
                    (left, top, row) = (Gap, top + row + Gap, 0);
                if (top + tile.Height + Gap > Height)
                {
                    yield return (sheet, count);
                    (sheet, count, left, top, row) = (Blank(), 0, Gap, Gap, 0);
                }

                Drawing.Paste(sheet, tile, left, top);
                (count, left, row) = (count + 1, left + tile.Width + Gap, Math.Max(row, tile.Height));
            }
        }

        if (count > 0)
            yield return (sheet, count);
    }

    private static PageImage Tile(PageImage picture, Polygon polygon)
    {
        var box = polygon.Bounds;
        int left = Math.Clamp((int)box.X1 - Margin, 0, picture.Width - 1), top = Math.Clamp((int)box.Y1 - Margin, 0, picture.Height - 1);
        int right = Math.Clamp((int)box.X2 + Margin, left + 1, Math.Min(picture.Width, left + ((Width - (2 * Gap)) / Zoom))), bottom = Math.Clamp((int)box.Y2 + Margin, top + 1, picture.Height);
        var tile = Drawing.Enlarge(Drawing.Cut(picture, left, top, right - left, bottom - top), Zoom);
        Polygon Enlarged(double outwards) => new([.. polygon.Points.Select(point => new PagePoint(
            (point.X - left + (outwards * Math.Sign(point.X - box.Centre.X))) * Zoom, (point.Y - top + (outwards * Math.Sign(point.Y - box.Centre.Y))) * Zoom))]);
        Drawing.Outline(tile, Enlarged(Tolerance), (40, 110, 255));
        Drawing.Outline(tile, Enlarged(0), (255, 20, 20));
        return tile;
    }

    private static PageImage Blank()
    {
        var sheet = new PageImage(Width, Height, new byte[3 * Width * Height]);
        Array.Fill(sheet.Rgb, (byte)200);
        return sheet;
    }
}

using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.App.Cli.Debugging;

/// <summary>Lines and small digits on a picture.</summary>
internal sealed class Canvas(PageImage image)
{
    // Three columns by five rows a digit, top row first, the leftmost pixel the highest bit.
    private static readonly int[][] Digits =
    [
        [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 7, 1, 7], [5, 5, 7, 1, 1],
        [7, 4, 7, 1, 7], [7, 4, 7, 5, 7], [7, 1, 2, 2, 2], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7],
    ];

    public PageImage Image => image;

    /// <summary>The sides of a polygon.</summary>
    public void Outline(Polygon polygon, (byte R, byte G, byte B) colour)
    {
        for (var i = 0; i < polygon.Points.Length; i++)
            Line(polygon.Points[i], polygon.Points[(i + 1) % polygon.Points.Length], colour);
    }

    /// <summary>A number from its top left corner; signs that are no digits are left out.</summary>
    public void Number(string number, int x, int y, (byte R, byte G, byte B) colour)
    {
        foreach (var digit in number.Where(char.IsAsciiDigit))
        {
            for (var row = 0; row < 5; row++)
            {
                for (var column = 0; column < 3; column++)
                {
                    if ((Digits[digit - '0'][row] & (4 >> column)) != 0)
                        Set(x + column, y + row, colour);
                }
            }

            x += 4;
        }
    }

    private void Line(PagePoint from, PagePoint to, (byte R, byte G, byte B) colour)
    {
        var steps = (int)Math.Max(1, Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)));
        for (var step = 0; step <= steps; step++)
            Set((int)(from.X + ((to.X - from.X) * step / steps)), (int)(from.Y + ((to.Y - from.Y) * step / steps)), colour);
    }

    private void Set(int x, int y, (byte R, byte G, byte B) colour)
    {
        if (x < 0 || y < 0 || x >= image.Width || y >= image.Height)
            return;
        var at = 3 * ((y * image.Width) + x);
        (image.Rgb[at], image.Rgb[at + 1], image.Rgb[at + 2]) = colour;
    }
}

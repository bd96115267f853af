using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Camera;

/// <summary>The paper on its table, as the lens sees it. Geometry and light are computed on a coarse grid and interpolated: both are smooth.</summary>
internal sealed class Scene
{
    private const int Step = 8;
    private readonly PageImage page;
    private readonly Paper paper;
    private readonly Homography toPaper;
    private readonly Shot shot;
    private readonly Tabletop table;
    private readonly Light light;
    private readonly NoiseField grain;
    private readonly (double R, double G, double B) tint;
    private readonly double fold;
    private readonly int foldCorner;
    private readonly Finger? finger;

    /// <summary>Arranges a scene.</summary>
    /// <param name="page">The rendered page.</param>
    /// <param name="paper">The sheet it is printed on.</param>
    /// <param name="toPaper">Takes pixels of the picture to the flat paper.</param>
    /// <param name="shot">How the picture is taken.</param>
    /// <param name="dice">The scene's own dice.</param>
    public Scene(PageImage page, Paper paper, Homography toPaper, Shot shot, Dice dice)
    {
        (this.page, this.paper, this.toPaper, this.shot) = (page, paper, toPaper, shot);
        table = new Tabletop(dice);
        light = new Light(shot.Harshness, dice);
        grain = new NoiseField(dice);
        var paperTone = dice.Between(0.95, 1.0);
        tint = (paperTone, paperTone * dice.Between(0.97, 1.0), paperTone * dice.Between(0.94, 1.0));
        // The back of the fold reaches 3.4 times as far as the fold: inside every family's margin.
        fold = shot.WithFoldedCorner ? page.Width * dice.Between(0.012, 0.020) : 0;
        foldCorner = dice.Whole(0, 3);
        finger = shot.WithFinger ? new Finger(dice) : null;
    }

    /// <summary>Renders the picture: RGB bytes.</summary>
    public byte[] Render(int width, int height)
    {
        int columns = (width / Step) + 2, rows = (height / Step) + 2;
        var grid = Grid(columns, rows, width, height);
        var pixels = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            var v = y % Step / (float)Step;
            var line = y / Step * columns;
            for (var x = 0; x < width; x++)
            {
                var u = x % Step / (float)Step;
                var node = line + (x / Step);
                float x1 = Mix(grid.X, node, columns, u, v), y1 = Mix(grid.Y, node, columns, u, v), shade = Mix(grid.Light, node, columns, u, v);
                Paint(pixels, 3 * ((y * width) + x), x, y, x1, y1, shade);
            }
        }

        finger?.Paint(pixels, width, height);
        return pixels;
    }

    private (float[] X, float[] Y, float[] Light) Grid(int columns, int rows, int width, int height)
    {
        float[] xs = new float[columns * rows], ys = new float[columns * rows], lights = new float[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                double x = column * Step, y = row * Step;
                // Pixel centres lie at halves; corners of the page at whole numbers.
                var flat = toPaper.Apply(new(x + 0.5, y + 0.5));
                var shift = paper.Shift(flat);
                var at = (row * columns) + column;
                xs[at] = (float)(flat.X + shift.X);
                ys[at] = (float)(flat.Y + shift.Y);
                lights[at] = (float)(light.At(x / width, y / height) * (IsOnPaper(flat.X, flat.Y, 4 * Step) ? paper.Shade(flat) : 1));
            }
        }

        return (xs, ys, lights);
    }

    private static float Mix(float[] grid, int node, int columns, float u, float v)
    {
        var above = grid[node] + (u * (grid[node + 1] - grid[node]));
        var below = grid[node + columns] + (u * (grid[node + columns + 1] - grid[node + columns]));
        return above + (v * (below - above));
    }

    private void Paint(byte[] pixels, int at, int x, int y, float px, float py, float shade)
    {
        // How much of the pixel is paper: its edge is as soft as a pixel.
        var inside = Math.Min(Math.Min(px, page.Width - px), Math.Min(py, page.Height - py));
        var cover = Math.Clamp((0.7 * Math.Min(inside, -Corner(px, py))) + 0.5, 0, 1);
        double r = 0, g = 0, b = 0;
        if (cover > 0)
        {
            (r, g, b) = Sample(px - 0.5f, py - 0.5f);
            var fibre = (1 + (0.012 * grain.At(px / 3, py / 3))) * cover;
            // The folded corner shows the blank back of the sheet, lit differently.
            if (fold > 0 && Corner(px, py) > -fold)
                (r, g, b) = (232, 230, 226);
            (r, g, b) = (r * tint.R * fibre, g * tint.G * fibre, b * tint.B * fibre);
        }

        if (cover < 1)
        {
            var (tr, tg, tb) = table.At(x, y);
            var shadow = (1 - (0.45 * Math.Exp(-Math.Max(0, -inside) / 14))) * (1 - cover);
            (r, g, b) = (r + (tr * shadow), g + (tg * shadow), b + (tb * shadow));
        }

        pixels[at] = Byte(r * shade);
        pixels[at + 1] = Byte(g * shade);
        pixels[at + 2] = Byte(b * shade);
    }

    /// <summary>How far a point lies beyond the fold line of the folded corner; above 0 there is no paper.</summary>
    private double Corner(double x, double y)
    {
        if (fold == 0)
            return double.NegativeInfinity;
        double dx = foldCorner is 0 or 3 ? x : page.Width - x, dy = foldCorner is 0 or 1 ? y : page.Height - y;
        return ((2 * fold) - dx - dy) / Math.Sqrt(2);
    }

    private bool IsOnPaper(double x, double y, double margin) => x >= -margin && y >= -margin && x < page.Width + margin && y < page.Height + margin;

    /// <summary>Bilinear sample; the picture is never much smaller than the page, so no pyramid is needed.</summary>
    private (double R, double G, double B) Sample(float x, float y)
    {
        int x0 = Math.Clamp((int)MathF.Floor(x), 0, page.Width - 2), y0 = Math.Clamp((int)MathF.Floor(y), 0, page.Height - 2);
        float u = Math.Clamp(x - x0, 0, 1), v = Math.Clamp(y - y0, 0, 1);
        var rgb = page.Rgb;
        int a = 3 * ((y0 * page.Width) + x0), c = a + (3 * page.Width);
        float w00 = (1 - u) * (1 - v), w10 = u * (1 - v), w01 = (1 - u) * v, w11 = u * v;
        return (
            (w00 * rgb[a]) + (w10 * rgb[a + 3]) + (w01 * rgb[c]) + (w11 * rgb[c + 3]),
            (w00 * rgb[a + 1]) + (w10 * rgb[a + 4]) + (w01 * rgb[c + 1]) + (w11 * rgb[c + 4]),
            (w00 * rgb[a + 2]) + (w10 * rgb[a + 5]) + (w01 * rgb[c + 2]) + (w11 * rgb[c + 5]));
    }

    private static byte Byte(double value) => (byte)Math.Clamp(value + 0.5, 0, 255);
}

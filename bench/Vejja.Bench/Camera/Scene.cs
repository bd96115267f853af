using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Camera;

/// <summary>The paper on its table, as the lens sees it. Geometry and light are computed on a coarse grid and interpolated: both are smooth.</summary>
internal sealed class Scene
{
    private const int Step = 16;

    /// <summary>The right pixel's lanes on the left one's places.</summary>
    private static readonly Vector128<ushort> Next = Vector128.Create((ushort)3, 4, 5, 3, 4, 5, 6, 7);

    /// <summary>Coordinates in fixed point have 16 bits of fraction.</summary>
    private const int Fixed = 1 << 16;

    /// <summary>The paper's fibres repeat after so many pixels of the page: a lattice of 64 steps of 4 pixels.</summary>
    private const int FibreSide = 256;

    private readonly PageImage page;
    private readonly Paper paper;
    private readonly Homography toPaper;
    private readonly Shot shot;
    private readonly Tabletop table;
    private readonly Light light;
    private readonly NoiseField grain;
    private readonly (double R, double G, double B) tint;
    private readonly float[] fibre;
    private readonly Vector128<float> tone;
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
        fibre = [.. Enumerable.Range(0, FibreSide * FibreSide).Select(i => (float)Fibre(i % FibreSide, i / FibreSide))];
        tone = Vector128.Create((float)tint.R, (float)tint.G, (float)tint.B, 0) / 256;
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
        var pixels = GC.AllocateUninitializedArray<byte>(3 * width * height);
        for (var y = 0; y < height; y++)
        {
            var v = y % Step / (float)Step;
            var node = y / Step * columns;
            var left = grid.At(node, columns, v);
            for (var x = 0; x < width; x += Step)
            {
                var right = grid.At(++node, columns, v);
                var count = Math.Min(Step, width - x);
                if (IsPlain(left) && IsPlain(right))
                    PaintPlain(pixels.AsSpan(3 * ((y * width) + x), 3 * count), left, right);
                else
                    PaintEdge(pixels.AsSpan(3 * ((y * width) + x), 3 * count), x, y, left, right);
                left = right;
            }
        }

        finger?.Paint(pixels, width, height);
        return pixels;
    }

    private SceneGrid Grid(int columns, int rows, int width, int height)
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

        return new(xs, ys, lights);
    }

    /// <summary>Whether a point lies on the paper, away from its edges and from a folded corner.</summary>
    private bool IsPlain(ScenePoint p) =>
        p.X > 2 && p.Y > 2 && p.X < page.Width - 2 && p.Y < page.Height - 2 && (fold == 0 || Corner(p.X, p.Y) < -fold - 2);

    /// <summary>
    /// Pixels between two points that show nothing but paper: bilinear samples with 8 bits of fraction, three colours at once. The picture is never
    /// much smaller than the page, so no pyramid is needed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PaintPlain(Span<byte> pixels, ScenePoint left, ScenePoint right)
    {
        ref var rgb = ref MemoryMarshal.GetArrayDataReference(page.Rgb);
        var stride = 3 * page.Width;
        int x = (int)((left.X - 0.5f) * Fixed), y = (int)((left.Y - 0.5f) * Fixed);
        int dx = (int)((right.X - left.X) * Fixed / Step), dy = (int)((right.Y - left.Y) * Fixed / Step);
        float light = left.Light, dLight = (right.Light - left.Light) / Step;
        unchecked
        {
            for (var i = 0; i + 2 < pixels.Length; i += 3, x += dx, y += dy, light += dLight)
            {
                int x0 = x >> 16, y0 = y >> 16, u = (x >> 8) & 255, v = (y >> 8) & 255;
                // Lanes: R, G, B of the left pixel, then of the right one; two lanes more are read, which a plain place always has behind it.
                ref var above = ref Unsafe.Add(ref rgb, (y0 * stride) + (3 * x0));
                var upper = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref above)).AsByte());
                var lower = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref above, stride))).AsByte());
                var between = Vector128.ShiftRightLogical((upper * (ushort)(256 - v)) + (lower * (ushort)v), 8);
                var sum = (between * (ushort)(256 - u)) + (Vector128.Shuffle(between, Next) * (ushort)u);
                var gain = light * fibre[((y0 & (FibreSide - 1)) * FibreSide) + (x0 & (FibreSide - 1))];
                var ink = Vector128.ConvertToSingle(Vector128.WidenLower(sum).AsInt32()) * (tone * gain);
                var whole = Vector128.Min(Vector128.ConvertToInt32(ink + Vector128.Create(0.5f)), Vector128.Create(255));
                (pixels[i], pixels[i + 1], pixels[i + 2]) = ((byte)whole[0], (byte)whole[1], (byte)whole[2]);
            }
        }
    }

    /// <summary>Pixels where the paper may end.</summary>
    private void PaintEdge(Span<byte> pixels, int x, int y, ScenePoint left, ScenePoint right)
    {
        for (var i = 0; 3 * i < pixels.Length; i++)
        {
            var here = left.Towards(right, i / (float)Step);
            Paint(pixels.Slice(3 * i, 3), x + i, y, here.X, here.Y, here.Light);
        }
    }

    private void Paint(Span<byte> pixel, int x, int y, float px, float py, float shade)
    {
        // How much of the pixel is paper: its edge is as soft as a pixel.
        var inside = Math.Min(Math.Min(px, page.Width - px), Math.Min(py, page.Height - py));
        var cover = Math.Clamp((0.7 * Math.Min(inside, -Corner(px, py))) + 0.5, 0, 1);
        double r = 0, g = 0, b = 0;
        if (cover > 0)
        {
            (r, g, b) = Sample(px - 0.5f, py - 0.5f);
            var own = Fibre(px, py) * cover;
            // The folded corner shows the blank back of the sheet, lit differently.
            if (fold > 0 && Corner(px, py) > -fold)
                (r, g, b) = (232, 230, 226);
            (r, g, b) = (r * tint.R * own, g * tint.G * own, b * tint.B * own);
        }

        if (cover < 1)
        {
            var (tr, tg, tb) = table.At(x, y);
            var shadow = (1 - (0.45 * Math.Exp(-Math.Max(0, -inside) / 14))) * (1 - cover);
            (r, g, b) = (r + (tr * shadow), g + (tg * shadow), b + (tb * shadow));
        }

        (pixel[0], pixel[1], pixel[2]) = (Byte(r * shade), Byte(g * shade), Byte(b * shade));
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

    private double Fibre(double x, double y) => 1 + (0.012 * grain.At(x / 4, y / 4));

    /// <summary>Bilinear sample.</summary>
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

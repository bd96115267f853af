using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Tables;

/// <summary>A page drawn by a test: rules and blots of ink.</summary>
internal sealed class DrawnPage(int width, int height)
{
    private readonly byte[] ink = new byte[width * height];
    private readonly List<RulingLine> rulings = [];

    /// <summary>Moves every point before it is drawn: skew, perspective, curl.</summary>
    public Func<double, double, PagePoint> Warp { get; init; } = (x, y) => new(x, y);

    public ImmutableArray<RulingLine> Rulings => [.. rulings];

    public InkMap Ink => new(width, height, ink);

    public UprightPage Upright => new(
        new Page(0, width, height, 0, 0, [], Homography.Identity), new PageImage(width, height, [.. ink.SelectMany(pixel => Enumerable.Repeat((byte)(pixel == 0 ? 255 : 0), 3))]), Ink, Rulings);

    /// <summary>A rule in pieces of at most <paramref name="piece"/> pixels; the ruling list may leave it out (not found).</summary>
    public DrawnPage Rule(double x1, double y1, double x2, double y2, double piece = 1000, bool found = true)
    {
        var horizontal = Math.Abs(x2 - x1) > Math.Abs(y2 - y1);
        var length = Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1));
        var pieces = (int)Math.Ceiling(length / piece);
        for (var i = 0; i < pieces; i++)
        {
            PagePoint At(double t) => Warp(x1 + ((x2 - x1) * t), y1 + ((y2 - y1) * t));
            var (from, to) = (At((double)i / pieces), At((i + 1.0) / pieces));
            if (found)
                rulings.Add(new(from, to, 2, horizontal));
            for (double step = 0; step <= length / pieces; step += 0.5)
            {
                var t = step / (length / pieces);
                Dot(from.X + ((to.X - from.X) * t), from.Y + ((to.Y - from.Y) * t), 2);
            }
        }

        return this;
    }

    /// <summary>A block of ink at a place before warping.</summary>
    public DrawnPage Blot(double x, double y, double blotWidth, double blotHeight)
    {
        var corner = Warp(x, y);
        for (var dy = 0; dy < blotHeight; dy++)
        {
            for (var dx = 0; dx < blotWidth; dx++)
                Set((int)corner.X + dx, (int)corner.Y + dy);
        }

        return this;
    }

    /// <summary>A word of letter-like blots, each <paramref name="letter"/> pixels high.</summary>
    public DrawnPage Word(double x, double y, int letters, double letter = 12)
    {
        for (var i = 0; i < letters; i++)
            Blot(x + (i * letter * 0.7), y, letter * 0.5, letter);
        return this;
    }

    private void Dot(double x, double y, int size)
    {
        for (var dy = 0; dy < size; dy++)
        {
            for (var dx = 0; dx < size; dx++)
                Set((int)Math.Round(x - (size / 2.0) + dx), (int)Math.Round(y - (size / 2.0) + dy));
        }
    }

    private void Set(int x, int y)
    {
        if (x >= 0 && y >= 0 && x < width && y < height)
            ink[(y * width) + x] = 1;
    }
}

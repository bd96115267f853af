using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Imaging.Rulings;

namespace Vejja.Imaging.Straightening;

/// <summary>How far lines lean: the slope of a line that passes <paramref name="Middle"/> is <paramref name="Slope"/>, and it changes by <paramref name="Change"/> a pixel.</summary>
internal readonly record struct Lean(double Slope, double Change, double Middle)
{
    public double At(double across) => Slope + (Change * (across - Middle));
}

/// <summary>Skew and mild perspective of a page, from its ruling lines or the slant of its text.</summary>
/// <param name="Horizontal">Slope dy/dx of lines along the text, by y.</param>
/// <param name="Vertical">Slope dx/dy of lines across the text, by x.</param>
internal sealed record PageDistortion(Lean Horizontal, Lean Vertical)
{
    // Rules shorter than this share of the page's width (height) lie about its geometry more than they tell.
    private const double ShortestShare = 0.12;

    // Perspective is believed only where rules are spread over this share of the page.
    private const double SmallestSpread = 0.12;

    // The most that slopes may differ over the page; what differs more is no mild perspective.
    private const double LargestChange = 0.25;

    // So many rules tell perspective from a crooked rule.
    private const int FewestRules = 3;

    // The upper and the lower part of a page whose text lines are compared, as a share of its height.
    private const double TextPart = 0.55;

    // Text lines of both parts that differ by less (a third of a degree) are parallel.
    private const double SmallestTextChange = 0.006;

    /// <summary>Angle of the text in degrees, positive clockwise.</summary>
    public double SkewDegrees => Math.Atan(Horizontal.Slope) * 180 / Math.PI;

    /// <summary>Measures a page.</summary>
    /// <param name="width">Width of the page in pixels.</param>
    /// <param name="height">Height of the page in pixels.</param>
    /// <param name="rulings">Its ruling lines.</param>
    /// <param name="textSlope">Asked for the slope of the text lines between two rows of pixels, where rules do not say it; null where the text shows none.</param>
    public static PageDistortion Measure(int width, int height, Rulings.Rulings rulings, Func<int, int, double?> textSlope)
    {
        var across = Fit(rulings.Vertical, height, width);
        var first = Fit(rulings.Horizontal, width, height) ?? new Lean(textSlope(0, height) ?? (across is { } upright ? -upright.Slope : 0), 0, height / 2.0);
        if (first.Change == 0 && rulings.Horizontal.Count(path => path.Length >= ShortestShare * width) < FewestRules)
            first = first with { Change = TextChange(height, textSlope) };
        return new PageDistortion(first, across ?? new Lean(-first.Slope, 0, width / 2.0));
    }

    /// <summary>A page that leans as a whole.</summary>
    /// <param name="width">Width of the page in pixels.</param>
    /// <param name="height">Height of the page in pixels.</param>
    /// <param name="degrees">Angle of the text, positive clockwise.</param>
    public static PageDistortion Turned(int width, int height, double degrees)
    {
        double slope = Math.Tan(degrees * Math.PI / 180);
        return new PageDistortion(new Lean(slope, 0, height / 2.0), new Lean(-slope, 0, width / 2.0));
    }

    /// <summary>The quadrilateral of the page that is a rectangle on paper, clockwise from the top left.</summary>
    public ImmutableArray<PagePoint> Quadrilateral(int width, int height)
    {
        double middleX = width / 2.0, middleY = height / 2.0;
        double top = Horizontal.At(0), bottom = Horizontal.At(height), left = Vertical.At(0), right = Vertical.At(width);
        return [Cross(0, top, 0, left), Cross(0, top, width, right), Cross(height, bottom, width, right), Cross(height, bottom, 0, left)];

        // y = row + rowSlope · (x − middleX) and x = column + columnSlope · (y − middleY).
        PagePoint Cross(double row, double rowSlope, double column, double columnSlope)
        {
            double y = (row + (rowSlope * (column - middleX - (columnSlope * middleY)))) / (1 - (rowSlope * columnSlope));
            return new(column + (columnSlope * (y - middleY)), y);
        }
    }

    /// <summary>The largest distance in pixels that undoing the distortion moves a corner.</summary>
    public double LargestMove(int width, int height)
    {
        PagePoint[] corners = [new(0, 0), new(width, 0), new(width, height), new(0, height)];
        return Quadrilateral(width, height).Zip(corners, (moved, corner) => Math.Max(Math.Abs(moved.X - corner.X), Math.Abs(moved.Y - corner.Y))).Max();
    }

    /// <summary>How the slope of text lines changes from the upper to the lower part of a page without a table: perspective; 0 where one of them has too little text, or where they agree.</summary>
    private static double TextChange(int height, Func<int, int, double?> textSlope)
    {
        int part = (int)(TextPart * height);
        if (textSlope(0, part) is not { } upper || textSlope(height - part, height) is not { } lower)
            return 0;
        double difference = lower - upper;
        return Math.Abs(difference) is >= SmallestTextChange and <= LargestChange ? difference / (height - part) : 0;
    }

    /// <summary>Weighted line through the slopes of the rules: slope = a + b · (across − middle), where the rules are many and far apart enough for b.</summary>
    private static Lean? Fit(ImmutableArray<RulingPath> paths, int alongLength, int acrossLength)
    {
        var rules = paths.Where(path => path.Length >= ShortestShare * alongLength)
            .Select(path => (Slope: (path.Corners[^1].Across - path.Corners[0].Across) / path.Length, Across: path.At((path.First + path.Last) / 2), Weight: path.Length))
            .ToList();
        if (rules.Count == 0)
            return null;
        double weight = rules.Sum(rule => rule.Weight);
        double middle = rules.Sum(rule => rule.Weight * rule.Across) / weight, slope = rules.Sum(rule => rule.Weight * rule.Slope) / weight;
        double spread = rules.Max(rule => rule.Across) - rules.Min(rule => rule.Across);
        double square = rules.Sum(rule => rule.Weight * (rule.Across - middle) * (rule.Across - middle));
        double change = rules.Count < FewestRules || spread < SmallestSpread * acrossLength ? 0
            : rules.Sum(rule => rule.Weight * (rule.Across - middle) * (rule.Slope - slope)) / square;
        return new Lean(slope, Math.Abs(change * acrossLength) > LargestChange ? 0 : change, middle);
    }
}

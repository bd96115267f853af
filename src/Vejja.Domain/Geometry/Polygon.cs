using System.Collections.Immutable;

namespace Vejja.Domain.Geometry;

/// <summary>A closed polygon in pixels of the upright page, clockwise from the top-left corner of the text it holds.</summary>
/// <param name="Points">At least three corners; four for a text line (top left, top right, bottom right, bottom left).</param>
public sealed record Polygon(ImmutableArray<PagePoint> Points)
{
    /// <summary>The smallest axis-parallel box around the polygon.</summary>
    public Box Bounds => Box.Around(Points);

    /// <summary>The four corners of a box.</summary>
    public static Polygon From(Box box) =>
        new([new(box.X1, box.Y1), new(box.X2, box.Y1), new(box.X2, box.Y2), new(box.X1, box.Y2)]);

    /// <inheritdoc/>
    public bool Equals(Polygon? other) => other is not null && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => Points.Length == 0 ? 0 : HashCode.Combine(Points.Length, Points[0], Points[^1]);
}

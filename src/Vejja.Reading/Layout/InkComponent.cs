using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>A run of ink in one row of pixels.</summary>
/// <param name="Y">The row.</param>
/// <param name="X1">First pixel.</param>
/// <param name="X2">One past the last pixel.</param>
internal readonly record struct InkRun(int Y, int X1, int X2);

/// <summary>Ink that hangs together (8-connected), in pixels of the upright page.</summary>
/// <param name="Box">Its outline.</param>
/// <param name="Area">Its pixels.</param>
/// <param name="Runs">Its rows, top to bottom.</param>
internal sealed record InkComponent(Box Box, int Area, ImmutableArray<InkRun> Runs)
{
    /// <summary>Share of the outline that is ink, in (0, 1].</summary>
    public double Fill => Area / Math.Max(1, Box.Area);
}

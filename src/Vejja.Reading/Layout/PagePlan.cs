using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Layout;

/// <summary>A place to be read.</summary>
/// <param name="Polygon">Its ink in page pixels.</param>
/// <param name="Kind">What is known of it.</param>
/// <param name="Grid">Index of its table; -1 outside tables.</param>
/// <param name="Cell">Index of its cell; -1 outside tables.</param>
/// <param name="IsDash">Whether it is a lone dash by its form, so that no recogniser is asked.</param>
/// <param name="Marks">What is known of its ink.</param>
internal sealed record PlannedLine(Polygon Polygon, LineKind Kind, int Grid, int Cell, bool IsDash, LineMarks Marks)
{
    /// <summary>What is cut out to be read: as high as the ink; the margin comes on top.</summary>
    public Polygon Crop { get; init; } = Polygon;

    /// <summary>Whether it is a row of dots to be filled in and empty, so that no recogniser is asked.</summary>
    public bool IsLeader { get; init; }
}

/// <summary>What is to be read on one page.</summary>
/// <param name="Page">The upright page; its picture without rules, so that a rule in a crop's margin is no sign.</param>
/// <param name="Grids">Its tables.</param>
/// <param name="Lines">Every place to be read.</param>
/// <param name="LineHeight">Height of a text line in pixels.</param>
/// <param name="Unread">Digit-sized ink in no line.</param>
internal sealed record PagePlan(
    UprightPage Page, ImmutableArray<Grid> Grids, ImmutableArray<PlannedLine> Lines, double LineHeight, ImmutableArray<Box> Unread)
{
    /// <summary>The page's ink without rules, part by part.</summary>
    public ImmutableArray<InkComponent> Ink { get; init; } = [];
}

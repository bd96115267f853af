using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>A line as a classifier sees it.</summary>
/// <param name="Text">What was read.</param>
/// <param name="Polygon">Where it stands, in pixels of the upright page.</param>
/// <param name="InTable">Whether it stands in a table.</param>
public sealed record LaidLine(string Text, Polygon Polygon, bool InTable);

/// <summary>The lines of one page in reading order.</summary>
/// <param name="Width">Width of the upright page in pixels.</param>
/// <param name="Height">Height of the upright page in pixels.</param>
/// <param name="Lines">In reading order.</param>
public sealed record PageLayout(int Width, int Height, ImmutableArray<LaidLine> Lines);

/// <summary>Says which part of a sheet each line belongs to: by rules, or by the trained layout model.</summary>
public interface IBlockClassifier
{
    /// <summary>Classifies every line of a page.</summary>
    /// <returns>One type a line, in the order of the lines.</returns>
    ImmutableArray<BlockType> Classify(PageLayout page);
}

using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>A pen's stroke that comes into a cell from its neighbour: it swallows the letters that it touches, and with them they are read in the neighbour or nowhere.</summary>
internal static class ForeignStrokes
{
    /// <summary>What is lower than this, in line heights, is a letter that reaches over a rule.</summary>
    private const double Lowest = 1.8;

    /// <summary>The part of a cell, in line heights from its edges, in which a neighbour's letters and what is left of rules still stand.</summary>
    private const double Edge = 0.2;

    /// <summary>Ink from which on it is a stroke, in squared line heights.</summary>
    private const double Least = 0.2;

    /// <summary>Whether ink that belongs to no line of a cell crosses it.</summary>
    /// <param name="cell">The cell, in page pixels.</param>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static bool Cross(Box cell, ImmutableArray<InkComponent> ink, double lineHeight)
    {
        var inside = cell.Inflate(-Edge * lineHeight);
        return ink.Any(part => part.Box.Height >= Lowest * lineHeight && part.Box.Width >= lineHeight && !cell.Contains(part.Box.Centre) && part.Box.Intersect(inside) is { IsEmpty: false }
            && part.Runs.Where(run => run.Y >= inside.Y1 && run.Y < inside.Y2).Sum(run => Math.Max(0, Math.Min(run.X2, inside.X2) - Math.Max(run.X1, inside.X1))) >= Least * lineHeight * lineHeight);
    }
}

using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>Rows by a threshold in line heights, left to right inside a row. A threshold in pixels fails on every other resolution.</summary>
internal static class ReadingOrder
{
    /// <summary>Centres nearer than this share of the lower height lie in one row.</summary>
    private const double SameRow = 0.5;

    /// <summary>Rows from top to bottom, each from left to right.</summary>
    public static ImmutableArray<ImmutableArray<T>> Rows<T>(IEnumerable<T> items, Func<T, Box> box)
    {
        var rows = new List<List<T>>();
        foreach (var item in items.OrderBy(item => box(item).Centre.Y))
        {
            var row = rows.LastOrDefault(row => row.Exists(member => AreSideBySide(box(member), box(item))));
            if (row is null || row.Exists(member => Overlap(box(member), box(item))))
                rows.Add([item]);
            else
                row.Add(item);
        }

        return [.. rows.OrderBy(row => row.Average(item => box(item).Centre.Y)).Select(row => ImmutableArray.CreateRange(row.OrderBy(item => box(item).X1)))];
    }

    private static bool AreSideBySide(Box a, Box b) =>
        Math.Abs(a.Centre.Y - b.Centre.Y) <= SameRow * Math.Min(a.Height, b.Height);

    private static bool Overlap(Box a, Box b) =>
        Math.Min(a.X2, b.X2) - Math.Max(a.X1, b.X1) > 0.5 * Math.Min(a.Width, b.Width);
}

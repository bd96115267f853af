using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Tables with rules between their rows only: what stands between two rules is one row, however many lines it has.</summary>
internal static class RowRules
{
    /// <summary>A rule between rows runs over so much of the table's width.</summary>
    private const double Width = 0.6;

    /// <summary>Rules part the rows if there are so many stretches between them for each row that fills its columns.</summary>
    private const double StretchesARow = 0.7;

    /// <summary>Top and bottom of each row; null where rules do not part the rows.</summary>
    /// <param name="rows">Ink of each line of text across the table, top to bottom.</param>
    /// <param name="filled">How many of them fill most columns.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="rulings">Every rule of the page.</param>
    public static List<(double Top, double Bottom)>? Part(
        ImmutableArray<Box>[] rows, int filled, ImmutableArray<(double X1, double X2)> columns, ImmutableArray<RulingLine> rulings)
    {
        var (left, right) = (columns[0].X1, columns[^1].X2);
        RulePiece[] rules = [.. rulings.Where(rule => rule.IsHorizontal).Select(RulePiece.From)
            .Where(rule => Math.Min(rule.A2, right) - Math.Max(rule.A1, left) >= Width * (right - left))];
        var stretches = rows.GroupBy(row => rules.Count(rule => rule.At(row.Average(box => box.Centre.X)) < row.Average(box => box.Centre.Y)))
            .OrderBy(stretch => stretch.Key).Select(stretch => stretch.SelectMany(row => row).ToArray()).ToArray();
        return stretches.Length >= Math.Max(3, StretchesARow * filled) && rules.Length >= 2
            ? [.. stretches.Select(boxes => (boxes.Min(box => box.Y1), boxes.Max(box => box.Y2)))]
            : null;
    }
}

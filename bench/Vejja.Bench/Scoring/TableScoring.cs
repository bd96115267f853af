using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Scoring;

/// <summary>Neighbour relations: right, of the truth, of the reading.</summary>
internal readonly record struct RelationCount(int Right, int Truth, int Read);

/// <summary>How well tables were understood.</summary>
/// <param name="Tables">Tables of the truth.</param>
/// <param name="Found">Those with a table of the reading at intersection over union of at least a half.</param>
/// <param name="Extra">Tables of the reading that are none.</param>
/// <param name="Relations">Neighbour relations (Göbel and others, ICDAR 2013, on cells matched by place).</param>
/// <param name="TreeSimilarity">Sum over the tables of the truth of 1 − edit distance ÷ nodes, on the tree of rows and cells.</param>
/// <param name="Cells">Cells of the truth with text.</param>
/// <param name="ExactCells">Those whose text is exact.</param>
internal sealed record TableScore(int Tables, int Found, int Extra, RelationCount Relations, double TreeSimilarity, int Cells, int ExactCells);

/// <summary>Scores tables.</summary>
internal static class TableScoring
{
    /// <summary>Scores a sheet.</summary>
    public static TableScore Score(TruthDocument truth, Prescription reading, PlacedReading placed)
    {
        var free = reading.Tables.ToList();
        int found = 0, cells = 0, exact = 0, right = 0, told = 0, given = 0;
        double similarity = 0;
        foreach (var table in truth.Prescription.Tables)
        {
            PagePoint[] corners = [.. Polygon.From(table.Box).Points];
            var match = free.Where(other => other.Page == table.Page && Quad.Overlap(corners, placed.Place(other.Page, other.Box)) >= 0.5)
                .MaxBy(other => Quad.Overlap(corners, placed.Place(other.Page, other.Box)));
            var relations = Neighbours(table);
            cells += table.Cells.Count(cell => cell.Text.Length > 0);
            told += relations.Count;
            if (match is null)
                continue;
            found++;
            free.Remove(match);
            var pairs = Pairs(table, match, placed);
            var read = Neighbours(match);
            exact += pairs.Count(pair => pair.Key.Text.Length > 0 && Signs.Clusters(pair.Key.Text).AsSpan().SequenceEqual(Signs.Clusters(pair.Value.Text)));
            given += read.Count;
            right += relations.Count(relation => pairs.TryGetValue(relation.From, out var from) && pairs.TryGetValue(relation.To, out var to) && read.Contains((from, to, relation.IsDown)));
            similarity += TreeSimilarity(table, match);
        }

        given += free.Sum(table => Neighbours(table).Count);
        return new(truth.Prescription.Tables.Length, found, free.Count, new(right, told, given), similarity, cells, exact);
    }

    private static Dictionary<TableCell, TableCell> Pairs(Table table, Table read, PlacedReading placed)
    {
        var pairs = new Dictionary<TableCell, TableCell>(ReferenceEqualityComparer.Instance);
        var corners = read.Cells.Select(cell => placed.Place(read.Page, cell.Box)).ToArray();
        var used = new HashSet<int>();
        foreach (var cell in table.Cells)
        {
            PagePoint[] own = [.. Polygon.From(cell.Box).Points];
            for (var i = 0; i < corners.Length; i++)
            {
                if (!used.Contains(i) && Quad.Overlap(own, corners[i]) >= 0.5)
                {
                    pairs[cell] = read.Cells[i];
                    used.Add(i);
                    break;
                }
            }
        }

        return pairs;
    }

    /// <summary>Pairs of cells that touch, to the right and below.</summary>
    private static HashSet<(TableCell From, TableCell To, bool IsDown)> Neighbours(Table table)
    {
        var at = new Dictionary<(int, int), TableCell>();
        foreach (var cell in table.Cells)
        {
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++)
            {
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                    at[(r, c)] = cell;
            }
        }

        var relations = new HashSet<(TableCell, TableCell, bool)>();
        foreach (var ((r, c), cell) in at)
        {
            if (at.TryGetValue((r, c + 1), out var right) && !ReferenceEquals(right, cell))
                relations.Add((cell, right, false));
            if (at.TryGetValue((r + 1, c), out var below) && !ReferenceEquals(below, cell))
                relations.Add((cell, below, true));
        }

        return relations;
    }

    /// <summary>
    /// TEDS (Zhong and others, 2020) on the tree table – rows – cells. Rows are matched with rows and cells with cells, in order; a cell costs the
    /// edit distance of its text over its length, or 1 where its spans differ.
    /// </summary>
    private static double TreeSimilarity(Table truth, Table read)
    {
        var (a, b) = (Rows(truth), Rows(read));
        var cost = Sequence(a.Length, b.Length, i => 1 + a[i].Length, j => 1 + b[j].Length,
            (i, j) => Sequence(a[i].Length, b[j].Length, _ => 1, _ => 1, (k, l) => CellCost(a[i][k], b[j][l])));
        var nodes = Math.Max(1 + a.Length + truth.Cells.Length, 1 + b.Length + read.Cells.Length);
        return Math.Max(0, 1 - (cost / nodes));
    }

    /// <summary>Edit distance of two sequences with costs of their own.</summary>
    private static double Sequence(int truths, int reads, Func<int, double> drop, Func<int, double> add, Func<int, int, double> change)
    {
        var above = new double[reads + 1];
        for (var j = 1; j <= reads; j++)
            above[j] = above[j - 1] + add(j - 1);
        for (var i = 1; i <= truths; i++)
        {
            var here = new double[reads + 1];
            here[0] = above[0] + drop(i - 1);
            for (var j = 1; j <= reads; j++)
                here[j] = Math.Min(Math.Min(above[j] + drop(i - 1), here[j - 1] + add(j - 1)), above[j - 1] + change(i - 1, j - 1));
            above = here;
        }

        return above[reads];
    }

    private static TableCell[][] Rows(Table table) =>
        [.. Enumerable.Range(0, table.Rows).Select(row => table.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column).ToArray())];

    private static double CellCost(TableCell a, TableCell b) =>
        a.RowSpan != b.RowSpan || a.ColumnSpan != b.ColumnSpan ? 1 : 1 - TextDistance.Similarity(a.Text, b.Text);
}

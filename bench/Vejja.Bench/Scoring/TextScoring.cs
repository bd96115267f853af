using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Scoring;

/// <summary>Right and wrong signs of one kind.</summary>
/// <param name="Signs">Signs of the truth.</param>
/// <param name="Errors">Signs missing, wrong or too many.</param>
internal readonly record struct ErrorCount(int Signs, int Errors)
{
    /// <summary>Errors a sign of the truth; insertions can take it above 1.</summary>
    public double Rate => Signs == 0 ? 0 : Errors / (double)Signs;

    /// <summary>Both together.</summary>
    public ErrorCount Plus(ErrorCount other) => new(Signs + other.Signs, Errors + other.Errors);
}

/// <summary>How well the text of a sheet was found and read.</summary>
/// <param name="TruthLines">Lines of the truth.</param>
/// <param name="ReadLines">Lines of the reading, those on ignored ink left out.</param>
/// <param name="FoundLines">Pairs with intersection over union of at least a half.</param>
/// <param name="ExactLines">Lines of the truth whose text is exact after normalising.</param>
/// <param name="Points">Errors by code point, blanks left out.</param>
/// <param name="Clusters">Errors by Khmer cluster, on texts with Khmer.</param>
/// <param name="ByKind">Errors by kind of sign.</param>
/// <param name="Types">By type of block, on lines that both cut alike: right, of the truth, of the reading.</param>
internal sealed record TextScore(
    int TruthLines, int ReadLines, int FoundLines, int ExactLines, ErrorCount Points, ErrorCount Clusters,
    Dictionary<SignKind, ErrorCount> ByKind, Dictionary<BlockType, BlockTypeCount> Types);

/// <summary>Lines of one type.</summary>
internal readonly record struct BlockTypeCount(int Right, int Truth, int Read);

/// <summary>
/// Scores text. Engines cut lines differently, so lines of truth and reading that overlap are joined into groups, and the texts of a group are
/// compared as a whole: neither a split nor a merge is an error by itself.
/// </summary>
internal static class TextScoring
{
    /// <summary>Scores a sheet.</summary>
    public static TextScore Score(TruthDocument truth, PlacedReading reading)
    {
        var lines = truth.Prescription.Blocks.Select(block => new PlacedBlock(block, Quad.Corners(block.Polygon))).ToArray();
        var read = reading.Blocks.Where(block => !IsIgnored(block, truth, lines)).ToArray();
        var (found, types) = Match(lines, read);
        ErrorCount points = default, clusters = default;
        var kinds = Enum.GetValues<SignKind>().ToDictionary(kind => kind, _ => default(ErrorCount));
        var exact = 0;
        var isFrench = truth.Prescription.Language is ["fra", ..];
        foreach (var group in Groups(lines, read))
        {
            var page = group.Truth.Count > 0 ? lines[group.Truth[0]].Block.Page : read[group.Read[0]].Block.Page;
            var turn = page < truth.Prescription.Pages.Length ? truth.Prescription.Pages[page].Rotation : 0;
            var (said, heard) = (ReadingOrder.Join(group.Truth.Select(i => lines[i]), turn), ReadingOrder.Join(group.Read.Select(i => read[i]), turn));
            var path = TextDistance.Align(Signs.Points(said), Signs.Points(heard));
            points = points.Plus(new(path.Count(step => step.Truth is not null), path.Count(step => !step.IsRight)));
            var told = Signs.Kinds(said, isFrench);
            var next = 0;
            foreach (var step in path)
            {
                var kind = step.Truth is null ? Signs.KindOf(step.Read!, isFrench) : told[next++];
                kinds[kind] = kinds[kind].Plus(new(step.Truth is null ? 0 : 1, step.IsRight ? 0 : 1));
            }

            if (said.Any(Scripts.IsKhmer) || heard.Any(Scripts.IsKhmer))
            {
                var (a, b) = (Signs.Clusters(said), Signs.Clusters(heard));
                clusters = clusters.Plus(new(a.Length, TextDistance.Between(a, b)));
            }

            if (path.All(step => step.IsRight))
                exact += group.Truth.Count;
        }

        return new(lines.Length, read.Length, found, exact, points, clusters, kinds, types);
    }

    /// <summary>A reading of a stamp or a code is neither right nor wrong.</summary>
    private static bool IsIgnored(PlacedBlock block, TruthDocument truth, PlacedBlock[] lines) =>
        truth.Ignored.Any(ink => ink.Page == block.Block.Page && Quad.Common(block.Corners, Quad.Corners(ink.Polygon)) > 0.5 * Quad.Area(block.Corners))
        && !lines.Any(line => line.Block.Page == block.Block.Page && Quad.Overlap(line.Corners, block.Corners) > 0.3);

    private static IEnumerable<(List<int> Truth, List<int> Read)> Groups(PlacedBlock[] lines, PlacedBlock[] read)
    {
        var parent = Enumerable.Range(0, lines.Length + read.Length).ToArray();
        int Root(int i) => parent[i] == i ? i : parent[i] = Root(parent[i]);
        for (var i = 0; i < lines.Length; i++)
        {
            for (var j = 0; j < read.Length; j++)
            {
                if (lines[i].Block.Page == read[j].Block.Page
                    && Quad.Common(lines[i].Corners, read[j].Corners) > 0.5 * Math.Min(Quad.Area(lines[i].Corners), Quad.Area(read[j].Corners)))
                    parent[Root(i)] = Root(lines.Length + j);
            }
        }

        return Enumerable.Range(0, lines.Length + read.Length).GroupBy(Root)
            .Select(group => (group.Where(i => i < lines.Length).ToList(), group.Where(i => i >= lines.Length).Select(i => i - lines.Length).ToList()));
    }

    private static (int Found, Dictionary<BlockType, BlockTypeCount> Types) Match(PlacedBlock[] lines, PlacedBlock[] read)
    {
        var types = Enum.GetValues<BlockType>().ToDictionary(type => type, _ => default(BlockTypeCount));
        var pairs = from i in Enumerable.Range(0, lines.Length)
                    from j in Enumerable.Range(0, read.Length)
                    where lines[i].Block.Page == read[j].Block.Page
                    let overlap = Quad.Overlap(lines[i].Corners, read[j].Corners)
                    where overlap >= 0.5
                    orderby overlap descending
                    select (i, j);
        HashSet<int> usedTruth = [], usedRead = [];
        foreach (var (i, j) in pairs)
        {
            if (usedTruth.Contains(i) || usedRead.Contains(j))
                continue;
            usedTruth.Add(i);
            usedRead.Add(j);
            var (told, given) = (lines[i].Block.Type, read[j].Block.Type);
            types[told] = types[told] with { Truth = types[told].Truth + 1, Right = types[told].Right + (told == given ? 1 : 0) };
            types[given] = types[given] with { Read = types[given].Read + 1 };
        }

        return (usedTruth.Count, types);
    }
}

/// <summary>Joins lines as a person reads them.</summary>
internal static class ReadingOrder
{
    /// <summary>The texts of rows from top to bottom, as the page is turned upright, each from left to right.</summary>
    public static string Join(IEnumerable<PlacedBlock> blocks, int rotation)
    {
        var rows = new List<List<(string Text, PagePoint Middle, double Height)>>();
        foreach (var item in blocks.Select(block => (block.Block.Text, Middle: Turn(block.Corners, rotation), Height: Height(block.Corners))).OrderBy(item => item.Middle.Y))
        {
            if (rows.Count > 0 && item.Middle.Y - rows[^1][0].Middle.Y < 0.5 * Math.Min(item.Height, rows[^1][0].Height))
                rows[^1].Add(item);
            else
                rows.Add([item]);
        }

        return string.Join(' ', rows.SelectMany(row => row.OrderBy(item => item.Middle.X)).Select(item => item.Text));
    }

    private static double Height(PagePoint[] corners)
    {
        var length = Math.Sqrt(Math.Pow(corners[1].X - corners[0].X, 2) + Math.Pow(corners[1].Y - corners[0].Y, 2));
        return Quad.Area(corners) / Math.Max(1, length);
    }

    private static PagePoint Turn(PagePoint[] corners, int rotation)
    {
        double x = corners.Average(corner => corner.X), y = corners.Average(corner => corner.Y);
        return rotation switch { 90 => new(-y, x), 180 => new(-x, -y), 270 => new(y, -x), _ => new(x, y) };
    }
}

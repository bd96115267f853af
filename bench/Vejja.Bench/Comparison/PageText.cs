using System.Globalization;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Comparison;

/// <summary>A word of a whole-page reading, in pixels of the upright page.</summary>
internal sealed record PageWord(string Line, string Text, double Confidence, Box Box);

/// <summary>Reads Tesseract's TSV: twelve columns, level 5 is a word, its line is named by the columns before.</summary>
internal static class PageText
{
    /// <summary>The words.</summary>
    public static IEnumerable<PageWord> Words(string tsv)
    {
        foreach (var row in tsv.Split('\n').Select(line => line.Split('\t')))
        {
            if (row.Length < 12 || row[0] != "5" || string.IsNullOrWhiteSpace(row[11]))
                continue;
            double Number(int column) => double.Parse(row[column], CultureInfo.InvariantCulture);
            yield return new(string.Join('.', row[1..5]), row[11].Trim(), Math.Clamp(Number(10) / 100, 0, 1), new(Number(6), Number(7), Number(6) + Number(8), Number(7) + Number(9)));
        }
    }
}

using System.Globalization;
using System.Text;

namespace Vejja.Bench.Reporting;

/// <summary>A line of a plot; both coordinates in [0, 1].</summary>
internal sealed record PlotLine(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <summary>Small plots as SVG, legible in light and dark pages.</summary>
internal static class Plot
{
    private static readonly string[] Inks = ["#2563c9", "#d1602f", "#2f8f55", "#8a56b0", "#777777", "#b08a1c"];

    /// <summary>Lines over a unit square.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="across">What the horizontal axis shows.</param>
    /// <param name="up">What the vertical axis shows.</param>
    /// <param name="top">Value at the upper end of the vertical axis.</param>
    /// <param name="withDiagonal">Whether the diagonal is drawn.</param>
    /// <param name="lines">The lines.</param>
    public static string Lines(string title, string across, string up, double top, bool withDiagonal, IReadOnlyList<PlotLine> lines)
    {
        var svg = Begin(460, 360, title);
        double X(double x) => 56 + (x * 370);
        double Y(double y) => 300 - (Math.Min(1, y / top) * 250);
        for (var i = 0; i <= 5; i++)
        {
            svg.Append(F($"<line x1='56' x2='426' y1='{Y(top * i / 5):0}' y2='{Y(top * i / 5):0}' stroke='#ddd'/><text x='50' y='{Y(top * i / 5) + 4:0}' text-anchor='end'>{100 * top * i / 5:0.#}</text>"));
            svg.Append(F($"<text x='{X(i / 5.0):0}' y='318' text-anchor='middle'>{100 * i / 5:0}</text>"));
        }

        if (withDiagonal)
            svg.Append(F($"<line x1='{X(0):0}' y1='{Y(0):0}' x2='{X(1):0}' y2='{Y(1):0}' stroke='#999' stroke-dasharray='4 4'/>"));
        for (var i = 0; i < lines.Count; i++)
        {
            var ink = Inks[i % Inks.Length];
            svg.Append(F($"<polyline fill='none' stroke='{ink}' stroke-width='2' points='{string.Join(' ', lines[i].Points.Select(point => F($"{X(point.X):0.0},{Y(point.Y):0.0}")))}'/>"));
            foreach (var (x, y) in lines[i].Points.Count <= 12 ? lines[i].Points : [])
                svg.Append(F($"<circle cx='{X(x):0.0}' cy='{Y(y):0.0}' r='3' fill='{ink}'/>"));
            svg.Append(F($"<rect x='{70 + (i * 92)}' y='40' width='10' height='3' fill='{ink}'/><text x='{84 + (i * 92)}' y='45'>{lines[i].Name}</text>"));
        }

        return svg.Append(F($"<text x='241' y='342' text-anchor='middle'>{across}</text><text x='16' y='175' transform='rotate(-90 16 175)' text-anchor='middle'>{up}</text></svg>\n")).ToString();
    }

    /// <summary>Groups of bars.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="groups">Names of the groups.</param>
    /// <param name="bars">Bars by name: one value a group.</param>
    /// <param name="unit">The unit after a value.</param>
    public static string Bars(string title, IReadOnlyList<string> groups, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> bars, string unit)
    {
        var top = Math.Max(1e-9, bars.SelectMany(bar => bar.Values).Max());
        var groupWidth = Math.Max(64, (bars.Count * 26) + 18);
        var svg = Begin(80 + (groups.Count * groupWidth), 340, title);
        for (var g = 0; g < groups.Count; g++)
        {
            var left = 50 + (g * groupWidth);
            for (var b = 0; b < bars.Count; b++)
            {
                var height = bars[b].Values[g] / top * 215;
                svg.Append(F($"<rect x='{left + (b * 26)}' y='{290 - height:0.0}' width='22' height='{height:0.0}' fill='{Inks[b % Inks.Length]}'/><text x='{left + (b * 26) + 11}' y='{285 - height:0.0}' text-anchor='middle' font-size='9'>{bars[b].Values[g]:0.#}</text>"));
            }

            svg.Append(F($"<text x='{left + (bars.Count * 13)}' y='307' text-anchor='middle'>{groups[g]}</text>"));
        }

        for (var b = 0; b < bars.Count && bars.Count > 1; b++)
            svg.Append(F($"<rect x='{50 + (b * 84)}' y='38' width='10' height='8' fill='{Inks[b % Inks.Length]}'/><text x='{64 + (b * 84)}' y='46'>{bars[b].Name}</text>"));
        return svg.Append(F($"<text x='14' y='170' transform='rotate(-90 14 170)' text-anchor='middle'>{unit}</text></svg>\n")).ToString();
    }

    private static StringBuilder Begin(int width, int height, string title) => new(
        F($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}' font-family='sans-serif' font-size='11' fill='#333'><rect width='{width}' height='{height}' fill='#fff'/><text x='{width / 2}' y='22' text-anchor='middle' font-size='14' font-weight='bold'>{title}</text>"));

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

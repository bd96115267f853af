using System.Globalization;
using System.Text;

namespace Vejja.Capacity.Reporting;

/// <summary>A line of a plot.</summary>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points, bool IsDashed = false);

/// <summary>One plot: its curves and its axes; a logarithmic axis runs over whole powers of ten.</summary>
internal sealed record Chart(string Title, string Across, string Up, bool IsLogarithmic, IReadOnlyList<Curve> Curves);

/// <summary>Charts side by side as SVG, legible in light and dark pages.</summary>
internal static class CurvePlot
{
    private const int ChartWidth = 460;
    private const int Left = 60;
    private const int Wide = 370;
    private const int Bottom = 300;
    private const int High = 240;
    private static readonly string[] Inks = ["#2563c9", "#d1602f", "#2f8f55", "#8a56b0", "#777777"];

    /// <summary>Draws.</summary>
    public static string Draw(IReadOnlyList<Chart> charts)
    {
        var width = ChartWidth * charts.Count;
        var svg = new StringBuilder(F($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} 350' width='{width}' height='350' font-family='sans-serif' font-size='11' fill='#333'><rect width='{width}' height='350' fill='#fff'/>"));
        for (var i = 0; i < charts.Count; i++)
        {
            svg.Append(F($"<g transform='translate({i * ChartWidth} 0)'>"));
            Draw(svg, charts[i]);
            svg.Append("</g>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, Chart chart)
    {
        var across = Axis.Of(chart.Curves.SelectMany(curve => curve.Points).Select(point => point.X), chart.IsLogarithmic);
        var up = Axis.Of(chart.Curves.SelectMany(curve => curve.Points).Select(point => point.Y), chart.IsLogarithmic);
        double X(double x) => Left + (across.Share(x) * Wide);
        double Y(double y) => Bottom - (up.Share(y) * High);
        foreach (var tick in up.Ticks)
            svg.Append(F($"<line x1='{Left}' x2='{Left + Wide}' y1='{Y(tick):0.0}' y2='{Y(tick):0.0}' stroke='#ddd'/><text x='{Left - 6}' y='{Y(tick) + 4:0.0}' text-anchor='end'>{tick:#,0.##}</text>"));
        foreach (var tick in across.Ticks)
            svg.Append(F($"<text x='{X(tick):0.0}' y='{Bottom + 16}' text-anchor='middle'>{tick:#,0.##}</text>"));
        for (var i = 0; i < chart.Curves.Count; i++)
        {
            var curve = chart.Curves[i];
            var ink = Inks[i % Inks.Length];
            var dash = curve.IsDashed ? " stroke-dasharray='5 4'" : "";
            svg.Append(F($"<polyline fill='none' stroke='{ink}' stroke-width='2'{dash} points='{string.Join(' ', curve.Points.Select(point => F($"{X(point.X):0.0},{Y(point.Y):0.0}")))}'/>"));
            svg.Append(F($"<rect x='{Left + 8}' y='{46 + (i * 15)}' width='12' height='3' fill='{ink}'/><text x='{Left + 26}' y='{51 + (i * 15)}'>{curve.Name}</text>"));
        }

        svg.Append(F($"<text x='{Left + (Wide / 2)}' y='22' text-anchor='middle' font-size='14' font-weight='bold'>{chart.Title}</text><text x='{Left + (Wide / 2)}' y='338' text-anchor='middle'>{chart.Across}</text><text x='14' y='180' transform='rotate(-90 14 180)' text-anchor='middle'>{chart.Up}</text>"));
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>From where to where an axis runs, and where it is marked.</summary>
    private sealed record Axis(double From, double To, bool IsLogarithmic, IReadOnlyList<double> Ticks)
    {
        public static Axis Of(IEnumerable<double> values, bool isLogarithmic)
        {
            var all = values.Where(value => !isLogarithmic || value > 0).ToList();
            if (isLogarithmic)
            {
                var (low, high) = ((int)Math.Floor(Math.Log10(all.Min())), (int)Math.Ceiling(Math.Log10(all.Max())));
                return new(low, high, true, [.. Enumerable.Range(low, high - low + 1).Select(power => Math.Pow(10, power))]);
            }

            var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1e-9, all.Max()))));
            step = all.Max() / step < 2 ? step / 4 : all.Max() / step < 5 ? step / 2 : step;
            var top = Math.Ceiling(all.Max() / step) * step;
            return new(0, top, false, [.. Enumerable.Range(0, (int)Math.Round(top / step) + 1).Select(mark => mark * step)]);
        }

        public double Share(double value) => ((IsLogarithmic ? Math.Log10(Math.Max(value, Math.Pow(10, From))) : value) - From) / (To - From);
    }
}

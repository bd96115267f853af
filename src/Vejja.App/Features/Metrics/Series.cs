using System.Globalization;
using System.Text;

namespace Vejja.App.Features.Metrics;

/// <summary>One instrument under one set of labels.</summary>
internal abstract class Series(string help, string type)
{
    /// <summary>One line for people.</summary>
    public string Help { get; } = help;

    /// <summary>Prometheus's type.</summary>
    public string Type { get; } = type;

    /// <summary>Takes a measurement.</summary>
    public abstract void Record(double value);

    /// <summary>Writes its lines.</summary>
    public abstract void WriteTo(StringBuilder text, string name, string labels);

    /// <summary>One line.</summary>
    protected static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : "{" + labels + "}").Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>A counter or a gauge. An observed counter reports its whole sum; a gauge its latest value.</summary>
internal sealed class NumberSeries(string help, bool isSum, bool isObserved, bool isUpDown) : Series(help, isSum && !isUpDown ? "counter" : "gauge")
{
    private double number;

    /// <inheritdoc/>
    public override void Record(double value) => number = isSum && !isObserved ? number + value : value;

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder text, string name, string labels) => Line(text, name, labels, number);
}

/// <summary>A histogram with bounds that suit both shares (0 to 1) and times (milliseconds to minutes).</summary>
internal sealed class HistogramSeries(string help) : Series(help, "histogram")
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 2.5, 5, 10, 30, 60, 180];

    private readonly long[] counts = new long[Bounds.Length + 1];
    private double sum;

    /// <inheritdoc/>
    public override void Record(double value)
    {
        sum += value;
        var index = Array.BinarySearch(Bounds, value);
        counts[index < 0 ? ~index : index]++;
    }

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder text, string name, string labels)
    {
        var comma = labels.Length == 0 ? "" : ",";
        long total = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            var bound = i < Bounds.Length ? Bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
            Line(text, name + "_bucket", $"{labels}{comma}le=\"{bound}\"", total);
        }

        Line(text, name + "_sum", labels, sum);
        Line(text, name + "_count", labels, total);
    }
}

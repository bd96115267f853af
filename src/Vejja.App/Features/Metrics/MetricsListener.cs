using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Vejja.App.Features.Metrics;

/// <summary>
/// Collects this process's instruments and writes them in Prometheus's text format 0.0.4. Labels come from the program alone, never from a
/// document, so the number of series is bounded; a limit holds all the same.
/// </summary>
internal sealed class MetricsListener : IDisposable
{
    private const int MostSeries = 5000;

    private static readonly HashSet<string> Meters =
        ["Vejja.Jobs", "Vejja.Queue", "Vejja.Reading", "Vejja.Language", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    private readonly Lock gate = new();
    private readonly SortedDictionary<(string Name, string Labels), Series> series = [];
    private readonly MeterListener listener = new();

    /// <summary>Begins to listen.</summary>
    public MetricsListener()
    {
        listener.InstrumentPublished = (instrument, source) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                source.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All series as text.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (gate)
        {
            string? name = null;
            foreach (var ((seriesName, labels), one) in series)
            {
                if (seriesName != name)
                {
                    text.Append(CultureInfo.InvariantCulture, $"# HELP {seriesName} {one.Help}\n# TYPE {seriesName} {one.Type}\n");
                    name = seriesName;
                }

                one.WriteTo(text, seriesName, labels);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private static string NameOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        if (!name.EndsWith(unit, StringComparison.Ordinal))
            name += unit;
        return IsSum(instrument) && !IsUpDown(instrument) ? name + "_total" : name;
    }

    private static bool IsUpDown(Instrument instrument) => instrument.GetType().Name.Contains("UpDown", StringComparison.Ordinal);

    private static bool IsSum(Instrument instrument) => instrument.GetType().Name.Contains("Counter", StringComparison.Ordinal);

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (key, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Add($"{key.Replace('.', '_')}=\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        }

        return string.Join(',', labels.Order(StringComparer.Ordinal));
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (NameOf(instrument), LabelsOf(tags));
        lock (gate)
        {
            if (!series.TryGetValue(key, out var one))
            {
                if (series.Count >= MostSeries)
                    return;
                var help = (instrument.Description ?? instrument.Name).ReplaceLineEndings(" ");
                one = instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal)
                    ? new HistogramSeries(help)
                    : new NumberSeries(help, isSum: IsSum(instrument), isObserved: instrument.IsObservable, isUpDown: IsUpDown(instrument));
                series.Add(key, one);
            }

            one.Record(value);
        }
    }
}

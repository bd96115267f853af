using System.Diagnostics.Metrics;
using Vejja.Domain.Documents;

namespace Vejja.App.Features.Work;

/// <summary>How sure the reader was, and how often a person must look.</summary>
internal sealed class ReadingMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Vejja.Reading";

    private readonly Meter meter = new(MeterName);
    private readonly Histogram<double> confidence;
    private readonly Counter<long> documents;

    /// <summary>Makes the instruments.</summary>
    public ReadingMetrics()
    {
        confidence = meter.CreateHistogram<double>("vejja.reading.confidence", null, "Confidence of documents as read, 0 to 1.");
        documents = meter.CreateCounter<long>("vejja.reading.documents", null, "Documents read, by whether a person must look.");
    }

    /// <summary>A document was read.</summary>
    public void Read(Prescription prescription)
    {
        confidence.Record(prescription.Confidence);
        documents.Add(1, new KeyValuePair<string, object?>("review", prescription.RequiresReview ? "required" : "none"));
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}

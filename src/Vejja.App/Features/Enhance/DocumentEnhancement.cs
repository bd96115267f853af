using Vejja.App.Features.Documents;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Language.Enhancement;
using Vejja.Language.Generation;
using Vejja.Reading;

namespace Vejja.App.Features.Enhance;

/// <summary>
/// The stage after reading: suggestions stand beside the readings as alternatives, so that a reviewer is offered them; no value and no confidence
/// changes. A model that fails leaves a warning and the rules' result.
/// </summary>
/// <param name="threads">Cores that one document may use, at least 1.</param>
/// <param name="time">Limits the model's time.</param>
internal sealed class EnhancedReading(int threads, TimeProvider time) : IDocumentReading, IDisposable
{
    private readonly PrescriptionReading reading = new(threads);
    private readonly ConfiguredModel configured = new(null, time);

    /// <inheritdoc/>
    public ReadDocument Read(ReadOnlyMemory<byte> bytes, string fileName, IProgress<int> progress, CancellationToken cancellation)
    {
        var read = reading.Read(bytes, fileName, progress, cancellation);
        var began = time.GetTimestamp();
        // A stage is a plain function on a worker's own thread.
        var prescription = Task.Run(() => BesideAsync(configured, read.Prescription, cancellation), cancellation).GetAwaiter().GetResult();
        return read with { Prescription = prescription, Stages = read.Stages.Add(new("enhance", time.GetElapsedTime(began))) };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reading.Dispose();
        configured.Dispose();
    }

    /// <summary>Asks the model about a prescription; one that fails leaves a warning.</summary>
    internal static async Task<Prescription> BesideAsync(ConfiguredModel configured, Prescription prescription, CancellationToken cancellation)
    {
        try
        {
            return Beside(prescription, await configured.Enhancer.EnhanceAsync(prescription, cancellation));
        }
        catch (LanguageModelException)
        {
            return prescription with { Warnings = prescription.Warnings.Add("language-model-failed") };
        }
    }

    /// <summary>The prescription with the suggestions as alternatives of readings below 0.8.</summary>
    internal static Prescription Beside(Prescription prescription, SheetEnhancement enhancement) => prescription with
    {
        Medications = [.. prescription.Medications.Select(medication => enhancement.Suggestions.Where(each => each.Medication == medication.Id).Aggregate(medication, Beside))],
        Warnings = [.. prescription.Warnings.Union(enhancement.Warnings)],
    };

    private static Medication Beside(Medication medication, Suggestion suggestion) => suggestion.Field switch
    {
        "name" => medication with { Name = With(medication.Name, suggestion) },
        "strength" => medication with { Strength = With(medication.Strength, suggestion) },
        "form" => medication with { Form = With(medication.Form, suggestion) },
        "route" => medication with { Route = With(medication.Route, suggestion) },
        _ => medication,
    };

    private static Reading<string>? With(Reading<string>? reading, Suggestion suggestion) =>
        reading is null ? null : reading with { Alternatives = [suggestion.After, .. reading.Alternatives.Where(other => other != suggestion.After)] };
}

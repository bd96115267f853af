using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Language.Enhancement;
using Vejja.Language.Generation;

namespace Vejja.App.Features.Enhance;

/// <summary>
/// The stage after reading: suggestions stand beside the readings as alternatives, so that a reviewer is offered them; no value and no confidence
/// changes.
/// </summary>
internal sealed class DocumentEnhancement(ConfiguredModel configured) : IDocumentEnhancement
{
    /// <inheritdoc/>
    public string Model => configured.Model?.Health().Model ?? "none";

    /// <inheritdoc/>
    public async Task<EnhancementAnswer> EnhanceAsync(Prescription prescription, CancellationToken cancellation)
    {
        using var counted = configured.Model is { } model ? new TokenCount(model) : null;
        var enhancement = await configured.EnhancerWith(counted).EnhanceAsync(prescription, cancellation);
        var outcome = enhancement switch
        {
            { Suggestions.IsEmpty: false } => "accepted",
            { Rejections.IsEmpty: false } => "rejected",
            _ when enhancement.Warnings.Any(warning => warning.StartsWith("language-model-", StringComparison.Ordinal)) => "failed",
            _ => "nothing",
        };
        return new(Beside(prescription, enhancement), Model, outcome, counted?.Input ?? 0, counted?.Output ?? 0);
    }

    /// <summary>Asks a model about a prescription outside the service; one that fails leaves a warning.</summary>
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

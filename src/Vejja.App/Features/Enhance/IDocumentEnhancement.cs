using Vejja.Domain.Documents;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Enhance;

/// <summary>The stage after reading. The seam to a language model.</summary>
internal interface IDocumentEnhancement
{
    /// <summary>The model's name, for the rows about its calls.</summary>
    string Model { get; }

    /// <summary>Asks about what the rules left open.</summary>
    /// <exception cref="Vejja.Language.Generation.LanguageModelException">There is no answer to be had.</exception>
    Task<EnhancementAnswer> EnhanceAsync(Prescription prescription, CancellationToken cancellation);
}

/// <summary>What asking a language model about a sheet came to.</summary>
/// <param name="Prescription">Suggestions and warnings beside what the rules read.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Outcome"><c>accepted</c>, <c>rejected</c>, <c>nothing</c> or <c>failed</c>.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
internal sealed record EnhancementAnswer(Prescription Prescription, string Model, string Outcome, int InputTokens, int OutputTokens)
{
    /// <summary>The model gave none: the rules' result with a warning.</summary>
    public static EnhancementAnswer Failed(Prescription prescription, string model) =>
        new(prescription with { Warnings = prescription.Warnings.Add("language-model-failed") }, model, "failed", 0, 0);

    /// <summary>The row about it.</summary>
    public ModelCallRow Call(string id, string documentId, long milliseconds, DateTimeOffset at) => new()
    {
        Id = id,
        DocumentId = documentId,
        Model = Model,
        Purpose = "enhance",
        InputTokens = InputTokens,
        OutputTokens = OutputTokens,
        DurationMilliseconds = milliseconds,
        Outcome = Outcome,
        At = at,
    };
}

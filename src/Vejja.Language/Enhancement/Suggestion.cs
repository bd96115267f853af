using System.Collections.Immutable;

namespace Vejja.Language.Enhancement;

/// <summary>What a model would have a reviewer look at: a value copied from the page's own words, never a value of the model's.</summary>
/// <param name="Medication">Id of the medicine.</param>
/// <param name="Field">The contract's field name.</param>
/// <param name="Before">What the rules read; null for nothing.</param>
/// <param name="After">What the words say.</param>
/// <param name="Why">Why the field was open, and what speaks for the value: a code.</param>
/// <param name="Tokens">The words it rests on, as printed.</param>
/// <param name="Source">The blocks it rests on.</param>
/// <param name="Confidence">Probability that it is right, in [0, 1].</param>
public sealed record Suggestion(
    string Medication, string Field, string? Before, string After, string Why, ImmutableArray<string> Tokens, ImmutableArray<string> Source, double Confidence);

/// <summary>An answer that was turned down.</summary>
/// <param name="Medication">Id of the medicine.</param>
/// <param name="Field">The contract's field name; empty for a whole answer.</param>
/// <param name="Reason">A code: <c>schema</c>, <c>not-together</c>, <c>wrong-row</c>, <c>wrong-column</c>, <c>not-a-number</c>, <c>unit-not-printed</c>, <c>word-not-printed</c>, <c>range</c>, <c>not-near</c>, <c>contradicts</c>, <c>same</c>, <c>forbidden</c>.</param>
public sealed record Rejection(string Medication, string Field, string Reason);

/// <summary>What enhancing a sheet came to. The prescription itself stands as the rules read it.</summary>
/// <param name="Suggestions">For the reviewer.</param>
/// <param name="Rejections">What the validator turned down.</param>
/// <param name="Warnings"><c>no-language-model</c>, <c>language-model-failed</c>, <c>language-model-timeout</c>, <c>instruction-like-text</c>.</param>
/// <param name="InstructionLike">Blocks that read like orders to a machine; no field rests on them.</param>
/// <param name="Asked">How many medicines were asked about.</param>
public sealed record SheetEnhancement(
    ImmutableArray<Suggestion> Suggestions, ImmutableArray<Rejection> Rejections, ImmutableArray<string> Warnings, ImmutableArray<string> InstructionLike, int Asked);

using System.Collections.Immutable;
using Vejja.Domain.Evidence;

namespace Vejja.Reading.Medications;

/// <summary>Flags that reading itself raises; their codes are those of docs/flags.md.</summary>
internal static class Doubts
{
    public static Flag Illegible(string field) => new("illegible", FlagSeverity.Confirm, field);

    public static Flag LowConfidence(string field) => new("low-confidence", FlagSeverity.Confirm, field);

    public static Flag NotUnderstood(string words) => new("not-understood", FlagSeverity.Confirm, "dose") { Arguments = [words] };

    public static Flag AmbiguousTerm(string field, string word) => new("ambiguous-term", FlagSeverity.Confirm, field) { Arguments = [word] };

    public static Flag Handwriting(string field) => new("handwriting", FlagSeverity.Confirm, field);

    public static Flag QuantityMismatch(params ReadOnlySpan<string> values) =>
        new("quantity-mismatch", FlagSeverity.Confirm, "quantity") { Arguments = [.. values] };

    /// <summary>Adds a flag that is not there yet: one doubt about a field is said once.</summary>
    public static ImmutableArray<Flag> With(this ImmutableArray<Flag> flags, Flag flag) =>
        flags.Any(other => other.Code == flag.Code && other.Field == flag.Field) ? flags : flags.Add(flag);
}

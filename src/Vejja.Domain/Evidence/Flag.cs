using System.Collections.Immutable;

namespace Vejja.Domain.Evidence;

/// <summary>How much a flag asks of the reader.</summary>
public enum FlagSeverity
{
    /// <summary>Shown only.</summary>
    Info,

    /// <summary>A person should look; sets review where the field bears on the dose.</summary>
    Confirm,

    /// <summary>No reminder until a person decides.</summary>
    Block,
}

/// <summary>A doubt about one field, said openly. Its message in the reader's language comes from the published list of flags.</summary>
/// <param name="Code">A code of the published list, such as <c>quantity-mismatch</c>.</param>
/// <param name="Severity">What it asks of the reader.</param>
/// <param name="Field">The contract's field name, such as <c>strength</c> or <c>dosageInstruction</c>.</param>
public sealed record Flag(string Code, FlagSeverity Severity, string Field)
{
    /// <summary>Values that the message names, in the order of its placeholders; never a patient's name.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The message in the language that was asked for; null until rendered.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public bool Equals(Flag? other) =>
        other is not null && Code == other.Code && Severity == other.Severity && Field == other.Field
        && Message == other.Message && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Severity, Field, Message);
}

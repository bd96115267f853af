namespace Vejja.Storage.Entities;

/// <summary>One page of a document as it was read, upright.</summary>
public sealed class PageRow
{
    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Position from 0.</summary>
    public int Index { get; init; }

    /// <summary>Pixels of the upright page.</summary>
    public int Width { get; init; }

    /// <summary>Pixels of the upright page.</summary>
    public int Height { get; init; }

    /// <summary>Address of the upright page's picture in the blob store; null where none was kept.</summary>
    public string? BlobAddress { get; init; }
}

/// <summary>What a version of a result came from.</summary>
public enum ResultKind
{
    /// <summary>The reader.</summary>
    Ocr,

    /// <summary>The reader and a language model.</summary>
    Enhanced,

    /// <summary>A person's correction.</summary>
    Corrected,

    /// <summary>A person's approval, which settled doubts.</summary>
    Approved,
}

/// <summary>One version of what was read; versions are never overwritten.</summary>
public sealed class ResultRow
{
    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public int Version { get; init; }

    /// <summary>Where it came from.</summary>
    public ResultKind Kind { get; init; }

    /// <summary>The contract's JSON, encrypted.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A medicine of the latest result, for search.</summary>
public sealed class MedicationRow
{
    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Whose document it is; a search never looks at another owner's.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The name in lower case, single spaces; once for a document.</summary>
    public required string Code { get; init; }
}

/// <summary>A flag of the latest result, for search.</summary>
public sealed class FlagRow
{
    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Whose document it is; a search never looks at another owner's.</summary>
    public required string OwnerId { get; init; }

    /// <summary>A code of docs/flags.md.</summary>
    public required string Code { get; init; }
}

/// <summary>What a person changed: who, when, before, after.</summary>
public sealed class CorrectionRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The version that holds the change.</summary>
    public int Version { get; init; }

    /// <summary>JSON pointer into the contract, such as <c>/medications/0/strength</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The value before, as JSON, encrypted; null where there was none.</summary>
    public byte[]? Before { get; init; }

    /// <summary>The value after, as JSON, encrypted; null where it was removed.</summary>
    public byte[]? After { get; init; }

    /// <summary>The key or the account of the person.</summary>
    public required string KeyId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

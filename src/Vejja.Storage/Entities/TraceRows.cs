using Vejja.Domain.Documents;

namespace Vejja.Storage.Entities;

/// <summary>An error, without text of the document.</summary>
public sealed class FaultRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The stage that failed.</summary>
    public Stage Stage { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Type of the exception, or the code again where a file was at fault.</summary>
    public required string Type { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>One sheet put to a language model: counts, never words.</summary>
public sealed class ModelCallRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its document; null for a chat.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary><c>enhance</c> or <c>chat</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Tokens sent.</summary>
    public int InputTokens { get; init; }

    /// <summary>Tokens received.</summary>
    public int OutputTokens { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public long DurationMilliseconds { get; init; }

    /// <summary><c>accepted</c>, <c>rejected</c> by the guards, <c>nothing</c> where nothing was suggested, or <c>failed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>That something was done to patient data, not what the data was.</summary>
public sealed class AuditRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose data.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Which key acted; <c>system</c> for retention.</summary>
    public required string KeyId { get; init; }

    /// <summary>What was done, such as <c>document.read</c>, <c>document.delete</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Identifier of the document, key or reminder.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The request's correlation identifier.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

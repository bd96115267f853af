namespace Vejja.Storage.Entities;

/// <summary>An API key; the secret itself is shown once and never stored.</summary>
public sealed class ApiKeyRow
{
    /// <summary>16 hexadecimal digits, the part of the key that may be logged.</summary>
    public required string Id { get; init; }

    /// <summary>Whose documents it sees.</summary>
    public required string OwnerId { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Keyed hash of the secret.</summary>
    public required string SecretHash { get; set; }

    /// <summary>Words of <c>read write review admin</c>, joined by spaces.</summary>
    public required string Scopes { get; init; }

    /// <summary>Requests allowed in a minute; above 0.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>Documents allowed in 24 hours; above 0.</summary>
    public int DocumentsPerDay { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>The answer that an Idempotency-Key was given, so that a repeat is given the same.</summary>
public sealed class IdempotencyRow
{
    /// <summary>Whose request.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Keyed hash of the caller's key.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Keyed hash of the request's content.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Identifiers of the documents that it made, joined by spaces.</summary>
    public required string DocumentIds { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

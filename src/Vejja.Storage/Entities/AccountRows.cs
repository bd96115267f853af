namespace Vejja.Storage.Entities;

/// <summary>A person who signs in to the web page.</summary>
public sealed class AccountRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose documents the person sees.</summary>
    public required string OwnerId { get; init; }

    /// <summary>What the person types to sign in, in lower case; unique.</summary>
    public required string Name { get; init; }

    /// <summary>Salted hash of the password; null until the person has chosen one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Keyed hash of the one-time code with which the person chooses a password; null where none is open.</summary>
    public string? InvitationHash { get; set; }

    /// <summary>When that code ends.</summary>
    public DateTimeOffset? InvitationEndsAt { get; set; }

    /// <summary>Words of <c>read write review admin</c>, joined by spaces.</summary>
    public required string Scopes { get; set; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; set; }

    /// <summary>Nobody is let in before; null where the account is open.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person last signed in.</summary>
    public DateTimeOffset? SignedInAt { get; set; }
}

/// <summary>A browser that is signed in; its secret is in its cookie only.</summary>
public sealed class SessionRow
{
    /// <summary>Keyed hash of the secret.</summary>
    public required string Id { get; init; }

    /// <summary>Who.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When it ends, used or not.</summary>
    public DateTimeOffset EndsAt { get; init; }
}

namespace Vejja.Storage.Entities;

/// <summary>An address that is told when documents end.</summary>
public sealed class WebhookRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose documents it is told of.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The address, encrypted: it may hold a token.</summary>
    public required byte[] Address { get; init; }

    /// <summary>The secret that signs, encrypted.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What became of a message.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, from <see cref="DeliveryRow.DueAt"/> on.</summary>
    Waiting,

    /// <summary>It was answered with 2xx.</summary>
    Delivered,

    /// <summary>Given up.</summary>
    Failed,
}

/// <summary>One message to one address.</summary>
public sealed class DeliveryRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its address.</summary>
    public required string WebhookId { get; init; }

    /// <summary>The document that it tells of.</summary>
    public required string DocumentId { get; init; }

    /// <summary>What happened, such as <c>document.done</c>.</summary>
    public required string Event { get; init; }

    /// <summary>What became of it.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Times that it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>HTTP status of the last answer; null where none came.</summary>
    public int? LastStatus { get; set; }

    /// <summary>When it came into being.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

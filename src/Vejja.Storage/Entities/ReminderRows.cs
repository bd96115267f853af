namespace Vejja.Storage.Entities;

/// <summary>A document laid out in time for a person: what its reminders and its calendar are made from.</summary>
public sealed class PlanRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Whose it is.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The version of the result that it was made from.</summary>
    public int Version { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whether names stay out of the calendar.</summary>
    public bool HideNames { get; init; }

    /// <summary>Whether the caller answered for a result that nobody approved.</summary>
    public bool AllowUnapproved { get; init; }

    /// <summary>Keyed hash of the calendar link's token.</summary>
    public required string TokenHash { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Whether a reminder speaks.</summary>
public enum ReminderState
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>It waits until it is resumed.</summary>
    Paused,
}

/// <summary>The reminders of one medicine of a plan.</summary>
public sealed class ReminderRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its plan.</summary>
    public required string PlanId { get; init; }

    /// <summary>Whose it is.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Whether it speaks.</summary>
    public ReminderState State { get; set; }

    /// <summary>Name, instruction and why there is none, as JSON, encrypted.</summary>
    public required byte[] Content { get; init; }

    /// <summary>How much is left; null where nobody said.</summary>
    public double? Stock { get; set; }

    /// <summary>Unit of the stock and of a dose.</summary>
    public string? StockUnit { get; set; }
}

/// <summary>What became of a dose.</summary>
public enum DoseState
{
    /// <summary>Nobody said yet.</summary>
    Due,

    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>It was left out.</summary>
    Skipped,
}

/// <summary>One time at which something is to be taken.</summary>
public sealed class DoseRow
{
    /// <summary>Its reminder.</summary>
    public required string ReminderId { get; init; }

    /// <summary>Order in time, from 1.</summary>
    public int Number { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>How much; null where the page gives a range or nothing.</summary>
    public double? Amount { get; init; }

    /// <summary>What became of it.</summary>
    public DoseState State { get; set; }

    /// <summary>When to ask again; null unless it was put off.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>When somebody last said something.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
}

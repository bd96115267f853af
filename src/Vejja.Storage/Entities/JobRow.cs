using Vejja.Domain.Documents;

namespace Vejja.Storage.Entities;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for a worker, from <see cref="JobRow.DueAt"/> on.</summary>
    Ready,

    /// <summary>A worker holds it until <see cref="JobRow.LeaseUntil"/>.</summary>
    Leased,

    /// <summary>Ended well.</summary>
    Done,

    /// <summary>Given up; <see cref="JobRow.FailureCode"/> says why.</summary>
    Poisoned,

    /// <summary>Stopped by the owner.</summary>
    Cancelled,
}

/// <summary>One stage of one document: the row is the truth, whatever a broker says.</summary>
public sealed class JobRow
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>What is to be done; once for a document.</summary>
    public Stage Stage { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; }

    /// <summary>0 to 9; higher goes first.</summary>
    public int Priority { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Times that a worker began.</summary>
    public int Attempts { get; set; }

    /// <summary>Percent, 0 to 100.</summary>
    public int Progress { get; set; }

    /// <summary>The step that was finished last, a stable word; null before the first and after the last.</summary>
    public string? Step { get; set; }

    /// <summary>The step's page, from 1; null for a step over the whole document.</summary>
    public int? Page { get; set; }

    /// <summary>Pages of the document; null while that is not known.</summary>
    public int? Pages { get; set; }

    /// <summary>Which worker holds it.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Rises with every lease: a worker whose number is old may not commit.</summary>
    public long LeaseNumber { get; set; }

    /// <summary>When the lease ends unless its worker renews it.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>When it was last published to a broker; null without one.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Stable code of the last failure.</summary>
    public string? FailureCode { get; set; }

    /// <summary>When it came into being.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>One attempt at a job; kept for good.</summary>
public sealed class AttemptRow
{
    /// <summary>Its job.</summary>
    public required string JobId { get; init; }

    /// <summary>The lease that it ran under, from 1.</summary>
    public long Number { get; init; }

    /// <summary>Which worker.</summary>
    public required string Worker { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs or when its worker was lost.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary><c>done</c>, <c>failed</c>, <c>timeout</c>, <c>cancelled</c>, <c>handed-back</c>, <c>lost</c>; null while it runs.</summary>
    public string? Outcome { get; set; }

    /// <summary>Stable code of the failure.</summary>
    public string? FailureCode { get; set; }
}

namespace Vejja.Storage.Entities;

/// <summary>Where a document stands.</summary>
public enum DocumentState
{
    /// <summary>Stored, no worker has begun.</summary>
    Queued,

    /// <summary>At least one stage has begun.</summary>
    Running,

    /// <summary>Every stage ended well.</summary>
    Done,

    /// <summary>A stage gave up; <see cref="DocumentRow.FailureCode"/> says why.</summary>
    Failed,

    /// <summary>Stopped by its owner.</summary>
    Cancelled,
}

/// <summary>One uploaded file. In clear stands only what lists and searches need.</summary>
public sealed class DocumentRow
{
    /// <summary>32 hexadecimal digits, rising with time.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is: API keys of one owner share documents.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Keyed hash of the uploaded bytes; unique for an owner.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Address of the original in the blob store.</summary>
    public required string BlobAddress { get; init; }

    /// <summary>Media type by magic bytes, such as <c>image/jpeg</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Bytes as stored.</summary>
    public long Length { get; init; }

    /// <summary>The caller's file name, encrypted: it may name the patient.</summary>
    public required byte[] FileName { get; init; }

    /// <summary>Where it stands.</summary>
    public DocumentState State { get; set; }

    /// <summary>Stable code of what failed, such as <c>damaged-file</c>; null unless <see cref="DocumentState.Failed"/>.</summary>
    public string? FailureCode { get; set; }

    /// <summary>Jobs of higher priority go first; 0 to 9.</summary>
    public int Priority { get; init; }

    /// <summary>Latest version in the results table; 0 before the first.</summary>
    public int ResultVersion { get; set; }

    /// <summary>Confidence of the latest result, in [0, 1].</summary>
    public double? Confidence { get; set; }

    /// <summary>Whether a person must look.</summary>
    public bool RequiresReview { get; set; }

    /// <summary>When a person approved the latest result; null before.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>The prescription's date.</summary>
    public DateOnly? PrescriptionDate { get; set; }

    /// <summary>Keyed hash of the patient's normalised name.</summary>
    public string? PatientHash { get; set; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything of it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

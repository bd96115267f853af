using Vejja.Domain.Documents;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>What an upload made.</summary>
/// <param name="Documents">One for each file, in the files' order.</param>
internal sealed record UploadAnswer(IReadOnlyList<UploadedDocument> Documents);

/// <summary>One uploaded document.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Duplicate">Whether the same bytes were there before.</param>
/// <param name="Href">Where its status is.</param>
internal sealed record UploadedDocument(string Id, bool Duplicate, string Href);

/// <summary>A page of a list.</summary>
/// <param name="Documents">Newest first.</param>
/// <param name="Next">To be given as <c>after</c> for the next page; null at the end.</param>
internal sealed record DocumentPage(IReadOnlyList<DocumentSummary> Documents, string? Next);

/// <summary>A document in a list.</summary>
public sealed record DocumentSummary(
    string Id, DocumentState State, string? FailureCode, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    DateOnly? PrescriptionDate, double? Confidence, bool RequiresReview, DateTimeOffset? ApprovedAt, int ResultVersion)
{
    /// <summary>The row, shown.</summary>
    internal static DocumentSummary Of(DocumentRow row) => new(
        row.Id, row.State, row.FailureCode, row.CreatedAt, row.UpdatedAt, row.PrescriptionDate, row.Confidence, row.RequiresReview, row.ApprovedAt, row.ResultVersion);
}

/// <summary>Where a document stands, stage by stage.</summary>
public sealed record DocumentStatus(
    string Id, DocumentState State, string? FailureCode, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    DateOnly? PrescriptionDate, double? Confidence, bool RequiresReview, DateTimeOffset? ApprovedAt, int ResultVersion,
    string MediaType, long Length, IReadOnlyList<StageStatus> Stages);

/// <summary>Where one stage stands.</summary>
/// <param name="Stage">Which.</param>
/// <param name="State">Its job's state.</param>
/// <param name="Progress">Percent, 0 to 100.</param>
/// <param name="Step">What was finished last: decoded, detected, recognised, tables or medications.</param>
/// <param name="Page">The step's page, from 1; null for a step over the whole document.</param>
/// <param name="Pages">Pages of the document, once that is known.</param>
/// <param name="Attempts">Times that it was begun.</param>
/// <param name="FailureCode">Why the last attempt failed.</param>
/// <param name="NextAttemptAt">When it is tried again; null unless it waits for that.</param>
public sealed record StageStatus(
    Stage Stage, JobState State, int Progress, string? Step, int? Page, int? Pages, int Attempts, string? FailureCode, DateTimeOffset? NextAttemptAt);

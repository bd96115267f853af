using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>What a list may be narrowed to; everything that is given must hold.</summary>
/// <param name="State">queued, running, done, failed or cancelled.</param>
/// <param name="Review">Whether a person must look.</param>
/// <param name="Flag">A code of docs/flags.md.</param>
/// <param name="Medicine">A medicine's name as it was read.</param>
/// <param name="Patient">The patient's exact name; case and runs of spaces do not matter.</param>
/// <param name="From">Least date of the prescription.</param>
/// <param name="To">Greatest date of the prescription.</param>
/// <param name="After">The last identifier of the page before.</param>
/// <param name="Limit">1 to 100; 50 unless given.</param>
internal sealed record DocumentFilter(
    string? State, bool? Review, string? Flag, string? Medicine, string? Patient, DateOnly? From, DateOnly? To, string? After, int? Limit);

/// <summary>Lists and status. Identifiers rise with time, so a page goes on where the last one ended.</summary>
internal sealed class DocumentQueries(IDbContextFactory<VejjaContext> contexts, KeyedHash hash)
{
    private const int Rare = 2000;

    /// <summary>One page of an owner's documents, newest first.</summary>
    public async Task<DocumentPage> ListAsync(string ownerId, DocumentFilter filter, CancellationToken cancellation)
    {
        var limit = filter.Limit ?? 50;
        if (limit is < 1 or > 100 || (filter.After is { } cursor && !Identifier.IsValid(cursor)))
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The limit is 1 to 100, and after is an identifier.");
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await Narrow(context, await StartAsync(context, ownerId, filter, cancellation), filter).Take(limit + 1).AsNoTracking().ToListAsync(cancellation);
        var page = rows.Take(limit).Select(DocumentSummary.Of).ToList();
        return new(page, rows.Count > limit ? page[^1].Id : null);
    }

    /// <summary>Where a document stands; null where the owner has none of this identifier.</summary>
    public async Task<DocumentStatus?> StatusAsync(string ownerId, string id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);

        // One statement, so that the document and its stages are of one moment.
        var found = await (from document in context.Documents.AsNoTracking()
                           where document.Id == id && document.OwnerId == ownerId
                           join job in context.Jobs on document.Id equals job.DocumentId into jobs
                           from job in jobs.DefaultIfEmpty()
                           select new { Document = document, Job = job }).ToListAsync(cancellation);
        if (found.Count == 0)
            return null;
        var row = found[0].Document;
        var stages = found.Select(pair => pair.Job).OfType<JobRow>().OrderBy(job => job.Stage).Select(job => new StageStatus(
            job.Stage, job.State, job.Progress, job.Step, job.Page, job.Pages, job.Attempts, job.FailureCode, job is { State: JobState.Ready, Attempts: > 0 } ? job.DueAt : null)).ToList();
        return new(
            row.Id, row.State, row.FailureCode, row.CreatedAt, row.UpdatedAt, row.PrescriptionDate, row.Confidence, row.RequiresReview, row.ApprovedAt,
            row.ResultVersion, row.MediaType, row.Length, stages);
    }

    /// <summary>The narrowest index leads: a medicine or a flag is looked up in its own table, in the documents' order; of both, a rare flag.</summary>
    private static async Task<IQueryable<DocumentRow>> StartAsync(VejjaContext context, string ownerId, DocumentFilter filter, CancellationToken cancellation)
    {
        var after = filter.After ?? new string('g', 32);
        var isFlagRare = filter is { Medicine: not null, Flag: { } both }
            && await context.Flags.Where(row => row.OwnerId == ownerId && row.Code == both).Take(Rare).CountAsync(cancellation) < Rare;
        if (filter.Medicine is { } medicine && !isFlagRare)
        {
            var code = SearchTerms.CodeOf(medicine);
            return from row in context.Medications
                   where row.OwnerId == ownerId && row.Code == code && string.Compare(row.DocumentId, after) < 0
                   orderby row.DocumentId descending
                   join document in context.Documents on row.DocumentId equals document.Id
                   select document;
        }

        if (filter.Flag is { } flag)
        {
            return from row in context.Flags
                   where row.OwnerId == ownerId && row.Code == flag && string.Compare(row.DocumentId, after) < 0
                   orderby row.DocumentId descending
                   join document in context.Documents on row.DocumentId equals document.Id
                   select document;
        }

        return context.Documents.Where(row => row.OwnerId == ownerId && string.Compare(row.Id, after) < 0).OrderByDescending(row => row.Id);
    }

    private IQueryable<DocumentRow> Narrow(VejjaContext context, IQueryable<DocumentRow> rows, DocumentFilter filter)
    {
        if (filter.State is { } name)
        {
            var state = Enum.GetValues<DocumentState>().Cast<DocumentState?>().FirstOrDefault(one => one.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The state is queued, running, done, failed or cancelled.");
            rows = rows.Where(row => row.State == state);
        }

        if (filter.Review is { } review)
            rows = rows.Where(row => row.RequiresReview == review);
        if (filter is { Medicine: { } medicine, Flag: { } flag })
        {
            var code = SearchTerms.CodeOf(medicine);
            rows = rows.Where(row => context.Medications.Any(one => one.DocumentId == row.Id && one.Code == code) && context.Flags.Any(one => one.DocumentId == row.Id && one.Code == flag));
        }

        if (filter.Patient is { } patient)
        {
            var patientHash = hash.OfName(patient);
            rows = rows.Where(row => row.PatientHash == patientHash);
        }

        if (filter.From is { } from)
            rows = rows.Where(row => row.PrescriptionDate >= from);
        if (filter.To is { } to)
            rows = rows.Where(row => row.PrescriptionDate <= to);
        return rows;
    }
}

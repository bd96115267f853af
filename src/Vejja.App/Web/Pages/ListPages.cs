using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Documents;
using Vejja.Exchange.Contract;
using Vejja.Storage;
using Vejja.Storage.Encryption;

namespace Vejja.App.Web.Pages;

/// <summary>Loads the list with what people know their sheets by.</summary>
internal sealed class ListPages(DocumentQueries queries, ResultStore results, IDbContextFactory<VejjaContext> contexts, ContentCipher cipher)
{
    private const int PageLength = 20;

    /// <summary>One page of an owner's documents.</summary>
    public async Task<ListModel> LoadAsync(Caller caller, ListFilter filter, string? fault, CancellationToken cancellation)
    {
        var page = await queries.ListAsync(
            caller.OwnerId,
            new(filter.Tab == "failed" ? "failed" : null, filter.Tab == "review" ? true : null, null, filter.Medicine, filter.Patient, null, null, filter.After, PageLength),
            cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ids = page.Documents.Select(document => document.Id).ToList();
        var names = await context.Documents.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.FileName, cancellation);
        var versions = page.Documents.ToDictionary(document => document.Id, document => document.ResultVersion);
        var rows = await context.Results.AsNoTracking().Where(row => ids.Contains(row.DocumentId)).Select(row => new { row.DocumentId, row.Version }).ToListAsync(cancellation);
        var listed = new List<ListedDocument>();
        foreach (var document in page.Documents)
        {
            var prescription = rows.Any(row => row.DocumentId == document.Id && row.Version == versions[document.Id])
                ? PrescriptionJson.Read((await results.GetAsync(caller.OwnerId, document.Id, null, cancellation)).Json)
                : null;
            var name = names.TryGetValue(document.Id, out var sealedName) ? cipher.OpenText(sealedName, FileNamePlace.Of(document.Id)) : "";
            listed.Add(new(document, name, prescription?.Fields.PatientName?.Value, prescription?.Medications.Length));
        }

        return new(listed, page.Next, filter, fault);
    }
}

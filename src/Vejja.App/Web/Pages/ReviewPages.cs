using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Reminders;
using Vejja.Exchange.Contract;
using Vejja.Storage;

namespace Vejja.App.Web.Pages;

/// <summary>Loads what the review page shows.</summary>
internal sealed class ReviewPages(DocumentQueries queries, ResultStore results, ReminderStore reminders, IDbContextFactory<VejjaContext> contexts)
{
    /// <summary>A document of an owner, in a language.</summary>
    /// <exception cref="RequestRefusedException">The owner has no such document.</exception>
    public async Task<ReviewModel> LoadAsync(Caller caller, string id, string language, CancellationToken cancellation)
    {
        var document = await queries.StatusAsync(caller.OwnerId, id, cancellation) ?? throw ResultStore.NotFound();
        if (document.ResultVersion == 0)
            return new(document, null, [], [], []);
        var (_, json) = await results.GetAsync(caller.OwnerId, id, document.ResultVersion, cancellation);
        var prescription = PrescriptionJson.Read(json);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var upright = await context.Pages.AsNoTracking().Where(row => row.DocumentId == id && row.BlobAddress != null).Select(row => row.Index).ToListAsync(cancellation);
        return new(
            document, prescription,
            [.. prescription.Pages.Select(page => new ShownPage(prescription, page, upright.Contains(page.Index)))],
            ReviewForm.FieldsOf(prescription.Fields),
            [.. prescription.Medications.Select((medication, i) => ReviewForm.FieldsOf(medication, i, language))])
        {
            Reminders = await reminders.ListAsync(caller.OwnerId, id, cancellation),
        };
    }

    /// <summary>The fields of a page.</summary>
    public static IEnumerable<FormField> AllFields(ReviewModel model) => model.Fields.Concat(model.Medicines.SelectMany(fields => fields));

    /// <summary>The page with what a person entered still in it, and faults where it could not be taken.</summary>
    public static ReviewModel With(ReviewModel model, IFormCollection form, IReadOnlyDictionary<string, string> faults)
    {
        FormField Filled(FormField field) => field with
        {
            Value = form.TryGetValue(field.Pointer, out var entered) ? entered.FirstOrDefault() ?? "" : field.Value,
            Fault = faults.GetValueOrDefault(field.Pointer),
        };
        return model with
        {
            Fields = [.. model.Fields.Select(Filled)],
            Medicines = [.. model.Medicines.Select(fields => fields.Select(Filled).ToImmutableArray())],
            Added = form["/medications/-"].FirstOrDefault(),
        };
    }
}

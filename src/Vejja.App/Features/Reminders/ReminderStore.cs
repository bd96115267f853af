using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vejja.App.Features.Documents;
using Vejja.App.Web;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Contract;
using Vejja.Scheduling;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Reminders;

/// <summary>Makes reminders from a document's result, and plans anew for its calendar.</summary>
internal sealed class ReminderStore(IDbContextFactory<VejjaContext> contexts, ResultStore results, ContentCipher cipher, KeyedHash hash, TimeProvider time)
{
    /// <summary>Lays a document out in time. Earlier plans of it stay; a person deletes them.</summary>
    public async Task<PlanView> CreateAsync(Caller caller, ReminderRequestBody request, CancellationToken cancellation)
    {
        if (request.DocumentId is null || request.Start is not { } start || request.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(request.TimeZone) is null)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "Give documentId, start (a date) and timeZone (an IANA name).");
        if (start.Year is < 2000 or > 2199)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The start lies outside the years 2000 to 2199.");
        var (version, json) = await results.GetAsync(caller.OwnerId, request.DocumentId, null, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var plan = new PlanRow
        {
            Id = Identifier.New(time),
            DocumentId = request.DocumentId,
            OwnerId = caller.OwnerId,
            Version = version,
            Start = start,
            TimeZone = request.TimeZone,
            HideNames = request.HideNames,
            AllowUnapproved = request.AllowUnapproved,
            TokenHash = hash.Of("calendar", token),
            CreatedAt = time.GetUtcNow(),
        };
        context.Plans.Add(plan);
        var laid = await LayAsync(context, plan, json, cancellation);
        var views = laid.Medications.Select(medication => Add(context, plan, medication)).ToList();
        context.Audit.Add(caller.Did("reminders.create", plan.DocumentId, time));
        await context.SaveChangesAsync(cancellation);
        return new(plan.Id, $"/calendars/{token}.ics", views);
    }

    /// <summary>The plan behind a calendar's link, without what is paused; null where the link is unknown.</summary>
    public async Task<ReminderPlan?> OfTokenAsync(string token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var tokenHash = hash.Of("calendar", token);
        if (await context.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == tokenHash, cancellation) is not { } plan)
            return null;
        var (_, json) = await results.GetAsync(plan.OwnerId, plan.DocumentId, plan.Version, cancellation);
        var laid = await LayAsync(context, plan, json, cancellation);
        var paused = await context.Reminders.AsNoTracking().Where(row => row.PlanId == plan.Id && row.State == ReminderState.Paused).ToListAsync(cancellation);
        var silent = paused.Select(row => View(row, plan.DocumentId, 0, null).MedicationId).ToHashSet();
        return laid with { Medications = [.. laid.Medications.Where(medication => !silent.Contains(medication.MedicationId))] };
    }

    /// <summary>An owner's reminders, newest first, of one document or of all.</summary>
    public async Task<List<ReminderView>> ListAsync(string ownerId, string? documentId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await (from reminder in context.Reminders.AsNoTracking()
                          join plan in context.Plans on reminder.PlanId equals plan.Id
                          where reminder.OwnerId == ownerId && (documentId == null || plan.DocumentId == documentId)
                          orderby reminder.Id descending
                          select new
                          {
                              Row = reminder,
                              plan.DocumentId,
                              Doses = context.Doses.Count(dose => dose.ReminderId == reminder.Id),
                              Next = context.Doses.Where(dose => dose.ReminderId == reminder.Id && dose.State == DoseState.Due).Select(dose => (DateTimeOffset?)(dose.SnoozedUntil ?? dose.DueAt)).Min(),
                          }).Take(200).ToListAsync(cancellation);
        return rows.ConvertAll(one => View(one.Row, one.DocumentId, one.Doses, one.Next));
    }

    /// <summary>The reminders of a plan's row.</summary>
    public static async Task<ReminderPlan> LayAsync(VejjaContext context, PlanRow plan, byte[] json, CancellationToken cancellation)
    {
        var document = await context.Documents.AsNoTracking().SingleAsync(row => row.Id == plan.DocumentId, cancellation);
        return ReminderScheduling.Plan(new(PrescriptionJson.Read(json), new LocalDate(plan.Start.Year, plan.Start.Month, plan.Start.Day).AtMidnight(), DateTimeZoneProviders.Tzdb[plan.TimeZone])
        {
            PrescriptionId = plan.DocumentId,
            Approved = document.ApprovedAt is not null && document.ResultVersion == plan.Version,
            AllowUnapproved = plan.AllowUnapproved,
            HideNames = plan.HideNames,
        });
    }

    /// <summary>A row, shown.</summary>
    public ReminderView View(ReminderRow row, string documentId, int doses, DateTimeOffset? next)
    {
        var content = JsonSerializer.Deserialize<ReminderContent>(cipher.Open(row.Content, PlaceOf(row.Id)))!;
        return new(row.Id, documentId, row.State, content.MedicationId, content.Name, content.Withheld, content.Notes, doses, next, row.Stock, row.StockUnit);
    }

    private static string PlaceOf(string reminderId) => "reminder/" + reminderId;

    private static string Code<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private ReminderView Add(VejjaContext context, PlanRow plan, MedicationReminders medication)
    {
        var id = Identifier.New(time);
        var content = new ReminderContent(
            medication.MedicationId, medication.Name,
            [.. medication.Withheld.Select(withheld => withheld.Flag ?? Code(withheld.Reason)).Distinct()], [.. medication.Notes.Select(Code)]);
        var doses = medication.Series.Where(series => !series.Cancelled)
            .SelectMany(series => series.Occurrences.Select(occurrence => (occurrence.At, series.Dose))).OrderBy(dose => dose.At).ToList();
        var row = new ReminderRow
        {
            Id = id,
            PlanId = plan.Id,
            OwnerId = plan.OwnerId,
            Content = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(content), PlaceOf(id)),
            StockUnit = doses.Select(dose => dose.Dose?.Low.Unit).FirstOrDefault(),
        };
        context.Reminders.Add(row);
        context.Doses.AddRange(doses.Select((dose, index) => new DoseRow
        {
            ReminderId = id,
            Number = index + 1,
            DueAt = dose.At,
            Amount = dose.Dose is { High: null } single ? (double)single.Low.Value : null,
        }));
        return View(row, plan.DocumentId, doses.Count, doses.Count == 0 ? null : doses[0].At);
    }
}

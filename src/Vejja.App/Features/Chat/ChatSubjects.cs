using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Reminders;
using Vejja.App.Web;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Contract;
using Vejja.Language.Assistant;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Chat;

/// <summary>Fetches what a conversation is about: the latest result, and reminders from the day given or as last made.</summary>
internal sealed class ChatSubjects(IDbContextFactory<VejjaContext> contexts, ResultStore results, TimeProvider time)
{
    /// <summary>The document's prescription and reminders.</summary>
    /// <exception cref="RequestRefusedException">There is no such document, no result yet, or the day or zone is none.</exception>
    public async Task<ChatSubject> OfAsync(Caller caller, ChatRequest request, CancellationToken cancellation)
    {
        var (version, json) = await results.GetAsync(caller.OwnerId, request.DocumentId!, null, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await RowAsync(context, caller, request, version, cancellation) is not { } row)
            return new(PrescriptionJson.Read(json), null, time.GetUtcNow());
        ReminderPlan plan = await ReminderStore.LayAsync(context, row, json, cancellation);
        var offset = DateTimeZoneProviders.Tzdb[row.TimeZone].GetUtcOffset(Instant.FromDateTimeOffset(time.GetUtcNow()));
        return new(PrescriptionJson.Read(json), plan, time.GetUtcNow().ToOffset(offset.ToTimeSpan()));
    }

    private static async Task<PlanRow?> RowAsync(VejjaContext context, Caller caller, ChatRequest request, int version, CancellationToken cancellation)
    {
        if (request is { Start: null, TimeZone: null })
        {
            return await context.Plans.AsNoTracking().Where(row => row.DocumentId == request.DocumentId && row.OwnerId == caller.OwnerId && row.Version == version)
                .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        }

        if (request.Start is not { Year: >= 2000 and < 2200 } start || request.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(request.TimeZone) is null)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "Give start (a date) and timeZone (an IANA name) together.");
        return new()
        {
            Id = "",
            DocumentId = request.DocumentId!,
            OwnerId = caller.OwnerId,
            Version = version,
            Start = start,
            TimeZone = request.TimeZone,
            AllowUnapproved = request.AllowUnapproved,
            TokenHash = "",
        };
    }
}

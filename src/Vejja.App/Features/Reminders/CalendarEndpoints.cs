using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Calendar;
using Vejja.Exchange.Contract;
using Vejja.Exchange.Wording;
using Vejja.Scheduling;

namespace Vejja.App.Features.Reminders;

/// <summary>Reminders as calendars: once, by key, or to subscribe to, by a link that nobody can guess.</summary>
internal static class CalendarEndpoints
{
    private const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Adds the endpoints.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{id}/calendar.ics", OfDocumentAsync).WithTags("Reminders").WithName("GetCalendar")
            .WithSummary("A document's reminders as a calendar").RequireAuthorization(Scopes.Read);
        routes.MapGet("/calendars/{token}.ics", FeedAsync).WithTags("Reminders").WithName("SubscribeCalendar")
            .WithSummary("The calendar behind a link of POST /reminders; needs no key").AllowAnonymous();
    }

    private static async Task<FileContentHttpResult> OfDocumentAsync(
        string id, [AsParameters] CalendarQuery query, Caller caller, ResultStore results, DocumentQueries documents, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        if (query.Start is not { Year: >= 2000 and < 2200 } start || query.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(query.TimeZone) is not { } zone)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "Give start (a date) and timeZone (an IANA name).");
        var (version, json) = await results.GetAsync(caller.OwnerId, id, null, cancellation);
        var status = await documents.StatusAsync(caller.OwnerId, id, cancellation) ?? throw ResultStore.NotFound();
        await audit.WriteAsync(caller.Did("calendar.read", id, time), cancellation);
        var plan = ReminderScheduling.Plan(new(PrescriptionJson.Read(json), LocalDate.FromDateOnly(start).AtMidnight(), zone)
        {
            PrescriptionId = id,
            Approved = status.ApprovedAt is not null && status.ResultVersion == version,
            AllowUnapproved = query.AllowUnapproved ?? false,
            HideNames = query.HideNames ?? false,
        });
        return Write(plan, query.Language, time);
    }

    private static async Task<FileContentHttpResult> FeedAsync(string token, string? language, ReminderStore store, TimeProvider time, CancellationToken cancellation) =>
        token.Length == 43 && await store.OfTokenAsync(token, cancellation) is { } plan
            ? Write(plan, language, time)
            : throw new RequestRefusedException(StatusCodes.Status404NotFound, "not-found", "There is no such calendar.");

    private static FileContentHttpResult Write(ReminderPlan plan, string? language, TimeProvider time)
    {
        var words = language switch { "fr" => WordingLanguage.French, "km" => WordingLanguage.Khmer, _ => WordingLanguage.English };
        return TypedResults.File(Encoding.UTF8.GetBytes(CalendarText.Write([plan], ZoneRules.Of([plan]), time.GetUtcNow(), words)), MediaType);
    }
}

/// <summary>How a calendar is to be laid.</summary>
/// <param name="Start">The first day.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Language">en, fr or km.</param>
/// <param name="AllowUnapproved">Whether the caller answers for a result that nobody approved.</param>
/// <param name="HideNames">Whether names stay out.</param>
internal sealed record CalendarQuery(DateOnly? Start, string? TimeZone, string? Language, bool? AllowUnapproved, bool? HideNames);

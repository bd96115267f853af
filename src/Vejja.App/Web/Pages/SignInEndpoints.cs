using Microsoft.Extensions.Primitives;
using Vejja.App.Features.Accounts;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Keys;
using Vejja.App.Web.Texts;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Web.Pages;

/// <summary>Signing in and out, choosing a password with a one-time code, choosing a language.</summary>
internal static class SignInEndpoints
{
    /// <summary>Adds the pages.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        open.MapGet("/", () => TypedResults.Redirect("/app"));
        open.MapGet("/sign-in", async (AccountStore accounts, CancellationToken cancellation) =>
            new Page<SignInPage>(new SignInModel(Failed: false, NeedsFirst: !await accounts.AnyAsync(cancellation))));
        open.MapPost("/sign-in", SignInAsync);
        open.MapGet("/welcome", WelcomeAsync);
        open.MapPost("/welcome", AcceptAsync);
        open.MapPost("/app/language", ChooseAsync);
        routes.MapPost("/app/sign-out", SignOutAsync).ExcludeFromDescription();
    }

    /// <summary>The fields of a posted form; a request of another site is refused before it is read.</summary>
    public static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!SessionAuthentication.IsOwnRequest(request) || !request.HasFormContentType)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The form does not come from this service's own page.");
        try
        {
            return await request.ReadFormAsync(new() { ValueCountLimit = 2000, KeyLengthLimit = 200, ValueLengthLimit = 8000 }, cancellation);
        }
        catch (InvalidDataException fault)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The form is malformed.", fault);
        }
    }

    private static async Task<IResult> SignInAsync(HttpContext context, AccountStore accounts, SessionStore sessions, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        var form = await FormAsync(context.Request, cancellation);
        if (await accounts.FindAsync(form["name"], form["password"], cancellation) is not { } account)
            return new Page<SignInPage>(new SignInModel(Failed: true, NeedsFirst: false), StatusCodes.Status401Unauthorized);
        await LetInAsync(context, account, "sign-in", sessions, audit, time, cancellation);
        return TypedResults.LocalRedirect("/app");
    }

    private static async Task<IResult> WelcomeAsync(string? code, AccountStore accounts, CancellationToken cancellation)
    {
        if (code is not { Length: > 0 and <= 40 })
            return new Page<WelcomePage>(new WelcomeModel(null, null));
        var name = await accounts.InvitedAsync(code, cancellation);
        return new Page<WelcomePage>(new WelcomeModel(code, name, Fault: name is null && await accounts.AnyAsync(cancellation) ? "codeWrong" : null));
    }

    private static async Task<IResult> AcceptAsync(
        HttpContext context, AccountStore accounts, FirstKey first, SessionStore sessions, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        var form = await FormAsync(context.Request, cancellation);
        var (code, password, entered) = (Text(form["code"]).Trim(), Text(form["password"]), Text(form["name"]));
        var invited = await accounts.InvitedAsync(code, cancellation);
        var name = invited ?? AccountStore.NameOf(entered);
        var fault = name is null ? "nameBad" : PasswordRules.IsGood(password, name) ? null : "passwordBad";
        if (fault is null)
        {
            var account = invited is null ? await first.RedeemAccountAsync(code, name!, password, cancellation) : await accounts.AcceptAsync(code, password, cancellation);
            if (account is not null)
            {
                await LetInAsync(context, account, "account.open", sessions, audit, time, cancellation);
                return TypedResults.LocalRedirect("/app");
            }

            fault = "codeWrong";
        }

        return new Page<WelcomePage>(new WelcomeModel(code, invited, entered, fault), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task LetInAsync(HttpContext context, AccountRow account, string action, SessionStore sessions, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        await audit.WriteAsync(new()
        {
            Id = Identifier.New(time),
            OwnerId = account.OwnerId,
            KeyId = "account/" + account.Id,
            Action = action,
            CorrelationId = context.TraceIdentifier,
            At = time.GetUtcNow(),
        }, cancellation);
        SessionSecret.Set(context, await sessions.BeginAsync(account, cancellation));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SessionStore sessions, CancellationToken cancellation)
    {
        if (SessionSecret.Of(context.Request) is { } secret)
            await sessions.EndAsync(secret, cancellation);
        SessionSecret.Set(context, null);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> ChooseAsync(HttpContext context, CancellationToken cancellation)
    {
        var form = await FormAsync(context.Request, cancellation);
        PageTexts.Choose(context.Response, form["code"]);
        var back = Text(form["back"]);
        return TypedResults.LocalRedirect(PagePaths.IsPage(back.Split('?')[0] is { Length: > 0 } path && path[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal) ? path : "/none") ? back : "/app");
    }

    private static string Text(StringValues values) => values.FirstOrDefault() ?? "";
}

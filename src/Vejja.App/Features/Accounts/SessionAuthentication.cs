using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Vejja.App.Web;

namespace Vejja.App.Features.Accounts;

/// <summary>Lets a request in by the cookie of a signed-in browser.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionStore sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Session";

    private const string PerMinute = "1200";
    private const string PerDay = "10000";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionSecret.Of(Request) is not { } secret)
            return AuthenticateResult.NoResult();
        if (!IsOwnRequest(Request))
            return AuthenticateResult.Fail("The request comes from another site.");
        if (await sessions.FindAsync(secret, Context.RequestAborted) is not { } account)
            return AuthenticateResult.Fail("The session has ended.");
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, "account/" + account.Id));
        identity.AddClaim(new(ClaimTypes.Name, account.Name));
        identity.AddClaim(new(Caller.OwnerClaim, account.OwnerId));
        identity.AddClaim(new(Caller.QuotaClaim, PerDay));
        identity.AddClaim(new(Caller.RateClaim, PerMinute));
        foreach (var scope in account.Scopes.Split(' '))
            identity.AddClaim(new(Caller.ScopeClaim, scope));
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (PagePaths.IsPage(Request.Path) && HttpMethods.IsGet(Request.Method))
            Response.Redirect("/sign-in");
        else
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether a request that changes something comes from a page of this service: the browser says so itself (Fetch Metadata, W3C; where
    /// it is too old or the connection is plain, the Origin). Beside SameSite, this is what holds off cross-site request forgery.
    /// </summary>
    public static bool IsOwnRequest(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return true;
        if (request.Headers["Sec-Fetch-Site"].FirstOrDefault() is { } site)
            return site == "same-origin";
        return request.Headers.Origin.FirstOrDefault() is { } origin && origin == $"{request.Scheme}://{request.Host}";
    }
}

using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Vejja.App.Web;

namespace Vejja.App.Features.Keys;

/// <summary>Lets a request in by <c>Authorization: Bearer KEY</c>.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyStore keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "ApiKey";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (KeyText.Parse(value["Bearer ".Length..].Trim()) is not { } key || await keys.FindAsync(key, Context.RequestAborted) is not { } row)
            return AuthenticateResult.Fail("The key is not known.");
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, row.Id));
        identity.AddClaim(new(Caller.OwnerClaim, row.OwnerId));
        identity.AddClaim(new(Caller.QuotaClaim, row.DocumentsPerDay.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(Caller.RateClaim, row.RequestsPerMinute.ToString(CultureInfo.InvariantCulture)));
        foreach (var scope in row.Scopes.Split(' '))
            identity.AddClaim(new(Caller.ScopeClaim, scope));
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

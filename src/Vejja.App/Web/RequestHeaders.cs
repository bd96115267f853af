using System.Security.Cryptography;

namespace Vejja.App.Web;

/// <summary>Gives every request a correlation identifier, and every answer strict headers.</summary>
internal sealed class RequestHeaders(RequestDelegate next, ILogger<RequestHeaders> log)
{
    private const string Correlation = "X-Correlation-Id";

    /// <summary>Runs the rest of the pipeline under the identifier.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Correlation].FirstOrDefault();
        context.TraceIdentifier = given is { Length: > 0 and <= 64 } && given.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? given
            : RandomNumberGenerator.GetHexString(16, lowercase: true);
        var headers = context.Response.Headers;
        headers[Correlation] = context.TraceIdentifier;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal)
            ? "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            : "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        using (log.BeginScope(new Dictionary<string, object> { ["CorrelationId"] = context.TraceIdentifier }))
            await next(context);
    }
}

using System.Security.Claims;
using System.Security.Cryptography;

namespace Vejja.App.Web;

/// <summary>Gives every request a correlation identifier, and every answer strict headers.</summary>
internal sealed partial class RequestHeaders(RequestDelegate next, ILogger<RequestHeaders> log)
{
    private const string Correlation = "X-Correlation-Id";

    private const string Ends = "; frame-ancestors 'none'; base-uri 'none'; form-action ";
    private const string Answers = "default-src 'none'; style-src 'self'; img-src 'self' data:" + Ends + "'self'";
    private const string Pages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'" + Ends + "'self'";
    private const string Docs = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'" + Ends + "'none'";

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
        headers.ContentSecurityPolicy = context.Request.Path switch
        {
            var path when path.StartsWithSegments("/docs", StringComparison.Ordinal) => Docs,
            var path when PagePaths.IsPage(path) => Pages,
            _ => Answers,
        };
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        using (log.BeginScope(new Dictionary<string, object> { ["CorrelationId"] = context.TraceIdentifier }))
        {
            await next(context);
            if (context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
                LogRefused(context.Response.StatusCode, context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request of {Who} was refused with {Status}")]
    private partial void LogRefused(int status, string who);
}

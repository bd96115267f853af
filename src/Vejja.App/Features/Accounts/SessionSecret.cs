using System.Buffers.Text;
using System.Security.Cryptography;

namespace Vejja.App.Features.Accounts;

/// <summary>The secret of a signed-in browser: 256 random bits, in a cookie that scripts cannot read and other sites cannot send.</summary>
internal static class SessionSecret
{
    private const string PlainName = "vejja-session";

    /// <summary>Makes a new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the request carries; null where it carries none.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[NameOf(request)] is { Length: 43 } secret ? secret : null;

    /// <summary>Gives the browser a secret, or takes it away where it is null.</summary>
    public static void Set(HttpContext context, string? secret)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/" };
        if (secret is null)
            context.Response.Cookies.Delete(NameOf(context.Request), options);
        else
            context.Response.Cookies.Append(NameOf(context.Request), secret, options);
    }

    /// <summary>Over TLS the name itself makes the browser insist on TLS and on this very host (RFC 6265bis, 4.1.3.2).</summary>
    private static string NameOf(HttpRequest request) => request.IsHttps ? "__Host-" + PlainName : PlainName;
}

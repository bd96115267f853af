using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Vejja.App.Features.Webhooks;

/// <summary>What a webhook is told: that something happened, never what stands in a document.</summary>
/// <param name="Id">Identifier of the message; the same for every attempt.</param>
/// <param name="Event"><c>document.done</c> or <c>document.failed</c>.</param>
/// <param name="DocumentId">Which document.</param>
/// <param name="At">When it happened.</param>
internal sealed record WebhookMessage(string Id, string Event, string DocumentId, DateTimeOffset At)
{
    /// <summary>The header that signs.</summary>
    public const string SignatureHeader = "Vejja-Signature";

    /// <summary>The body in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary><c>t=SECONDS,v1=HMAC-SHA-256</c> over seconds, a dot and the body: a message cannot be forged, nor an old one sent again unnoticed.</summary>
    public static string Sign(byte[] body, string secret, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(seconds + "."), .. body]);
        return $"t={seconds},v1={Convert.ToHexStringLower(signed)}";
    }
}

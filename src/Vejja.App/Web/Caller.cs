using System.Security.Claims;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Web;

/// <summary>Who sends a request: bound from the key that was presented.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="OwnerId">Whose documents it sees.</param>
/// <param name="DocumentsPerDay">How many it may upload in 24 hours.</param>
/// <param name="CorrelationId">The request's identifier, in answers and logs.</param>
internal sealed record Caller(string KeyId, string OwnerId, int DocumentsPerDay, string CorrelationId)
{
    /// <summary>Claim of the key's owner.</summary>
    public const string OwnerClaim = "owner";

    /// <summary>Claim of the key's quota.</summary>
    public const string QuotaClaim = "documents-per-day";

    /// <summary>Claim of the key's rate.</summary>
    public const string RateClaim = "requests-per-minute";

    /// <summary>Claim of one scope.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>The caller of a request that was let in.</summary>
    public static Caller Of(HttpContext context)
    {
        var user = context.User;
        return new(
            user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.FindFirstValue(OwnerClaim)!,
            int.Parse(user.FindFirstValue(QuotaClaim)!, System.Globalization.CultureInfo.InvariantCulture), context.TraceIdentifier);
    }

    /// <summary>Binds the parameter of an endpoint.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult<Caller?>(Of(context));

    /// <summary>An entry of the audit.</summary>
    public AuditRow Did(string action, string? subjectId, TimeProvider time) => new()
    {
        Id = Identifier.New(time),
        OwnerId = OwnerId,
        KeyId = KeyId,
        Action = action,
        SubjectId = subjectId,
        CorrelationId = CorrelationId,
        At = time.GetUtcNow(),
    };
}

using System.Security.Claims;
using Vejja.App.Web.Texts;

namespace Vejja.App.Web.Pages;

/// <summary>What every page knows: the person, what they may do, and their language.</summary>
/// <param name="Texts">Words in the person's language.</param>
/// <param name="Person">Who is signed in; null for nobody.</param>
/// <param name="Scopes">What they may do.</param>
/// <param name="Address">The page's own path and query.</param>
public sealed record PageView(PageTexts Texts, string? Person, IReadOnlySet<string> Scopes, string Address)
{
    /// <summary>Whether the person may upload, delete, make reminders.</summary>
    public bool MayWrite => Scopes.Contains(Features.Keys.Scopes.Write);

    /// <summary>Whether the person may correct and approve.</summary>
    public bool MayReview => Scopes.Contains(Features.Keys.Scopes.Review);

    /// <summary>Whether the person may invite others.</summary>
    public bool IsAdministrator => Scopes.Contains(Features.Keys.Scopes.Admin);

    /// <summary>Of a request.</summary>
    internal static PageView Of(HttpContext context) => new(
        PageTexts.Of(context.Request), context.User.FindFirstValue(ClaimTypes.Name), context.User.FindAll(Caller.ScopeClaim).Select(claim => claim.Value).ToHashSet(),
        context.Request.Path + context.Request.QueryString);
}

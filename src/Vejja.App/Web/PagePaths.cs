namespace Vejja.App.Web;

/// <summary>Which addresses are pages for people; all others are the API.</summary>
internal static class PagePaths
{
    /// <summary>Whether the address is a page's.</summary>
    public static bool IsPage(PathString path) =>
        path == "/" || path.StartsWithSegments("/app", StringComparison.Ordinal) || path.StartsWithSegments("/sign-in", StringComparison.Ordinal)
        || path.StartsWithSegments("/welcome", StringComparison.Ordinal);
}

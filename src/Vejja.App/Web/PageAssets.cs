using Microsoft.AspNetCore.Http.HttpResults;

namespace Vejja.App.Web;

/// <summary>Style, script and picture of the pages: they lie in the program itself, and nothing is fetched from anywhere else.</summary>
internal static class PageAssets
{
    private const string Prefix = "Vejja.App.Web.Assets.";

    private static readonly Dictionary<string, (byte[] Bytes, string MediaType)> Files = new()
    {
        ["app.css"] = (Load("app.css"), "text/css; charset=utf-8"),
        ["app.js"] = (Load("app.js"), "text/javascript; charset=utf-8"),
        ["mark.svg"] = (Load("mark.svg"), "image/svg+xml"),
    };

    /// <summary>Adds the endpoint.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{name}", Get).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();

    private static Results<FileContentHttpResult, NotFound> Get(string name, HttpResponse response)
    {
        if (!Files.TryGetValue(name, out var file))
            return TypedResults.NotFound();
        response.Headers.CacheControl = "no-cache";
        return TypedResults.File(file.Bytes, file.MediaType);
    }

    private static byte[] Load(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"The program lacks {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

using System.Globalization;
using System.Text.Json;

namespace Vejja.App.Web.Texts;

/// <summary>The words of the pages in one language, from a data file beside this one.</summary>
/// <param name="Code">en, fr or km.</param>
/// <param name="Words">By key.</param>
public sealed record PageTexts(string Code, IReadOnlyDictionary<string, string> Words)
{
    private const string CookieName = "vejja-language";

    /// <summary>The languages, the first one where nothing else is asked for.</summary>
    public static IReadOnlyList<PageTexts> All { get; } = [Load("en"), Load("km"), Load("fr")];

    /// <summary>The words of a key; the key itself where there are none, which a test forbids.</summary>
    public string this[string key] => Words.TryGetValue(key, out var text) ? text : key;

    /// <summary>Words with values in their places.</summary>
    public string With(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The words of a key, or of another one where it has none.</summary>
    public string Or(string key, string fallback) => Words.TryGetValue(key, out var text) ? text : fallback;

    /// <summary>The language that the person chose, or that the browser asks for.</summary>
    internal static PageTexts Of(HttpRequest request)
    {
        var asked = request.Headers.AcceptLanguage.ToString().Split(',').Select(part => part.Trim().Split(';', '-')[0].ToLowerInvariant());
        return ((IEnumerable<string?>)[request.Cookies[CookieName], .. asked]).Select(Find).FirstOrDefault(texts => texts is not null) ?? All[0];
    }

    /// <summary>Remembers the choice in the browser.</summary>
    internal static void Choose(HttpResponse response, string? code)
    {
        if (Find(code) is { } texts)
            response.Cookies.Append(CookieName, texts.Code, new() { SameSite = SameSiteMode.Lax, HttpOnly = true, Path = "/", MaxAge = TimeSpan.FromDays(365) });
    }

    private static PageTexts? Find(string? code) => All.FirstOrDefault(texts => texts.Code == code);

    private static PageTexts Load(string code)
    {
        using var stream = typeof(PageTexts).Assembly.GetManifestResourceStream($"Vejja.App.Web.Texts.{code}.json") ?? throw new InvalidOperationException($"The program lacks its {code} texts.");
        return new(code, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}

using Vejja.Reading.Lexicon;

namespace Vejja.Language.Enhancement;

/// <summary>What no text of a model may say: a diagnosis, a cure, advice, a change of a dose; in three languages.</summary>
public static class ForbiddenContent
{
    private static readonly Lazy<PhraseList> Phrases = new(() => PhraseList.Load(typeof(ForbiddenContent).Assembly, "Vejja.Language.Enhancement.Data.forbidden.tsv"));

    /// <summary>The kind that a text is guilty of (<c>diagnosis</c>, <c>cure</c>, <c>advice</c>, <c>dose-change</c>); null for none.</summary>
    public static string? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Phrases.Value.Find(text);
    }
}

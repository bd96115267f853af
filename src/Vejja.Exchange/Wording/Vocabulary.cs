using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Vejja.Exchange.Wording;

/// <summary>The standard phrases of one language. A phrase whose sense is unsure in a language is absent there.</summary>
internal sealed class Vocabulary
{
    private const string Resource = "Vejja.Exchange.Wording.Data.words.tsv";

    private static readonly ImmutableArray<Vocabulary> All = Load();

    private readonly FrozenDictionary<string, CompositeFormat> phrases;

    private Vocabulary(IEnumerable<KeyValuePair<string, CompositeFormat>> phrases) => this.phrases = phrases.ToFrozenDictionary();

    /// <summary>The phrases of a language.</summary>
    public static Vocabulary Of(WordingLanguage language) => All[(int)language];

    /// <summary>The phrase with its values put in; null where the language has none.</summary>
    public string? Say(string key, params ReadOnlySpan<object?> values) =>
        phrases.TryGetValue(key, out var phrase) ? string.Format(CultureInfo.InvariantCulture, phrase, values) : null;

    private static ImmutableArray<Vocabulary> Load()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(line => line.Split('\t')).ToImmutableArray();
        return [.. Enum.GetValues<WordingLanguage>().Select(language => new Vocabulary(
            rows.Where(row => row[1 + (int)language].Length > 0)
                .Select(row => KeyValuePair.Create(row[0], CompositeFormat.Parse(row[1 + (int)language])))))];
    }
}

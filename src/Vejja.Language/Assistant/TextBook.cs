using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Vejja.Exchange.Wording;
using Vejja.Reading.Lexicon;

namespace Vejja.Language.Assistant;

/// <summary>The assistant's sentences in one language (Data/texts.tsv).</summary>
internal sealed class TextBook
{
    /// <summary>The languages spoken, in the order of the file's columns.</summary>
    public static readonly ImmutableArray<string> Languages = ["en", "fr", "km"];

    private static readonly Lazy<ImmutableArray<TextBook>> Books = new(static () =>
    {
        ImmutableArray<string[]> rows = [.. EmbeddedTable.Read(typeof(TextBook).Assembly, "Vejja.Language.Assistant.Data.texts.tsv", ["key", .. Languages])];
        return [.. Languages.Select((language, i) => new TextBook(language, rows.Where(row => row[i + 1].Length > 0).ToDictionary(row => row[0], row => row[i + 1])))];
    });

    private readonly FrozenDictionary<string, CompositeFormat> texts;

    private TextBook(string language, Dictionary<string, string> texts)
    {
        Language = language;
        this.texts = texts.ToFrozenDictionary(text => text.Key, text => CompositeFormat.Parse(text.Value));
    }

    /// <summary>km, en or fr.</summary>
    public string Language { get; }

    /// <summary>The same language for instructions in words.</summary>
    public WordingLanguage Wording => Language switch { "fr" => WordingLanguage.French, "km" => WordingLanguage.Khmer, _ => WordingLanguage.English };

    /// <summary>The book of a language; English for any other.</summary>
    public static TextBook Of(string language) => Books.Value[Math.Max(0, Languages.IndexOf(language))];

    /// <summary>A sentence that every language has, with its values.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, texts[key], values);

    /// <summary>A word that a language may lack; null where it does.</summary>
    public string? Word(string key, params ReadOnlySpan<object?> values) =>
        texts.TryGetValue(key, out var text) ? string.Format(CultureInfo.InvariantCulture, text, values) : null;

    /// <summary>A day, such as 21 November 2026.</summary>
    public string Day(DateOnly day) => Say("date", day.Day, Say(string.Create(CultureInfo.InvariantCulture, $"month.{day.Month}")), day.Year);

    /// <summary>A number, with a comma in French.</summary>
    public string Number(decimal value)
    {
        var digits = value.ToString("0.####", CultureInfo.InvariantCulture);
        return Language == "fr" ? digits.Replace('.', ',') : digits;
    }
}

using System.Reflection;

namespace Vejja.Reading.Dosing.Words;

/// <summary>
/// The words of the sig grammar with their senses, read from <c>Data/sig-*.tsv</c> (phrase, sense, value); one trie over all
/// languages, since sheets mix them.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>A point after a longer word ends a sentence.</summary>
    private const int LongestAbbreviation = 4;

    private const char Misspelling = '~';

    private static readonly Lazy<Vocabulary> Embedded = new(Load);

    /// <summary>Words of two letters that lose their space easily and change nothing by being found.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Little =
        new HashSet<string>(StringComparer.Ordinal) { "as", "at", "in", "if", "of", "by", "to", "si", "et", "au", "du", "en", "le", "la", "de", "up", "or", "ou" }.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, int> wordIds = new(StringComparer.Ordinal);
    private readonly List<Dictionary<int, int>> edges = [[]];
    private readonly List<Lexeme?> ends = [null];
    private readonly Dictionary<string, Lexeme> singles = new(StringComparer.Ordinal);
    private readonly HashSet<int> bearing = [];
    private readonly HashSet<string> misspelt = new(StringComparer.Ordinal);
    private SpellingRepair? spelling;

    private Vocabulary()
    {
    }

    /// <summary>The published vocabulary of all languages.</summary>
    public static Vocabulary Default => Embedded.Value;

    /// <summary>The Khmer words, for cutting text without spaces.</summary>
    public KhmerWords Khmer { get; } = new();

    /// <summary>Repair of misspelt words.</summary>
    public SpellingRepair Spelling => spelling!;

    /// <summary>The lexeme of a single word; null if it is unknown.</summary>
    public Lexeme? Single(ReadOnlySpan<char> word) =>
        singles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var lexeme) ? lexeme : null;

    /// <summary>The number of a word; -1 if no phrase has it.</summary>
    public int WordId(ReadOnlySpan<char> word) => wordIds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id) ? id : -1;

    /// <summary>Whether a word can be written together with others: any of three letters, abbreviations of two, and x.</summary>
    public bool Joins(ReadOnlySpan<char> word) => word.Length switch
    {
        1 => word[0] is 'x' or 'a',
        2 => Little.Contains(word) || (Single(word) is { } lexeme && Abbreviates(lexeme)),
        _ => WordId(word) >= 0,
    };

    /// <summary>Whether a word stands in a phrase that bears on the dose.</summary>
    public bool BearsOnDose(int word) => bearing.Contains(word);

    /// <summary>The longest phrase from a token on; hyphens and points between its words do not count.</summary>
    /// <returns>The phrase and the index of the token after it; a null phrase where none begins here.</returns>
    public (Lexeme? Lexeme, int Next) Longest(ReadOnlySpan<char> text, List<Token> tokens, int from)
    {
        var (node, best, next) = (0, (Lexeme?)null, from);
        for (var i = from; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Symbol && i > from && token.Glued && (text[token.Start] == '-' || (text[token.Start] == '.' && tokens[i - 1].End - tokens[i - 1].Start <= LongestAbbreviation)))
                continue;
            if (token.Word < 0 || !edges[node].TryGetValue(token.Word, out node))
                break;
            if (ends[node] is { } lexeme)
                (best, next) = (lexeme, i + 1);
        }

        return (best, next);
    }

    private static bool Abbreviates(Lexeme lexeme) =>
        lexeme.Has(Sense.Unit) || lexeme.Has(Sense.Rate) || lexeme.Has(Sense.Adverb) || lexeme.Has(Sense.Prn) || lexeme.Has(Sense.Mealtime)
        || lexeme.Has(Sense.Route) || lexeme.Has(Sense.Event) || lexeme.Has(Sense.TimeUnit);

    private static Vocabulary Load()
    {
        var vocabulary = new Vocabulary();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(each => each.Contains(".Dosing.Data.sig-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#')
                    vocabulary.AddLine(line, name, LanguageOf(name));
            }
        }

        vocabulary.spelling = new SpellingRepair(vocabulary.wordIds.Where(each => !vocabulary.misspelt.Contains(each.Key)).ToDictionary(StringComparer.Ordinal), vocabulary.singles, vocabulary.BearsOnDose);
        return vocabulary;
    }

    // A line holds one sense and value, and as many spellings as share them, separated by bars.
    private void AddLine(string line, string file, SigLanguages language)
    {
        var columns = line.Split('\t');
        if (columns.Length != 3 || !Enum.TryParse<Sense>(columns[0], ignoreCase: true, out var sense))
            throw new InvalidDataException($"{file}: not a line of the vocabulary: {line}");
        foreach (var phrase in columns[2].Split('|'))
        {
            // A misspelling is read as it stands, and draws no other word to it.
            var written = phrase.TrimStart(Misspelling);
            if (written.Length < phrase.Length)
                misspelt.Add(written);
            Add(written, sense, columns[1], language);
        }
    }

    private static SigLanguages LanguageOf(string file) => file switch
    {
        _ when file.EndsWith("sig-en.tsv", StringComparison.Ordinal) => SigLanguages.English,
        _ when file.EndsWith("sig-fr.tsv", StringComparison.Ordinal) => SigLanguages.French,
        _ => SigLanguages.Khmer,
    };

    private void Add(string phrase, Sense sense, string value, SigLanguages language)
    {
        var folded = FoldedText.Of(phrase);
        var text = folded.Characters;
        if (text.Length > 0 && KhmerWords.IsKhmer(text[0]))
        {
            foreach (var range in text.Split(' '))
                Khmer.Add(text[range].ToString());
        }

        var tokens = new List<Token>();
        SigTokenizer.Cut(text, Khmer, tokens);
        var node = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            // "b12" is one word, as WordResolution gives it.
            if (token.Kind == TokenKind.Word && i + 1 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Number, Glued: true } number && !KhmerWords.IsKhmer(text[token.Start]))
                (token, i) = (token with { End = number.End }, i + 1);
            var word = text[token.Start..token.End].ToString();
            if (word is "-" or ".")
                continue;
            if (!wordIds.TryGetValue(word, out var id))
                wordIds[word] = id = wordIds.Count;
            if (!edges[node].TryGetValue(id, out var next))
            {
                next = edges.Count;
                edges[node][id] = next;
                edges.Add([]);
                ends.Add(null);
            }

            node = next;
            if (sense is not (Sense.Reason or Sense.Filler or Sense.Advice or Sense.Site or Sense.Ordinary))
                bearing.Add(id);
        }

        var lexeme = ends[node] ??= new Lexeme();
        lexeme.Add(sense, value, language);
        if (tokens.Count == 1)
            singles[text.ToString()] = lexeme;
        folded.Return();
    }
}

using System.Collections.Immutable;
using System.Reflection;

namespace Vejja.Reading.Terms;

/// <summary>A vocabulary from a data file: text, code, evidence, separated by tabs; # begins a comment line.</summary>
internal sealed class TermTable
{
    /// <summary>Words shorter than this must be read exactly: one wrong sign makes another word of them.</summary>
    private const int ShortestFuzzy = 4;

    /// <summary>Share of signs that may differ.</summary>
    private const double Tolerance = 0.34;

    private TermTable(ImmutableArray<PrintedTerm> terms) => Terms = terms;

    public ImmutableArray<PrintedTerm> Terms { get; }

    /// <summary>Loads an embedded file.</summary>
    /// <param name="folder">The folder under the project, such as <c>Fields</c>.</param>
    /// <param name="file">The file in its Data folder.</param>
    public static TermTable Load(string folder, string file)
    {
        var name = $"Vejja.Reading.{folder}.Data.{file}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vocabulary {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var terms = ImmutableArray.CreateBuilder<PrintedTerm>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' && line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            var parts = line.Split('\t');
            terms.Add(new(parts[0], parts[1], parts.Length > 2 ? parts[2] : ""));
        }

        return new(terms.ToImmutable());
    }

    /// <summary>The term nearest to the whole text, if it is near enough.</summary>
    public TermMatch? Find(string text)
    {
        var key = TermKey.Of(text);
        TermMatch? best = null;
        foreach (var term in Terms)
        {
            var similarity = Similarity(key, term.Key);
            if (similarity > (best?.Similarity ?? 0))
                best = new(term, similarity);
        }

        return best ?? ByConsonants(key);
    }

    /// <summary>The term with the same consonants in the same order, where only one sense has them: fonts set vowels small, and far from where they are typed.</summary>
    private TermMatch? ByConsonants(string key)
    {
        if (TermKey.Consonants(key) is not { Length: > 0 } consonants)
            return null;
        PrintedTerm[] alike = [.. Terms.Where(term => term.Consonants == consonants)];
        return alike.Length > 0 && alike.All(term => term.Code == alike[0].Code) ? new(alike[0], 1 - Tolerance) : null;
    }

    /// <summary>0 where the texts are too far apart.</summary>
    public static double Similarity(string key, string termKey)
    {
        if (key == termKey)
            return key.Length > 0 ? 1 : 0;
        if (termKey.Length < ShortestFuzzy || Math.Abs(key.Length - termKey.Length) > Tolerance * termKey.Length)
            return 0;
        var similarity = EditDistance.Similarity(key, termKey);
        return similarity >= 1 - Tolerance ? similarity : 0;
    }
}

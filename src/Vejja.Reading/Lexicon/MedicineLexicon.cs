using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>
/// Medicines by every name under which a sheet may show them. Lookup forgives the confusions of recognisers and typists,
/// never a digit, and abstains when two contents are about equally near.
/// </summary>
public sealed class MedicineLexicon
{
    private static readonly Lazy<MedicineLexicon> Loaded = new(static () => new MedicineLexicon());
    private readonly Dictionary<string, Substance> substances;
    private readonly Lazy<Dictionary<string, ImmutableArray<string>>> combinations = new(LexiconData.Combinations);
    private readonly NameIndex index;
    private readonly NameLocation location;

    private MedicineLexicon()
    {
        substances = LexiconData.Substances();
        index = new NameIndex(LexiconData.Names(substances));
        location = new NameLocation(this, index);
    }

    /// <summary>The lexicon of the embedded data files, read on first use.</summary>
    public static MedicineLexicon Default => Loaded.Value;

    /// <summary>Active ingredients by id.</summary>
    public IReadOnlyDictionary<string, Substance> Substances => substances;

    /// <summary>How many different names there are, not counting case, accents and spaces.</summary>
    public int NameCount => index.Count;

    /// <summary>The index, for measures over all names.</summary>
    internal NameIndex Index => index;

    /// <summary>The names spelt with the same letters and digits; several where one name is sold with several contents.</summary>
    public IReadOnlyList<MedicineName> FindExact(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return index.Exact(NameKey.Of(name));
    }

    /// <summary>The names within a distance, nearest first.</summary>
    /// <param name="name">The name as read, without strength and form.</param>
    /// <param name="limit">Largest distance, 0 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside its range.</exception>
    public ImmutableArray<NameCandidate> Search(string name, double limit = NameTolerance.Search)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 4);
        var key = NameKey.Of(name);
        return key.Length == 0 ? [] : index.Near(key, limit);
    }

    /// <summary>The one medicine that a printed name stands for, or why there is none: unknown, or too close between two.</summary>
    /// <param name="name">The name as read, without strength and form; ingredients may be joined by +, /, &amp;, "and" or « et ».</param>
    public NameMatch Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var exact = ResolveExactly(name);
        return exact.Kind == NameMatchKind.Unknown ? Nearest(NameKey.Of(name)) : exact;
    }

    /// <summary>As <see cref="Resolve"/>, but without forgiving anything but case, accents, salts and joints.</summary>
    internal NameMatch ResolveExactly(string name)
    {
        var key = NameKey.Of(name);
        if (key.Length == 0)
            return NameMatch.None;
        if (Exact(name, key) is { } exact)
            return exact;
        if (SaltWords.Without(name) is { } bare && Exact(bare, NameKey.Of(bare)) is { } withoutSalt)
            return withoutSalt;
        return IngredientList.Read(name, this) is { } list
            ? new NameMatch(NameMatchKind.Exact, list, 0, [new NameCandidate(list, 0)])
            : NameMatch.None;
    }

    /// <summary>The first medicine named in a line, with its place; null where no name stands out. The longest name wins.</summary>
    /// <param name="line">A printed line, such as <c>Tab. Amlodipine 5mg 1 OD</c>.</param>
    public NameSpan? Locate(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return location.First(line);
    }

    /// <summary>ATC codes of a medicine; empty where none is known.</summary>
    public ImmutableArray<string> AtcOf(MedicineName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Substances.Length == 1)
            return substances[name.Substances[0]].Atc;
        return combinations.Value.TryGetValue(name.Content, out var codes) ? codes : [];
    }

    /// <summary>How rarely the medicine is usually taken: the rarest of its ingredients decides.</summary>
    public UsualInterval IntervalOf(MedicineName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Substances.Max(id => substances[id].Interval);
    }

    private static NameMatch? OneContent(IReadOnlyList<MedicineName> names)
    {
        var candidates = names.Select(n => new NameCandidate(n, 0)).ToImmutableArray();
        return names.All(n => n.Content == names[0].Content)
            ? new NameMatch(NameMatchKind.Exact, names[0], 0, candidates)
            : new NameMatch(NameMatchKind.Ambiguous, null, 0, candidates);
    }

    private NameMatch? Exact(string name, string key)
    {
        var names = index.Exact(key);
        // Where accents tell two names apart, the very spelling wins; otherwise every name of the key counts.
        var verySpelling = names.FirstOrDefault(n => n.Text.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        if (verySpelling is not null && names.All(n => n.Content == verySpelling.Content))
            return new NameMatch(NameMatchKind.Exact, verySpelling, 0, [new NameCandidate(verySpelling, 0)]);
        return names.Count == 0 ? null : OneContent(names);
    }

    private NameMatch Nearest(string key)
    {
        if (key.Length == 0)
            return NameMatch.None;
        var candidates = index.Near(key, Math.Min(NameTolerance.Search, NameTolerance.Accept(key.Length + 1) + NameTolerance.Margin));
        if (candidates.IsEmpty)
            return NameMatch.None;
        var best = candidates[0];
        if (best.Distance > NameTolerance.Accept(Math.Min(key.Length, NameKey.Of(best.Name.Text).Length)))
            return new NameMatch(NameMatchKind.Unknown, null, best.Distance, candidates);
        var rival = candidates.FirstOrDefault(c => c.Name.Content != best.Name.Content);
        return rival is null || rival.Distance - best.Distance >= NameTolerance.Margin
            ? new NameMatch(NameMatchKind.Near, best.Name, best.Distance, candidates)
            : new NameMatch(NameMatchKind.Ambiguous, null, best.Distance, candidates);
    }
}

namespace Vejja.Reading.Dosing.Words;

/// <summary>A word or phrase of the vocabulary with all its senses.</summary>
internal sealed class Lexeme
{
    private readonly List<(Sense Sense, string Value)> senses = [];
    private UInt128 mask;

    /// <summary>The languages that have the word.</summary>
    public SigLanguages Languages { get; private set; }

    /// <summary>Adds a sense; the first one that is added for a kind wins.</summary>
    public void Add(Sense sense, string value, SigLanguages language)
    {
        Languages |= language;
        if (Has(sense))
            return;
        senses.Add((sense, value));
        mask |= UInt128.One << (int)sense;
    }

    /// <summary>Whether it can mean this.</summary>
    public bool Has(Sense sense) => (mask & (UInt128.One << (int)sense)) != 0;

    /// <summary>The value of a sense that it has.</summary>
    public string Value(Sense sense)
    {
        foreach (var (candidate, value) in senses)
        {
            if (candidate == sense)
                return value;
        }

        return "";
    }

    /// <summary>Whether both mean the same in every sense, so that a misspelling between them does not matter.</summary>
    public bool SameAs(Lexeme other) => mask == other.mask && senses.TrueForAll(each => other.Value(each.Sense) == each.Value);
}

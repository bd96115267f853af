using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>
/// Recursive descent over the terms of a sig: at each place the rules are asked in turn, the one that reads a phrase says its
/// fact, and a term that no rule can read becomes unread.
/// </summary>
internal sealed partial class SigGrammar
{
    private readonly TermCursor terms;
    private readonly List<Fact> facts = [];

    private SigGrammar(TermCursor terms) => this.terms = terms;

    /// <summary>Codes of the flags that words bring with them.</summary>
    public HashSet<string> Flags { get; } = new(StringComparer.Ordinal);

    /// <summary>Codes of flags that are shown only, because the words around leave one sense.</summary>
    public HashSet<string> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>Unknown words that were taken into a reason.</summary>
    public int Guessed { get; private set; }

    /// <summary>Misspelt words that were read.</summary>
    public int Repaired { get; private set; }

    /// <summary>Reads the facts of a sig.</summary>
    public static (SigGrammar Grammar, IReadOnlyList<Fact> Facts) Read(TermCursor terms)
    {
        var grammar = new SigGrammar(terms);
        terms.At = Math.Max(RowNumber(terms), TakeMark(terms));
        while (!terms.Done)
        {
            var before = terms.At;
            if (!grammar.Phrase())
                terms.At = before + 1;
            grammar.Note(before);
        }

        return (grammar, grammar.facts);
    }

    // "1) 1 cp le soir": the number of the row is no dose.
    private static int RowNumber(TermCursor terms)
    {
        var numbered = terms[0] is { Kind: TermKind.Number, Fraction: false, Value: <= 30 } && terms[1] is { Kind: TermKind.Symbol, Symbol: ')' or '.', Glued: true };
        return numbered && (terms[2].Kind == TermKind.Number || terms.Is(2, Sense.Method) || terms.Is(2, Sense.Filler)) && !terms[2].Glued ? 2 : 0;
    }

    // "T1 tab bd", "T 1 T PO": prescribers write T for "take".
    private static int TakeMark(TermCursor terms) =>
        terms[0].Kind == TermKind.Unknown && terms.Written(0) is "T" or "t" && terms[1] is { Kind: TermKind.Number } number && (number.Glued || terms.Is(2, Sense.Unit) || terms.Written(2) is "T" or "C") ? 1 : 0;

    private bool Phrase() =>
        Medicine() || EyeMark() || Slots() || EmptySlot() || Flow() || Worn() || Removed() || Diluent() || Titration() || Step() || Limit() || PartOfCourse() || Cycle() || Frequency() || Spacing() || Dates() || ClockTime() || DayOfWeek() || TimeOfDay()
        || SingleTime() || DividedDose() || Supply() || Conditional() || Length() || AsNeeded() || Doses() || Place() || Aside();

    private bool Say(Fact fact, int next)
    {
        facts.Add(fact);
        terms.At = next;
        return true;
    }

    private bool Skip(int next)
    {
        terms.At = next;
        return true;
    }

    private bool Unread(int next) => Say(new Fact.Unread(terms.Start(terms.At), terms.End(next)), next);

    // Flags of the words that were read, and repairs.
    private void Note(int from)
    {
        for (var i = from; i < terms.At; i++)
        {
            var term = terms[i];
            if (term.Repaired)
                Repaired++;
            if (term.Is(Sense.Flag) && Ambiguous(i, term))
                (Decided(i, term) ? Shown : Flags).Add(term.Of(Sense.Flag));
        }
    }

    // "x 5 j" can only be days, "1 tab od" only once daily: shown, since the words around leave one sense.
    private bool Decided(int index, in Term term) => term.Of(Sense.Flag) switch
    {
        "ambiguous-j" or "ambiguous-d" => terms.Is(index - 2, Sense.For),
        "ambiguous-od" => OdIsClear(),
        _ => false,
    };

    // j, m, s and d are ambiguous as the unit of a length of time only ("/j" and "5 jours" are not); cc after a number is a volume,
    // which has its own flag.
    private bool Ambiguous(int index, Term term)
    {
        var counted = terms[index - 1].Kind == TermKind.Number;
        return term.Of(Sense.Flag) switch
        {
            "ambiguous-cc" => !counted,
            "ambiguous-j" or "ambiguous-d" or "ambiguous-m" or "ambiguous-s" => counted && !terms.IsSymbol(index - 2, '/') && !(terms.IsSymbol(index + 1, '/') && terms[index + 2].Kind == TermKind.Number),
            _ => true,
        };
    }

    // "1-0-1 → 7 days"; elsewhere an arrow may lead from one dose to the next.
    private bool LeadsToLength(int i) => terms.TryAmount(ref i, out _, out _) && terms.TryTimeUnit(ref i, out var unit, weak: true) && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month;

    // What is left: joints, stop words, and what nobody knows.
    private bool Aside()
    {
        var term = terms[terms.At];
        var next = terms.At + 1;
        if (term.Kind == TermKind.Symbol)
        {
            return term.Symbol switch
            {
                ',' or ';' or '.' or '\n' or '\r' or '/' => Say(new Fact.Join(term.Start, term.End, term.Symbol), next),
                '+' => Say(new Fact.Join(term.Start, term.End, '&'), next),
                '-' or ':' or '(' or ')' or '[' or ']' or '"' or '\'' or '*' or '!' or '•' or '_' => Skip(next),
                '→' when LeadsToLength(next) => Skip(next),
                _ => Unread(next),
            };
        }

        if (term.Is(Sense.And))
            return Say(new Fact.Join(term.Start, term.End, '&'), next);
        // "rinse or gargle"
        if (term.Is(Sense.Or) && facts.Count > 0 && facts[^1] is Fact.Method && terms.Is(next, Sense.Method))
            return Skip(next + 1);
        // "gargle with 15 ml"
        if (term.Is(Sense.With) && facts.Count > 0 && facts[^1] is Fact.Method && terms[next].Kind == TermKind.Number)
            return Skip(next);
        // "change the patch every 3 days"
        if (term.Is(Sense.Unit) && facts.Count > 0 && facts[^1] is Fact.Method { Code: "change" })
            return Skip(next);
        if (term.Is(Sense.Negation))
            return Unread(next);
        if (term.Is(Sense.Advice))
            return Say(new Fact.Advice(term.Start, term.End, terms.Words(terms.At, next)), next);
        if (term.Is(Sense.Filler) || term.Is(Sense.At) || term.Is(Sense.EachTime) || term.Is(Sense.Total))
            return Skip(next);
        return Unread(next);
    }
}

using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Circumstances: as needed with its reason, conditions, routes, sites, methods.</summary>
internal sealed partial class SigGrammar
{
    private bool AsNeeded()
    {
        var i = terms.At;
        var term = terms[i];
        var start = term.Start;
        if (term.Is(Sense.Prn))
        {
            i = terms.Skip(i + 1, Sense.Prn);
            while (terms.IsSymbol(i, '-') || terms.IsSymbol(i, ':') || terms.IsSymbol(i, ',') || terms.IsSymbol(i, '('))
                i++;
            var lead = i;
            while (terms.Is(lead, Sense.If) || terms.Is(lead, Sense.InCase) || (terms.Is(lead, Sense.For) && !terms.Is(lead, Sense.Times)) || terms.Is(lead, Sense.Prn) || terms.Is(lead, Sense.Filler))
                lead++;
            var end = lead;
            var open = lead > i || terms.Is(lead, Sense.Reason);
            if (open && ReasonWords(ref end, lead > i) is { } reason)
                return Say(new Fact.Prn(start, terms.End(end), reason), end);
            return Say(new Fact.Prn(start, term.End, null), terms.Skip(terms.At + 1, Sense.Prn));
        }

        if (term.Is(Sense.InCase) || term.Is(Sense.If))
            return InCase(i);
        if (term.Is(Sense.Reason))
        {
            var end = i;
            return ReasonWords(ref end, false) is { } words && Indication(words, end);
        }

        if (!term.Is(Sense.For) || term.Is(Sense.Times))
            return false;
        var from = terms.Skip(i + 1, Sense.Filler, Sense.For);
        if (!terms.Is(from, Sense.Reason) && !(terms[from].Kind == TermKind.Unknown && !terms[from].NearDose && !term.Is(Sense.With) && !term.Is(Sense.Over)))
            return false;
        var to = from;
        return ReasonWords(ref to, true) is { } indication && Indication(indication, to);
    }

    private bool Indication(string words, int next) =>
        Say(new Fact.Indication(terms.Start(terms.At), terms.End(next), words, terms[next - 1].Is(Sense.Reason) && terms[next - 1].Of(Sense.Reason).Length == 0), next);

    private bool InCase(int i)
    {
        var always = terms.Is(i, Sense.InCase) && !terms.Is(i, Sense.At);
        var from = i + 1;
        while (terms.Is(from, Sense.InCase) || terms.Is(from, Sense.If) || (terms.Is(from, Sense.Filler) && !terms.Is(from, Sense.Reason)) || terms.Is(from, Sense.SiteLead) || terms.Is(from, Sense.Article))
        {
            if (terms.Is(from, Sense.Reason) || terms.Is(from, Sense.Event))
                break;
            from++;
        }

        var to = from;
        var known = terms.Is(from, Sense.Reason);
        if (known || (always && terms[from].Kind == TermKind.Unknown))
        {
            var words = ReasonWords(ref to, true);
            // "if fever above 38.5": a measured condition, not a plain reason.
            var past = terms.Skip(to, Sense.Filler, Sense.To);
            var measured = terms.Is(to, Sense.Compare) || terms.Is(past, Sense.Compare) || (terms[past].Kind == TermKind.Number && (past > to || terms[to - 1].Kind == TermKind.Unknown));
            if (words is not null && !measured)
                return Say(new Fact.Prn(terms.Start(i), terms.End(to), words), to);
        }

        if (terms.Is(i, Sense.At) && !terms.Is(i, Sense.If))
            return false;
        return ConditionUpToClause(i, "conditional-dose");
    }

    // Words of a reason: symptoms, words that nobody knows and that are near to no dose word, "and", "or" and stop words between them.
    private string? ReasonWords(ref int i, bool led)
    {
        var (from, end) = (i, i);
        var found = false;
        var guessed = 0;
        for (var at = i; at < terms.Count; at++)
        {
            var term = terms[at];
            if (term.Is(Sense.Reason))
            {
                (found, end) = (true, at + 1);
            }
            else if (found && term.Is(Sense.Compare))
            {
                break;
            }
            else if (term.Kind == TermKind.Unknown && !term.NearDose && led)
            {
                (found, end) = (true, at + 1);
                guessed++;
            }
            else if (term.Is(Sense.Prn) || term.Is(Sense.Negation) || (found && Boundary(at)))
            {
                break;
            }
            else if (!(term.Is(Sense.Or) || term.Is(Sense.And) || term.Is(Sense.Filler) || term.Is(Sense.Site) || term.Is(Sense.Side) || term.Is(Sense.SiteLead)
                || (term is { Kind: TermKind.Symbol, Symbol: '/' or '\'' or '-' }) || term.Is(Sense.To) || term.Is(Sense.With)))
            {
                break;
            }
        }

        if (!found)
            return null;
        // Unknown words at the end of a long reason may belong to anything: they are guesses, and said so.
        Guessed += guessed;
        i = end;
        return terms.Words(from, end);
    }

    // Where a reason must end because something with a sense of its own begins.
    private bool Boundary(int at)
    {
        var next = at + 1;
        while (terms.Is(next, Sense.Filler) || terms.Is(next, Sense.Or))
            next++;
        return terms[next].Kind is TermKind.Number or TermKind.Course or TermKind.Clock
            || terms.Is(next, Sense.Event) || terms.Is(next, Sense.Number) || terms.Is(next, Sense.Max) || terms.Is(next, Sense.UpTo) || terms.Is(next, Sense.Meal);
    }

    private bool Conditional()
    {
        var i = terms.At;
        var term = terms[i];
        if (term.Is(Sense.SlidingScale))
            return Say(new Fact.Condition(term.Start, term.End, terms.Words(i, i + 1), "sliding-scale"), i + 1);
        if (term.Is(Sense.AsDirected))
            return Say(new Fact.Condition(term.Start, term.End, terms.Words(i, i + 1), "as-directed"), i + 1);
        // "1 hour before exercise"
        var timed = i;
        if (terms.TryAmount(ref timed, out _, out _) && terms.TryTimeUnit(ref timed, out _) && terms.Is(timed, Sense.Condition))
            return ConditionUpToClause(i, "conditional-dose");
        if (!term.Is(Sense.Condition))
            return false;
        // Days on, days off, "then repeat": the cycle says so.
        if (Repeats(term) && i + 1 >= terms.Count && facts.Exists(each => each is Fact.Cycle))
            return Skip(i + 1);
        // "à renouveler toutes les 6 heures", "may repeat every 4 hours if needed": as needed, with an interval.
        var at = terms.Skip(i + 1, Sense.Prn);
        if (terms.Is(at, Sense.Every) && Repeats(term))
            return Say(new Fact.Prn(term.Start, terms.End(at), null), at);
        if (Repeats(term) && (term.Lexeme!.Languages & SigLanguages.French) != 0 && facts.Exists(each => each is Fact.Prn) && Renewed(at))
            return true;
        return ConditionUpToClause(i, "conditional-dose");
    }

    // « en cas de crise, à renouveler si besoin »: as needed is said already. « … au bout de 8 heures »: the shortest interval.
    private bool Renewed(int i)
    {
        var start = terms.Start(terms.At);
        i = terms.Skip(i, Sense.After, Sense.Prn);
        if (terms.TryAmount(ref i, out var low, out var high))
        {
            if (low <= 0 || !terms.TryTimeUnit(ref i, out var unit) || unit is not (TimeUnit.Hour or TimeUnit.Minute))
                return false;
            var after = terms.Skip(i, Sense.Prn);
            return Say(new Fact.Rate(start, terms.End(after), 1, null, low, high, unit), after);
        }

        return (i >= terms.Count || terms[i].Kind == TermKind.Symbol || terms.Is(i, Sense.Max)) && Say(new Fact.Advice(start, terms.End(i), terms.Words(terms.At, i)), i);
    }

    private static bool Repeats(Term term) => term.Is(Sense.Refill) || term.Of(Sense.Condition) == "repeat";

    private bool ConditionUpToClause(int from, string code)
    {
        var to = from + 1;
        while (to < terms.Count && !(terms[to] is { Kind: TermKind.Symbol, Symbol: ',' or ';' or '.' or '\n' }) && !terms.Is(to, Sense.Then) && !terms.Is(to, Sense.Max))
            to++;
        return Say(new Fact.Condition(terms.Start(from), terms.End(to), terms.Words(from, to), code), to);
    }

    private bool Place()
    {
        var i = terms.At;
        var term = terms[i];
        // "sl douleurs" is a misread "si douleurs".
        if (term.Is(Sense.Route) && term.End - term.Start == 2 && term.Of(Sense.Route) == "sublingual" && terms.Is(i + 1, Sense.Reason))
            return Unread(i + 1);
        if (term.Is(Sense.Route))
            return Say(new Fact.Route(term.Start, term.End, term.Of(Sense.Route)), i + 1);
        if (Site() || SideAlone())
            return true;
        return term.Is(Sense.Method) && Say(new Fact.Method(term.Start, term.End, term.Of(Sense.Method)), i + 1);
    }

    // ច្រមុះ ២ បាញ់ ម្ខាងៗ: the side after the dose.
    private bool SideAlone()
    {
        var at = facts.FindLastIndex(each => each is Fact.Site);
        if (!Khmer(terms.At) || !terms.Is(terms.At, Sense.Side) || terms[terms.At].Of(Sense.Side) != "both" || at < 0 || ((Fact.Site)facts[at]).Words is not ("eye" or "ear" or "nostril"))
            return false;
        var site = (Fact.Site)facts[at];
        facts[at] = site with { Words = $"both {site.Words}s" };
        return Skip(terms.At + 1);
    }

    // "in both eyes", "into the right ear", "dans chaque narine", "dans l'œil gauche", ភ្នែកខាងស្តាំ
    private bool Site()
    {
        var i = terms.At;
        string? side = null;
        while (terms.Is(i, Sense.SiteLead) || terms.Is(i, Sense.Side) || terms.Is(i, Sense.Article) || (terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Site)) || terms.Is(i, Sense.With)
            || (terms[i].Kind == TermKind.Number && terms[i].Value == 2 && i > terms.At))
        {
            if (terms.Is(i, Sense.Site))
                break;
            if (terms.Is(i, Sense.Side))
            {
                var found = terms[i].Of(Sense.Side);
                if (side is not null && side != found && found != "both")
                    return false;
                side ??= found;
            }
            else if (terms[i].Kind == TermKind.Number)
            {
                side = "both";
            }

            i++;
        }

        if (!terms.Is(i, Sense.Site))
            return false;
        var site = terms[i].Of(Sense.Site);
        i++;
        if (terms.Is(i, Sense.Side) && !terms.Is(i, Sense.Every) && !terms.Is(i, Sense.Per) && !terms.Is(i, Sense.SiteLead))
        {
            side = terms[i].Of(Sense.Side);
            i++;
        }

        var slash = site.IndexOf('/', StringComparison.Ordinal);
        var words = side switch
        {
            null => site[..slash],
            "both" => "both " + site[(slash + 1)..],
            _ => side + " " + site[..slash],
        };
        if (words.StartsWith("both ", StringComparison.Ordinal) && site[..slash] == site[(slash + 1)..])
            words = site[..slash];
        return Say(new Fact.Site(terms.Start(terms.At), terms.End(i), words), i);
    }
}

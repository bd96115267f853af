using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>How one administration goes: how long it stays, when it is taken off, what it is mixed with.</summary>
internal sealed partial class SigGrammar
{
    // "leave on for 12 hours", « laisser agir 5 minutes »
    private bool Worn()
    {
        var i = terms.At;
        if (!terms.Is(i, Sense.Keep))
            return false;
        i = terms.Skip(i + 1, Sense.For, Sense.At);
        if (terms.Is(i, Sense.UpTo))
            i++;
        var article = terms.Is(i, Sense.Article) && !terms.Is(i, Sense.Number);
        var (low, high) = (1m, (decimal?)null);
        if (article)
            i++;
        else if (!terms.TryAmount(ref i, out low, out high))
            return SayAdvice(terms.At + 1);
        if (low <= 0 || !terms.TryTimeUnit(ref i, out var unit) || unit is not (TimeUnit.Hour or TimeUnit.Minute) || terms.Is(i, Sense.Apart))
            return false;
        // R4 has one length only; a range is for people to read.
        return high is null ? Say(new Fact.Lasting(terms.Start(terms.At), terms.End(i), low, unit), i) : SayAdvice(i);
    }

    // "then remove", "remove after 12 hours", "remove at bedtime", « retirer le soir »: no dose of its own.
    private bool Removed()
    {
        var i = terms.At;
        if (!terms.Is(i, Sense.Remove))
            return false;
        i++;
        while ((terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Number)) || terms.Is(i, Sense.Article) || (terms.Is(i, Sense.Unit) && terms[i].Of(Sense.Unit) == "patch") || (terms.Is(i, Sense.At) && !terms.Is(i, Sense.Liquid)))
            i++;
        var at = terms.Skip(i, Sense.After, Sense.For);
        if (terms.TryNumber(ref at, out var number) && number > 0 && terms.TryTimeUnit(ref at, out var unit))
        {
            // "remove for 12 hours": the pause.
            if (unit is not (TimeUnit.Hour or TimeUnit.Minute))
                return false;
            return terms.Is(i, Sense.After) ? Say(new Fact.Lasting(terms.Start(terms.At), terms.End(at), number, unit), at) : SayAdvice(at);
        }

        while (terms.Is(i, Sense.Event) || terms.Is(i, Sense.Liquid) || terms.Is(i, Sense.With) || terms.Is(i, Sense.Every) || terms.Is(i, Sense.At))
            i++;
        return (i >= terms.Count || terms[i].Kind is TermKind.Symbol || terms.Is(i, Sense.And) || terms.Is(i, Sense.Then) || terms[i].Is(Sense.CountAdverb) || terms.Is(i, Sense.Rate)) && SayAdvice(i);
    }

    // "in 8 oz of water", "with 4-6 ounces of juice", « dans un demi-verre d'eau »: the amount is no dose.
    private bool Diluent()
    {
        var i = terms.At;
        // លាយទឹក ១កែវ
        var mixed = i;
        if (facts.Count > 0 && facts[^1] is Fact.Method { Code: "dissolve" } && terms.TryAmount(ref mixed, out _, out _) && terms.Is(mixed, Sense.Vessel))
            return SayAdvice(mixed + 1);
        if (!terms.Is(i, Sense.SiteLead) && !terms.Is(i, Sense.With) && !terms.Is(i, Sense.At) && !terms.Is(i, Sense.Per) && !terms.Is(i, Sense.And))
            return false;
        i++;
        while ((terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Number)) || (terms.Is(i, Sense.Article) && !terms.Is(i, Sense.Number)) || terms.Is(i, Sense.At))
            i++;
        var counted = terms.TryAmount(ref i, out _, out _);
        if (counted && terms.Is(i, Sense.Article))
            i++;
        var vessel = terms.Is(i, Sense.Vessel) || (counted && terms.Is(i, Sense.Unit) && terms[i].Of(Sense.Unit) is "mL" or "L" or "[foz_us]" or "bottle");
        if (vessel)
            i++;
        if (counted && !vessel)
            return false;
        while (terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Liquid) && !terms.Is(i, Sense.Number))
            i++;
        if (!terms.Is(i, Sense.Liquid))
            return false;
        i++;
        while ((terms.Is(i, Sense.Or) || terms.Is(i, Sense.Liquid) || terms.Is(i, Sense.Other)) && terms.Is(terms.Is(i, Sense.Liquid) ? i : i + 1, Sense.Liquid))
            i++;
        return SayAdvice(i);
    }

    private bool SayAdvice(int next) => Say(new Fact.Advice(terms.Start(terms.At), terms.End(next), terms.Words(terms.At, next)), next);

    // "Matin 1 Midi - Soir 1", "Midi : 0": a dash or nought under a time of day means no dose there.
    private bool EmptySlot()
    {
        var i = terms.At;
        if (!terms.Is(i, Sense.Event) || terms[i].Of(Sense.Event).EndsWith('*'))
            return false;
        var marked = terms.IsSymbol(i + 1, ':') || terms.IsSymbol(i + 1, '=');
        var none = marked ? i + 2 : i + 1;
        var nought = terms[none] is { Kind: TermKind.Number, Value: 0 };
        if (!nought && !(terms.IsSymbol(none, '-') && (!terms[none].Glued || marked || terms[i + 1].Glued && !terms[none + 1].Glued)))
            return false;
        if (terms.IsSymbol(none, '-') && terms.IsSymbol(none + 1, '-'))
            return false;
        var before = facts.FindLastIndex(each => each is not Fact.Join);
        var timesFirst = before > 0 && facts[before] is Fact.Dose && facts[before - 1] is Fact.Event;
        if (none + 1 < terms.Count && !(terms.Is(none + 1, Sense.Event) || (nought && terms.IsSymbol(none + 1, '-')) || terms[none + 1] is { Kind: TermKind.Symbol, Symbol: ',' or ';' or '.' or '|' or '/' or '\n' } || terms.Is(none + 1, Sense.For)))
            return false;
        if (timesFirst || marked || nought)
            return Skip(none + 1);
        // "Matin - Midi 1 Soir 1" can be both times, or none in the morning.
        var later = none + 1;
        return terms.Is(later, Sense.Event) && terms[later + 1].Kind == TermKind.Number && !terms.Is(later + 2, Sense.TimeUnit) && !(terms[none].Glued && terms[later].Glued) && Unread(later);
    }
}

using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Eye and ear abbreviations, which only stand beside drops, and "od", which the words around it decide: once daily, or the right eye.</summary>
internal sealed partial class SigGrammar
{
    private bool surveyed;
    private bool eyeDrops;
    private bool eyeSite;
    private bool otherTimes;
    private SigLanguages dropLanguages;

    // OU, OS, RE, LE, BE, AU after drops, OG and ODG after gouttes; in capitals, since in small letters they are words of French.
    private bool EyeMark()
    {
        var i = terms.At;
        var term = terms[i];
        if (term.Kind is not (TermKind.Word or TermKind.Unknown) || term.End - term.Start is < 2 or > 3)
            return false;
        var written = terms.Written(i);
        if (written.ContainsAnyInRange('a', 'z') || MarkedSite(written) is not { } site)
            return false;
        var at = i + 1;
        // A second eye needs a dose of its own.
        if (facts.FindLastIndex(each => each is Fact.Site) is var last and >= 0 && last > facts.FindLastIndex(each => each is Fact.Dose))
            return site == ((Fact.Site)facts[last]).Words ? Skip(at) : Unread(at);
        if (terms.Is(at, Sense.Event) && !terms.Is(at, Sense.Filler) && written is "AU" or "LE" && (dropLanguages & SigLanguages.English) == 0)
            return false;
        if (terms[at].Kind == TermKind.Number && written is "OU" && !terms.Is(at + 1, Sense.Times))
            return false;
        // "1 drop OD" alone can be how often or where.
        if (written is "OD" && !otherTimes)
            return Unread(at);
        if (written is "OD" or "OG" or "ODG")
            Flags.Add("ambiguous-od");
        return Say(new Fact.Site(term.Start, term.End, site), at);
    }

    private string? MarkedSite(ReadOnlySpan<char> mark)
    {
        Survey();
        if (!eyeDrops || eyeSite)
            return null;
        return (dropLanguages & SigLanguages.English) != 0
            ? mark switch
            {
                "OD" or "RE" => "right eye",
                "OS" or "LE" => "left eye",
                "OU" or "0U" or "BE" => "both eyes",
                "AD" => "right ear",
                "AS" => "left ear",
                "AU" => "both ears",
                _ => null,
            }
            : mark switch
            {
                "OD" => "right eye",
                "OG" => "left eye",
                "ODG" => "both eyes",
                _ => null,
            };
    }

    // Whether drops, an eye, and other times than "od" stand anywhere in the sig.
    private void Survey()
    {
        if (surveyed)
            return;
        surveyed = true;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (term.Is(Sense.Unit) && term.Of(Sense.Unit) == "drop")
                (eyeDrops, dropLanguages) = (true, dropLanguages | term.Lexeme!.Languages);
            eyeSite |= (term.Is(Sense.Site) && term.Of(Sense.Site).StartsWith("eye/", StringComparison.Ordinal)) || (term.Is(Sense.Route) && term.Of(Sense.Route) == "ophthalmic");
            otherTimes |= (term.Is(Sense.Rate) && !IsOd(term)) || term.Is(Sense.Adverb) || term.Is(Sense.Hourly) || term.Is(Sense.CountAdverb) || (term.Is(Sense.Event) && term.End - term.Start > 2)
                || (term.Is(Sense.Times) && !term.Is(Sense.For)) || (term.Is(Sense.Times) && terms[i + 1].Kind == TermKind.Number);
        }
    }

    private static bool IsOd(in Term term) => term.Is(Sense.Flag) && term.Of(Sense.Flag) == "ambiguous-od";

    // Once daily, unless an eye is at hand.
    private bool OdIsClear()
    {
        Survey();
        return !eyeDrops && !eyeSite;
    }
}

using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing.Drafts;

/// <summary>Makes the steps of a dose that grows or shrinks by equal amounts, where the page says the first, the change and the last.</summary>
internal static class TitrationSteps
{
    /// <summary>More steps than anyone prescribes in words: rather a misread amount.</summary>
    private const int Most = 20;

    /// <summary>Replaces the last draft by its steps.</summary>
    /// <param name="drafts">The drafts in the order of the text.</param>
    /// <returns>Whether something contradicts: the steps do not arrive at the end, or other doses stand beside them.</returns>
    public static bool Expand(List<Draft> drafts)
    {
        var at = drafts.FindIndex(each => each.Titration is not null);
        if (at < 0)
            return false;
        var draft = drafts[at];
        if (drafts.Count != 1 || draft is not { Dose: { High: null, Strength: null } dose, Titration: { } change, Bounds: null, Prn: null, Count: null, Cycle: null } || !draft.Timed
            || (change.Unit.Length > 0 && dose.Unit.Length > 0 && change.Unit != dose.Unit) || Amounts(dose.Low, change) is not { } amounts)
            return true;
        var unit = dose.Unit.Length > 0 ? dose.Unit : change.Unit;
        drafts.Clear();
        for (var i = 0; i < amounts.Count; i++)
        {
            var step = draft.Copy();
            step.Step = i + 1;
            step.Dose = dose with { Low = amounts[i], Unit = unit };
            var last = i == amounts.Count - 1 && change.Target > 0;
            step.Bounds = last ? null : new Fact.Bounds(change.Start, change.End, change.Every, null, change.EveryUnit);
            drafts.Add(step);
        }

        return false;
    }

    private static List<decimal>? Amounts(decimal first, Fact.Titration change)
    {
        var amounts = new List<decimal>();
        for (var amount = first; amounts.Count <= Most; amount += change.By)
        {
            if (amount > 0)
                amounts.Add(amount);
            if (amount == change.Target)
                return amounts.Count > 1 ? amounts : null;
            if (amount <= 0 || (change.By > 0 ? amount > change.Target : amount < change.Target))
                return null;
        }

        return null;
    }
}

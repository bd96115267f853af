using System.Collections.Immutable;

namespace Vejja.Inference.Recognition;

/// <summary>Finds the words beside which a sign was lost: labels never have two spaces together, so where the network reads two, it saw something between them that it could not name.</summary>
internal static class LostSigns
{
    /// <summary>For each label, whether it belongs to a word before or behind two spaces.</summary>
    /// <param name="labels">The classes that were read.</param>
    /// <param name="alphabet">What each class stands for.</param>
    public static bool[] Beside(List<int> labels, ImmutableArray<string> alphabet)
    {
        var beside = new bool[labels.Count];
        for (int i = 0; i + 1 < labels.Count; i++)
        {
            if (!IsSpace(i) || !IsSpace(i + 1))
                continue;
            for (int before = i - 1; before >= 0 && !IsSpace(before); before--)
                beside[before] = true;
            for (int behind = i + 2; behind < labels.Count && !IsSpace(behind); behind++)
                beside[behind] = true;
        }

        return beside;

        bool IsSpace(int at) => alphabet[labels[at]] == " ";
    }
}

using Vejja.Domain.Medications;

namespace Vejja.Bench.Scoring;

/// <summary>Which medicine of the reading is which of the truth. Sheets are ordered, so the order is kept (Needleman and Wunsch, 1970).</summary>
internal static class MedicationMatching
{
    private const string Accented = "ÀÂÄÁÃÇÉÈÊËÍÎÏÌÑÓÔÖÒÕÚÛÜÙŸ";
    private const string Plain = "AAAAACEEEEIIIINOOOOOUUUUY";

    /// <summary>Names less alike than this are different medicines, unless strength and quantity agree.</summary>
    private const double LeastSimilarity = 0.45;

    /// <summary>Pairs them; null where one side has none.</summary>
    public static List<(Medication? Truth, Medication? Read)> Match(IReadOnlyList<Medication> truth, IReadOnlyList<Medication> read)
    {
        var score = Enumerable.Range(0, truth.Count + 1).Select(_ => new double[read.Count + 1]).ToArray();
        var like = truth.Select(told => read.Select(given => Likeness(told, given)).ToArray()).ToArray();
        for (var i = 1; i <= truth.Count; i++)
        {
            for (var j = 1; j <= read.Count; j++)
            {
                score[i][j] = Math.Max(Math.Max(score[i - 1][j], score[i][j - 1]), score[i - 1][j - 1] + like[i - 1][j - 1]);
            }
        }

        var pairs = new List<(Medication?, Medication?)>();
        for (int i = truth.Count, j = read.Count; i > 0 || j > 0;)
        {
            if (i > 0 && j > 0 && like[i - 1][j - 1] > 0 && score[i][j].Equals(score[i - 1][j - 1] + like[i - 1][j - 1]))
                pairs.Add((truth[--i], read[--j]));
            else if (i > 0 && (j == 0 || score[i][j].Equals(score[i - 1][j])))
                pairs.Add((truth[--i], null));
            else
                pairs.Add((null, read[--j]));
        }

        pairs.Reverse();
        return pairs;
    }

    /// <summary>Names without case, accents and blanks: a sheet's capitals and lost accents make no other medicine.</summary>
    public static string NameKey(string name) =>
        string.Concat(Signs.Normal(name).ToUpperInvariant().Where(sign => !char.IsWhiteSpace(sign)).Select(sign => Accented.IndexOf(sign, StringComparison.Ordinal) is var at and >= 0 ? Plain[at] : sign));

    private static double Likeness(Medication truth, Medication read)
    {
        var name = TextDistance.Similarity(NameKey(truth.Name?.Value ?? ""), NameKey(read.Name?.Value ?? ""));
        var others = (truth.Strength is not null && truth.Strength.Value == read.Strength?.Value ? 0.25 : 0) + (truth.Quantity is not null && truth.Quantity.Value == read.Quantity?.Value ? 0.15 : 0);
        var total = name + others;
        return total < LeastSimilarity ? 0 : total;
    }
}

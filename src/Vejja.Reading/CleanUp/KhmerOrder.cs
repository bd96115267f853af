using System.Text;

namespace Vejja.Reading.CleanUp;

/// <summary>
/// One order of the marks in each Khmer cluster, as print shows them alike in any order. The rules are those of the recogniser's labels
/// (training/recognizer/lines/normalisation.py); both sides obey models/khmer-normalisation.tsv.
/// </summary>
internal static class KhmerOrder
{
    /// <summary>A run of Khmer signs in the one order.</summary>
    public static string Arrange(ReadOnlySpan<char> run)
    {
        var result = new StringBuilder(run.Length);
        var marks = new List<Mark>();
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] == KhmerSigns.Coeng)
            {
                // A coeng without its consonant shows nothing and is dropped.
                if (i + 1 < run.Length && KhmerSigns.IsBase(run[i + 1]))
                    marks.Add(Subscript(run[++i]));
                continue;
            }

            if (KhmerSigns.RankOf(run[i]) is var rank and >= 0)
            {
                marks.Add(new Mark(rank, '\0', run[i]));
                continue;
            }

            Flush(result, marks);
            result.Append(run[i]);
        }

        Flush(result, marks);
        return result.ToString();
    }

    // Subscript da and ta are one shape; ro is written around the others and comes last.
    private static Mark Subscript(char consonant) =>
        new(consonant == '\u179A' ? 2 : 1, KhmerSigns.Coeng, consonant == '\u178A' ? '\u178F' : consonant);

    private static void Flush(StringBuilder result, List<Mark> marks)
    {
        if (marks.Count == 0)
            return;
        var ordered = marks.OrderBy(m => m.Rank).ToList();
        Join(ordered, '\u17B8', '\u17BE');
        Join(ordered, '\u17B6', '\u17C4');
        for (var i = 0; i < ordered.Count; i++)
        {
            var mark = ordered[i];
            if (i > 0 && mark.Sign == ordered[i - 1].Sign && mark.Lead == ordered[i - 1].Lead && mark.Lead == '\0')
                continue;
            if (mark.Lead != '\0')
                result.Append(mark.Lead);
            result.Append(mark.Sign);
        }

        marks.Clear();
    }

    // The vowel e with a second vowel of its cluster is one vowel that was keyed or read in two parts.
    private static void Join(List<Mark> marks, char second, char whole)
    {
        var first = marks.FindIndex(m => m is { Lead: '\0', Sign: '\u17C1' });
        var other = marks.FindIndex(m => m.Lead == '\0' && m.Sign == second);
        if (first < 0 || other < 0)
            return;
        marks[first] = new Mark(KhmerSigns.RankOf(whole), '\0', whole);
        marks.RemoveAt(other);
    }

    private readonly record struct Mark(int Rank, char Lead, char Sign);
}

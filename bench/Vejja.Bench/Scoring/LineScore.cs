using System.Collections.Immutable;
using Vejja.Bench.Truth;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Scoring;

/// <summary>One of the signs that turn a dose into another when they are misread.</summary>
/// <param name="Sign">The sign of the truth.</param>
/// <param name="Read">What was read in its place; null where nothing was.</param>
/// <param name="Confidence">Of what was read.</param>
internal readonly record struct DangerousSignReading(string Sign, string? Read, double Confidence);

/// <summary>One word as it was read.</summary>
/// <param name="Symbols">Its signs.</param>
/// <param name="IsRight">Whether it stands there.</param>
internal readonly record struct WordReading(ImmutableArray<SymbolReading> Symbols, bool IsRight)
{
    /// <summary>The product of its signs'.</summary>
    public double Confidence => Symbols.Aggregate(1.0, (product, symbol) => product * symbol.Confidence);
}

/// <summary>How one line was read.</summary>
/// <param name="HasKhmer">Whether Khmer letters stand in it.</param>
/// <param name="Points">Errors by code point, blanks left out.</param>
/// <param name="Clusters">Errors by Khmer cluster; other signs stand alone.</param>
/// <param name="Dangerous">What became of ½, ≤, µ and ×.</param>
/// <param name="Words">What was read between blanks.</param>
internal sealed record LineScore(bool HasKhmer, ErrorCount Points, ErrorCount Clusters, ImmutableArray<DangerousSignReading> Dangerous, ImmutableArray<WordReading> Words)
{
    private static readonly string[] DangerousSigns = ["½", "¼", "¾", "⅓", "⅔", "≤", "≥", "µ", "×"];

    /// <summary>Scores a reading.</summary>
    public static LineScore Of(string truth, LineReading reading)
    {
        string[] said = Signs.Points(truth), saidClusters = Signs.Clusters(truth);
        var path = TextDistance.Align(said, Signs.Points(reading.Text));
        // One confidence a code point that is no blank, as the points of the reading have them.
        var confidences = reading.Symbols.SelectMany(symbol => Signs.Points(symbol.Text).Select(_ => symbol.Confidence)).ToArray();
        var dangerous = ImmutableArray.CreateBuilder<DangerousSignReading>();
        var read = 0;
        foreach (var step in path)
        {
            if (step.Truth is { } sign && DangerousSigns.Contains(sign))
                dangerous.Add(new(sign, step.Read, step.Read is null ? 0 : confidences[Math.Min(read, confidences.Length - 1)]));
            read += step.Read is null ? 0 : 1;
        }

        return new(
            truth.Any(Scripts.IsKhmer), new(said.Length, path.Count(step => !step.IsRight)),
            new(saidClusters.Length, TextDistance.Between(saidClusters, Signs.Clusters(reading.Text))), dangerous.ToImmutable(), WordsOf(truth, reading));
    }

    private static ImmutableArray<WordReading> WordsOf(string truth, LineReading reading)
    {
        var words = new List<ImmutableArray<SymbolReading>>();
        foreach (var symbol in reading.Symbols.Prepend(new SymbolReading(" ", 1, 0, 0)))
        {
            if (symbol.Text == " ")
                words.Add([]);
            else
                words[^1] = words[^1].Add(symbol);
        }

        words.RemoveAll(word => word.IsEmpty);
        var right = new HashSet<int>();
        var read = 0;
        foreach (var step in TextDistance.Align([.. truth.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Signs.Normal)], [.. words.Select(word => Signs.Normal(string.Concat(word.Select(symbol => symbol.Text))))]))
        {
            if (step.IsRight)
                right.Add(read);
            read += step.Read is null ? 0 : 1;
        }

        return [.. words.Select((word, index) => new WordReading(word, right.Contains(index)))];
    }
}

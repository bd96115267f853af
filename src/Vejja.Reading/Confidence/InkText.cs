using System.Collections.Immutable;
using System.Text;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Confidence;

/// <summary>Text that knows for each of its signs how sure it is and which line it comes from. Lines are joined by a line feed, pieces of one by a blank.</summary>
internal sealed class InkText
{
    /// <summary>Pieces of one line are no farther apart than this, in heights of the lower one,</summary>
    private const double WordGap = 0.6;

    /// <summary>nor are their middles.</summary>
    private const double SameRow = 0.4;

    private readonly double[] confidences;
    private readonly ImmutableArray<(int Start, string Id)> lines;

    private InkText(string text, double[] confidences, ImmutableArray<(int Start, string Id)> lines) =>
        (Text, this.confidences, this.lines) = (text, confidences, lines);

    /// <summary>What stands between two lines.</summary>
    public static InkText LineFeed { get; } = new("\n", [1], []);

    /// <summary>The text as read, Khmer digits folded to ASCII; offsets are those of the raw text.</summary>
    public string Text { get; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Every line it comes from.</summary>
    public ImmutableArray<string> Sources => [.. lines.Select(line => line.Id).Distinct()];

    /// <summary>Joins lines, top to bottom; by a blank those that a detector made of one.</summary>
    public static InkText Of(IEnumerable<TextLine> lines)
    {
        TextLine? last = null;
        var pieces = new List<(string, LineReading, char)>();
        foreach (var line in lines)
        {
            pieces.Add((line.Id, line.Reading, last is not null && IsPieceBehind(last, line) ? ' ' : '\n'));
            last = line;
        }

        return Of(pieces);
    }

    /// <summary>Joins readings of lines.</summary>
    public static InkText Of(IEnumerable<(string Id, LineReading Reading)> readings) => Of(readings.Select(reading => (reading.Id, reading.Reading, '\n')));

    private static bool IsPieceBehind(TextLine left, TextLine right)
    {
        var (a, b) = (left.Box, right.Box);
        var gap = b.X1 - a.X2;
        return left.Page == right.Page && Math.Abs(gap) < WordGap * Math.Min(a.Height, b.Height) && Math.Abs(a.Centre.Y - b.Centre.Y) < SameRow * Math.Min(a.Height, b.Height);
    }

    private static InkText Of(IEnumerable<(string Id, LineReading Reading, char Before)> readings)
    {
        var text = new StringBuilder();
        var confidences = new List<double>();
        var starts = ImmutableArray.CreateBuilder<(int, string)>();
        foreach (var (id, reading, before) in readings)
        {
            if (text.Length > 0)
            {
                text.Append(before);
                confidences.Add(1);
            }

            starts.Add((text.Length, id));
            text.Append(Digits.Fold(reading.Text));
            confidences.AddRange(BySign(reading));
        }

        return new(text.ToString(), [.. confidences], starts.ToImmutable());
    }

    /// <summary>A part of it.</summary>
    public InkText Slice(int start, int length)
    {
        var end = start + length;
        var own = lines.Where((line, index) => line.Start < Math.Max(end, start + 1) && (index + 1 == lines.Length || lines[index + 1].Start > start))
            .Select(line => (Math.Max(0, line.Start - start), line.Id));
        return new(Text[start..end], confidences[start..end], [.. own]);
    }

    /// <summary>A part of it to the end.</summary>
    public InkText Slice(int start) => Slice(start, Text.Length - start);

    /// <summary>Without white space at its ends.</summary>
    public InkText Trim(params char[] signs)
    {
        bool IsEdge(char sign) => char.IsWhiteSpace(sign) || signs.Contains(sign);
        int start = 0, end = Text.Length;
        while (start < end && IsEdge(Text[start]))
            start++;
        while (end > start && IsEdge(Text[end - 1]))
            end--;
        return Slice(start, end - start);
    }

    /// <summary>Without white space and these signs at its head.</summary>
    public InkText TrimStart(params char[] signs)
    {
        var start = 0;
        while (start < Text.Length && (char.IsWhiteSpace(Text[start]) || signs.Contains(Text[start])))
            start++;
        return Slice(start);
    }

    /// <summary>This text without a part.</summary>
    public InkText Without(int start, int length)
    {
        var (before, after) = (Slice(0, start), Slice(start + length));
        return new(before.Text + " " + after.Text, [.. before.confidences, 1, .. after.confidences],
            [.. start > 0 ? before.lines : [], .. after.lines.Select(line => (line.Start + start + 1, line.Id))]);
    }

    /// <summary>This text and another behind it.</summary>
    public InkText With(InkText other) =>
        new(Text + other.Text, [.. confidences, .. other.confidences], [.. lines, .. other.lines.Select(line => (line.Start + Text.Length, line.Id))]);

    /// <summary>The least sure sign; 1 for a text without signs.</summary>
    public double Weakest => Signs().DefaultIfEmpty(1).Min();

    /// <summary>The mean over all signs; 1 for a text without signs.</summary>
    public double Mean => Signs().DefaultIfEmpty(1).Average();

    /// <summary>The least sure digit; 1 for a text without digits. A word is surer than its weakest sign, a number is not.</summary>
    public double WeakestDigit => confidences.Where((_, index) => char.IsDigit(Text[index])).DefaultIfEmpty(1).Min();

    private IEnumerable<double> Signs() => confidences.Where((_, index) => !char.IsWhiteSpace(Text[index]));

    /// <summary>Lays the symbols of a reading along its text; signs that no symbol accounts for get the line's own confidence.</summary>
    private static double[] BySign(LineReading reading)
    {
        var bySign = new double[reading.Text.Length];
        Array.Fill(bySign, reading.Confidence);
        var at = 0;
        foreach (var symbol in reading.Symbols)
        {
            var found = symbol.Text.Length == 0 ? -1 : reading.Text.IndexOf(symbol.Text, at, StringComparison.Ordinal);
            if (found < 0 || found > at + 2)
                continue;
            bySign.AsSpan(found, symbol.Text.Length).Fill(symbol.Confidence);
            at = found + symbol.Text.Length;
        }

        for (var i = 0; i < bySign.Length; i++)
        {
            if (char.IsWhiteSpace(reading.Text[i]))
                bySign[i] = 1;
        }

        return bySign;
    }
}

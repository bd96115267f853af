using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Vejja.Domain.Documents;

namespace Vejja.Language.Enhancement;

/// <summary>A numbered word of the page.</summary>
/// <param name="Number">From 1, in the order of the question.</param>
/// <param name="Block">The block it stands in.</param>
/// <param name="Start">Offset in the block's text.</param>
/// <param name="Text">Its signs.</param>
internal sealed record PageWord(int Number, Block Block, int Start, string Text)
{
    /// <summary>Where the word ends in the block's text.</summary>
    public int End => Start + Text.Length;
}

/// <summary>A line of the question: one block with its place.</summary>
/// <param name="Block">The block.</param>
/// <param name="Row">Row of its table cell; null outside tables.</param>
/// <param name="Column">Column of its table cell; null outside tables.</param>
/// <param name="IsOwn">Whether it belongs to the medicine in question.</param>
/// <param name="Words">Its words.</param>
internal sealed record PageLine(Block Block, int? Row, int? Column, bool IsOwn, ImmutableArray<PageWord> Words)
{
    /// <summary>The line as the model sees it: place, confidence in percent, the box in percent of the page where asked for, numbered words.</summary>
    public string Write(Page? page, int index)
    {
        var text = new StringBuilder(IsOwn ? ">" : "");
        text.Append(CultureInfo.InvariantCulture, $"{(Row is { } row ? $"r{row}c{Column}" : $"l{index}")} {Math.Round(Block.Confidence * 100)}");
        if (page is { Width: > 0, Height: > 0 })
        {
            var box = Block.Box;
            text.Append(CultureInfo.InvariantCulture, $" [{Percent(box.X1, page.Width)},{Percent(box.Y1, page.Height)},{Percent(box.X2, page.Width)},{Percent(box.Y2, page.Height)}]");
        }

        foreach (var word in Words)
            text.Append(CultureInfo.InvariantCulture, $" {word.Number}={word.Text}");
        return text.ToString();
    }

    private static int Percent(double value, double whole) => (int)Math.Clamp(Math.Round(100 * value / whole), 0, 100);
}

/// <summary>Words of the page put together again.</summary>
internal static class Ink
{
    /// <summary>The page's own text under words that follow one another; null where they do not, so that nothing is joined that the page keeps apart.</summary>
    public static string? Copy(ImmutableArray<PageWord> words)
    {
        if (words.IsEmpty)
            return null;
        var text = new StringBuilder();
        for (var index = 0; index < words.Length; index++)
        {
            var (word, before) = (words[index], index == 0 ? null : words[index - 1]);
            if (before is not null)
            {
                if (word.Number != before.Number + 1 && word.Block.Id == before.Block.Id)
                    return null;
                text.Append(word.Block.Id == before.Block.Id ? word.Block.Text[before.End..word.Start] : " ");
            }

            text.Append(word.Text);
        }

        return text.ToString();
    }

    /// <summary>The least sure of the lines that the words stand on.</summary>
    public static double Confidence(ImmutableArray<PageWord> words) => words.Select(word => word.Block.Confidence).DefaultIfEmpty(0).Min();

    /// <summary>The blocks of the words.</summary>
    public static ImmutableArray<string> Blocks(ImmutableArray<PageWord> words) => [.. words.Select(word => word.Block.Id).Distinct()];
}

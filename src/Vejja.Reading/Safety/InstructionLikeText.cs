using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Reading.CleanUp;
using Vejja.Reading.Layout;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>Lines of a sheet that read like orders to a machine. They are data all the same: flagged, shown to no model, and no field rests on them.</summary>
public static class InstructionLikeText
{
    /// <summary>The warning's code.</summary>
    public const string Code = "instruction-like-text";

    private static readonly Lazy<PhraseList> Phrases = new(() => PhraseList.Load(typeof(InstructionLikeText).Assembly, "Vejja.Reading.Safety.Data.orders.tsv"));

    /// <summary>Whether a text reads like an order to a machine.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Phrases.Value.Find(text) is not null;
    }

    /// <summary>Ids of such lines; an order that runs over two lines is found in both.</summary>
    public static ImmutableHashSet<string> Find(ImmutableArray<Block> blocks) => FindAll([.. blocks.Select(block => (block.Id, block.Text, block.RawText))]);

    /// <summary>The same before lines have become blocks.</summary>
    internal static ImmutableHashSet<string> Find(ImmutableArray<TextLine> lines) => FindAll([.. lines.Select(line => (line.Id, TextCleaning.Clean(line.Text).Text, line.Text))]);

    private static ImmutableHashSet<string> FindAll(ImmutableArray<(string Id, string Text, string RawText)> lines)
    {
        var found = ImmutableHashSet.CreateBuilder<string>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (Is(lines[index].Text) || Is(lines[index].RawText))
                found.Add(lines[index].Id);
            else if (index > 0 && !found.Contains(lines[index - 1].Id) && Is(lines[index - 1].Text + " " + lines[index].Text))
                found.UnionWith([lines[index - 1].Id, lines[index].Id]);
        }

        return found.ToImmutable();
    }
}

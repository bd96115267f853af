using System.Collections.Immutable;
using Vejja.Domain.Documents;
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
    public static ImmutableHashSet<string> Find(ImmutableArray<Block> blocks)
    {
        var found = ImmutableHashSet.CreateBuilder<string>();
        for (var index = 0; index < blocks.Length; index++)
        {
            if (Is(blocks[index].Text) || Is(blocks[index].RawText))
                found.Add(blocks[index].Id);
            else if (index > 0 && !found.Contains(blocks[index - 1].Id) && Is(blocks[index - 1].Text + " " + blocks[index].Text))
                found.UnionWith([blocks[index - 1].Id, blocks[index].Id]);
        }

        return found.ToImmutable();
    }
}

using System.Collections.Immutable;

namespace Vejja.Reading.CleanUp;

/// <summary>A text after clean-up, with every change that was made to it.</summary>
/// <param name="Raw">As the recogniser gave it.</param>
/// <param name="Text">After clean-up.</param>
/// <param name="Repairs">The changes in the order in which they were made; each one's offset counts in the text that it found.</param>
public sealed record CleanText(string Raw, string Text, ImmutableArray<TextRepair> Repairs)
{
    /// <summary>The raw text rebuilt by undoing every change, last first: nothing is lost.</summary>
    public string Undo()
    {
        var text = Text;
        foreach (var repair in Repairs.Reverse())
            text = string.Concat(text.AsSpan(0, repair.Start), repair.Raw, text.AsSpan(repair.Start + repair.Fixed.Length));
        return text;
    }

    /// <inheritdoc/>
    public bool Equals(CleanText? other) => other is not null && Raw == other.Raw && Text == other.Text && Repairs.SequenceEqual(other.Repairs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Raw, Text, Repairs.Length);
}

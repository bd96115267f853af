using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>A place in the terms of one sig, with the small readings that every rule uses. Each look at a term counts as a step.</summary>
internal sealed class TermCursor(string text, Term[] terms)
{
    private static readonly Term[] Nothing = [new(TermKind.Symbol, int.MaxValue, int.MaxValue, false)];

    /// <summary>Looks at terms so far; linear in the length of the text.</summary>
    public long Steps { get; private set; }

    /// <summary>Index of the next term.</summary>
    public int At { get; set; }

    /// <summary>Number of terms.</summary>
    public int Count => terms.Length;

    /// <summary>Whether all is read.</summary>
    public bool Done => At >= terms.Length;

    /// <summary>The term at an index; a symbol without character outside.</summary>
    public ref readonly Term this[int index]
    {
        get
        {
            Steps++;
            if (index >= 0 && index < terms.Length)
                return ref terms[index];
            return ref Nothing[0];
        }
    }

    /// <summary>Whether the term at an index can mean this.</summary>
    public bool Is(int index, Sense sense) => this[index].Is(sense);

    /// <summary>Whether the term at an index is this character.</summary>
    public bool IsSymbol(int index, char symbol) => this[index] is { Kind: TermKind.Symbol } term && term.Symbol == symbol;

    /// <summary>The original words from one term up to another, exclusive.</summary>
    public string Words(int from, int to)
    {
        while (to > from && this[to - 1].Kind == TermKind.Symbol)
            to--;
        return to > from ? text[terms[from].Start..terms[to - 1].End] : "";
    }

    /// <summary>The characters of a term as they are written.</summary>
    public ReadOnlySpan<char> Written(int index) => this[index] is var term && term.End <= text.Length ? text.AsSpan(term.Start, term.End - term.Start) : [];

    /// <summary>The characters from one term to the end of another.</summary>
    public ReadOnlySpan<char> Written(int from, int last) => text.AsSpan(this[from].Start, this[last].End - this[from].Start);

    /// <summary>Index of the first character of the next term.</summary>
    public int Start(int index) => this[index].Start;

    /// <summary>Index after the last character of the term before.</summary>
    public int End(int next) => this[next - 1].End;

    /// <summary>Whether the written word ends in a letter.</summary>
    public bool EndsIn(int index, char letter) => this[index] is var term && term.End <= text.Length && term.End > 0 && char.ToLowerInvariant(text[term.End - 1]) == letter;

    /// <summary>Steps over terms that can mean any of these.</summary>
    public int Skip(int index, Sense a, Sense? b = null)
    {
        while (Is(index, a) || (b is { } other && Is(index, other)))
            index++;
        return index;
    }

    /// <summary>A number in digits or words, with its halves and its repetition: <c>1 1/2</c>, <c>one and a half</c>, <c>2 (two)</c>.</summary>
    public bool TryNumber(ref int index, out decimal value)
    {
        value = 0;
        var term = this[index];
        var inDigits = term.Kind == TermKind.Number;
        if (term.Doubtful)
            return false;
        if (inDigits)
            value = term.Value;
        else if (term.Is(Sense.Number))
            value = decimal.Parse(term.Of(Sense.Number), CultureInfo.InvariantCulture);
        else
            return false;
        index++;
        if (value == decimal.Truncate(value))
        {
            var next = this[index];
            if (inDigits && next is { Kind: TermKind.Number, Fraction: true } && value >= 1)
                (value, index) = (value + next.Value, index + 1);
            else if (next.Is(Sense.AndHalf))
                (value, index) = (value + 0.5m, index + 1);
            else if (next.Is(Sense.And) && this[index + 1] is { Kind: TermKind.Number, Fraction: true } half)
                (value, index) = (value + half.Value, index + 2);
        }

        index = SkipRepetition(index, value, inDigits);
        return true;
    }

    /// <summary>A number or a range of two.</summary>
    public bool TryAmount(ref int index, out decimal low, out decimal? high)
    {
        high = null;
        var start = index;
        if (!TryNumber(ref index, out low))
            return false;
        var after = index + 1;
        if ((IsSymbol(index, '-') || Is(index, Sense.To) || Is(index, Sense.Or)) && TryNumber(ref after, out var upper))
        {
            if (upper <= low)
            {
                index = start;
                return false;
            }

            (high, index) = (upper, after);
        }

        return true;
    }

    /// <summary>A unit of time; weak ones (<c>m</c>, <c>s</c>) only where a length of time is certain.</summary>
    public bool TryTimeUnit(ref int index, out TimeUnit unit, bool weak = false)
    {
        unit = default;
        var term = this[index];
        if (!term.Is(Sense.TimeUnit))
            return false;
        var code = term.Of(Sense.TimeUnit);
        if (code.EndsWith('*') && !weak)
            return false;
        unit = TimeUnitCodes.FromCode(code.TrimEnd('*'))!.Value;
        index++;
        return true;
    }

    // "2 (two)", "one (1)", "2 two": the same number again, in the other writing.
    private int SkipRepetition(int index, decimal value, bool inDigits)
    {
        var open = IsSymbol(index, '(') ? 1 : 0;
        var next = this[index + open];
        if ((next.Kind == TermKind.Number) == inDigits || (next.Kind != TermKind.Number && !next.Is(Sense.Number)) || next.Fraction)
            return index;
        var other = next.Kind == TermKind.Number ? next.Value : decimal.Parse(next.Of(Sense.Number), CultureInfo.InvariantCulture);
        if (other != value || (open == 1 && !IsSymbol(index + 2, ')')))
            return index;
        // "take 1 one hour before food": the second number is another.
        var after = index + 1 + (2 * open);
        return Is(after, Sense.TimeUnit) && (Is(after + 1, Sense.Before) || Is(after + 1, Sense.After) || Is(after + 1, Sense.Event)) ? index : after;
    }
}

namespace Vejja.Reading.CleanUp;

/// <summary>One change to what a recogniser gave.</summary>
/// <param name="Start">Offset in the text before this change, in UTF-16 signs.</param>
/// <param name="Raw">What stood there; empty where something was only added.</param>
/// <param name="Fixed">What stands there now; empty where it was removed.</param>
/// <param name="Rule">Why: a rule of docs/lexicon.md, such as <c>khmer-order</c>.</param>
public sealed record TextRepair(int Start, string Raw, string Fixed, string Rule);

namespace Vejja.Reading;

/// <summary>How far the reading of a document is.</summary>
/// <param name="Percent">0 to 100; never falls.</param>
/// <param name="Step">What was finished last: <c>decoded</c>, <c>detected</c>, <c>recognised</c>, <c>tables</c> or <c>medications</c>.</param>
/// <param name="Page">The page, from 1; null for a step over the whole document.</param>
/// <param name="Pages">Pages of the document; 0 while it is not opened.</param>
public sealed record ReadingProgress(int Percent, string? Step, int? Page, int Pages)
{
    /// <summary>Nothing is done yet.</summary>
    public static ReadingProgress Begin { get; } = new(0, null, null, 0);
}

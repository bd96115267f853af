namespace Vejja.Jobs.Execution;

/// <summary>How far a stage is.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Step">What was finished last, a stable word; null where the stage has no steps.</param>
/// <param name="Page">The page, from 1; null for a step over the whole document.</param>
/// <param name="Pages">Pages of the document; null where that is not known.</param>
public sealed record StageProgress(int Percent, string? Step = null, int? Page = null, int? Pages = null)
{
    /// <summary>Nothing is done yet.</summary>
    public static StageProgress Begin { get; } = new(0);
}

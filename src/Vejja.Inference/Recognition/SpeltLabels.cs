namespace Vejja.Inference.Recognition;

/// <summary>A likely reading.</summary>
/// <param name="Labels">The classes of its signs, in order.</param>
/// <param name="Gain">What its spelling adds to its log probability, weighed.</param>
internal sealed record SpeltLabels(List<int> Labels, double Gain);

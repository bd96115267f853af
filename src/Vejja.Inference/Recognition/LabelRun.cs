namespace Vejja.Inference.Recognition;

/// <summary>A sign and the steps that show it.</summary>
/// <param name="Label">Its class.</param>
/// <param name="First">The first of its steps.</param>
/// <param name="End">The step after its last one.</param>
internal readonly record struct LabelRun(int Label, int First, int End);

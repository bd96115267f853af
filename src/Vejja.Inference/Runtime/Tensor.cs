using System.Collections.Immutable;

namespace Vejja.Inference.Runtime;

/// <summary>Numbers with a shape, float32, row-major.</summary>
/// <param name="Shape">Length of each dimension.</param>
/// <param name="Values">As many numbers as the shape holds.</param>
public sealed record Tensor(ImmutableArray<long> Shape, float[] Values);

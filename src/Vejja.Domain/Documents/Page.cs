using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Domain.Documents;

/// <summary>One page, upright.</summary>
/// <param name="Index">Position in the document, from 0.</param>
/// <param name="Width">Width in pixels of the upright page.</param>
/// <param name="Height">Height in pixels of the upright page.</param>
/// <param name="Rotation">Quarter turns that were undone, in degrees clockwise: 0, 90, 180 or 270.</param>
/// <param name="Skew">Small angle that was undone, in degrees, positive clockwise.</param>
/// <param name="Warnings">Codes such as <c>low-resolution</c>, <c>blurred</c>, <c>no-text</c>, <c>unread-ink</c>.</param>
/// <param name="Transform">Takes pixels of the upright page to pixels of the original image.</param>
public sealed record Page(
    int Index, int Width, int Height, int Rotation, double Skew, ImmutableArray<string> Warnings, Homography Transform);

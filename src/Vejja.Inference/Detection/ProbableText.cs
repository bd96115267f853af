using Vejja.Domain.Geometry;

namespace Vejja.Inference.Detection;

/// <summary>A connected region of the detector's map.</summary>
/// <param name="Outline">The ends of its runs in each row, which hold its convex hull; pixel centres.</param>
/// <param name="Mean">The mean probability of its pixels.</param>
internal readonly record struct ProbableText(List<PagePoint> Outline, double Mean);

using Vejja.Domain.Geometry;

namespace Vejja.Reading.Pages;

/// <summary>A place where a detector sees text.</summary>
/// <param name="Polygon">Four corners in pixels of the upright page, from the text's top left, clockwise.</param>
/// <param name="Score">The detector's score in [0, 1].</param>
public sealed record DetectedLine(Polygon Polygon, double Score);

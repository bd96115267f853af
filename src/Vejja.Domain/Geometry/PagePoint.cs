namespace Vejja.Domain.Geometry;

/// <summary>A point in pixels of the upright page: origin top left, x to the right, y down.</summary>
/// <param name="X">Pixels from the left edge.</param>
/// <param name="Y">Pixels from the top edge.</param>
public readonly record struct PagePoint(double X, double Y);

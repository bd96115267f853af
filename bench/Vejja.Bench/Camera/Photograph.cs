using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Camera;

/// <summary>A picture of a page, and where the page's points went.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Jpeg">Its JPEG.</param>
/// <param name="Place">Takes pixels of the rendered page to pixels of the picture.</param>
/// <param name="RotationDegrees">Quarter turns that undo the picture's rotation, degrees clockwise.</param>
internal sealed record Photograph(PageImage Image, byte[] Jpeg, Func<PagePoint, PagePoint> Place, int RotationDegrees);

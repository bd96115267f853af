using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Rulings;

/// <summary>The ruling lines of a page.</summary>
/// <param name="Horizontal">Along the text: "along" is x, "across" is y.</param>
/// <param name="Vertical">Across the text: "along" is y, "across" is x.</param>
internal sealed record Rulings(ImmutableArray<RulingPath> Horizontal, ImmutableArray<RulingPath> Vertical)
{
    /// <summary>Their straight pieces on another page.</summary>
    /// <param name="map">Takes points of this page to points of the other.</param>
    /// <param name="scale">How much thicker lines are there.</param>
    public ImmutableArray<RulingLine> On(Homography map, double scale) =>
    [
        .. Horizontal.SelectMany(path => Pieces(path).Select(piece => new RulingLine(
            map.Apply(new(piece.From.Along, piece.From.Across)), map.Apply(new(piece.To.Along, piece.To.Across)), path.Thickness * scale, IsHorizontal: true))),
        .. Vertical.SelectMany(path => Pieces(path).Select(piece => new RulingLine(
            map.Apply(new(piece.From.Across, piece.From.Along)), map.Apply(new(piece.To.Across, piece.To.Along)), path.Thickness * scale, IsHorizontal: false))),
    ];

    private static IEnumerable<((double Along, double Across) From, (double Along, double Across) To)> Pieces(RulingPath path) =>
        path.Corners.Zip(path.Corners.Skip(1));
}

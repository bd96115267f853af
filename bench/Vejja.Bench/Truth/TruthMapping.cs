using Vejja.Bench.Camera;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Truth;

/// <summary>Carries a truth through one more picture of its page.</summary>
internal static class TruthMapping
{
    /// <summary>The truth of a photograph of the picture that <paramref name="truth"/> describes; one page.</summary>
    public static TruthDocument Through(TruthDocument truth, Photograph picture, string level)
    {
        Polygon Move(Polygon polygon) => new([.. polygon.Points.Select(picture.Place)]);
        Box MoveBox(Box box) => Move(Polygon.From(box)).Bounds;
        var page = truth.Prescription.Pages[0] with { Width = picture.Image.Width, Height = picture.Image.Height, Rotation = picture.RotationDegrees };
        return truth with
        {
            Level = level,
            Prescription = truth.Prescription with
            {
                Pages = [page],
                Blocks = [.. truth.Prescription.Blocks.Select(block => block with { Polygon = Move(block.Polygon) })],
                Tables = [.. truth.Prescription.Tables.Select(table => table with { Box = MoveBox(table.Box), Cells = [.. table.Cells.Select(cell => cell with { Box = MoveBox(cell.Box) })] })],
            },
            Words = [.. truth.Words.Select(word => word with { Polygon = Move(word.Polygon) })],
            Ignored = [.. truth.Ignored.Select(ink => ink with { Polygon = Move(ink.Polygon) })],
        };
    }
}

using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.App.Cli.Debugging;

/// <summary>Draws cells and blocks on a copy of a page, each block with the number of its identifier; colours go from red (unsure) to green (sure).</summary>
internal static class PageDrawing
{
    private static readonly (byte R, byte G, byte B) CellColour = (70, 110, 220);

    /// <summary>Draws one page.</summary>
    public static PageImage Draw(Prescription prescription, int page, PageImage image)
    {
        var canvas = new Canvas(new PageImage(image.Width, image.Height, (byte[])image.Rgb.Clone()));
        foreach (var cell in prescription.Tables.Where(table => table.Page == page).SelectMany(table => table.Cells))
            canvas.Outline(Polygon.From(cell.Box), CellColour);
        foreach (var block in prescription.Blocks.Where(block => block.Page == page))
        {
            var colour = Colour(block.Confidence);
            canvas.Outline(block.Polygon, colour);
            canvas.Number(block.Id[1..], (int)block.Box.X1, (int)block.Box.Y1 - 7, colour);
        }

        return canvas.Image;
    }

    private static (byte R, byte G, byte B) Colour(double confidence) =>
        ((byte)(210 * (1 - confidence)), (byte)(150 * confidence), 20);
}

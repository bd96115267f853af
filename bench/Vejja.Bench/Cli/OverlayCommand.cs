using System.CommandLine;
using Vejja.Bench.Pictures;
using Vejja.Bench.Truth;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Cli;

/// <summary>Draws a sheet's truth over its picture, for the eye.</summary>
internal static class OverlayCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var picture = new Argument<FileInfo>("picture") { Description = "A JPEG with its truth beside it." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "PNG to write." };
        var command = new Command("overlay", "Draw words (red), lines (blue), cells (green) and ignored ink (grey) over a picture.") { picture, output };
        command.SetAction(arguments =>
        {
            var path = arguments.GetValue(picture)!.FullName;
            var image = Codec.Open(File.ReadAllBytes(path));
            var truth = TruthFile.Read(path + ".truth.json");
            foreach (var ignored in truth.Ignored.Where(ignored => ignored.Page == 0))
                Drawing.Outline(image, ignored.Polygon, (150, 150, 150));
            foreach (var cell in truth.Prescription.Tables.Where(table => table.Page == 0).SelectMany(table => table.Cells))
                Drawing.Outline(image, Polygon.From(cell.Box), (0, 170, 60));
            foreach (var block in truth.Prescription.Blocks.Where(block => block.Page == 0))
                Drawing.Outline(image, block.Polygon, (30, 90, 255));
            foreach (var word in truth.Words.Where(word => word.Page == 0))
                Drawing.Outline(image, word.Polygon, (255, 30, 30));
            File.WriteAllBytes(arguments.GetValue(output)!.FullName, Codec.Png(image));
        });
        return command;
    }
}

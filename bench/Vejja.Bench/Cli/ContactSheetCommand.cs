using System.CommandLine;
using Vejja.Bench.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Cli;

/// <summary>Puts many pictures onto one, to look at.</summary>
internal static class ContactSheetCommand
{
    private const int TileWidth = 250;
    private const int TileHeight = 330;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--in") { Required = true, Description = "Folder with JPEGs." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "JPEG to write." };
        var columns = new Option<int>("--columns") { DefaultValueFactory = _ => 8, Description = "Pictures in a row." };
        var first = new Option<int>("--first") { DefaultValueFactory = _ => 40, Description = "Number of pictures." };
        var command = new Command("contact-sheet", "Put a folder's pictures onto one.") { folder, output, columns, first };
        command.SetAction(arguments =>
        {
            var files = arguments.GetValue(folder)!.EnumerateFiles("*.jpg").OrderBy(file => file.Name, StringComparer.Ordinal).Take(arguments.GetValue(first)).ToArray();
            var across = Math.Min(arguments.GetValue(columns), files.Length);
            var down = (files.Length + across - 1) / across;
            var sheet = new PageImage(across * TileWidth, down * TileHeight, new byte[3 * across * TileWidth * down * TileHeight]);
            Array.Fill(sheet.Rgb, (byte)244);
            for (var i = 0; i < files.Length; i++)
            {
                var picture = Codec.Open(File.ReadAllBytes(files[i].FullName));
                var scale = Math.Min((TileWidth - 8) / (double)picture.Width, (TileHeight - 8) / (double)picture.Height);
                var tile = Drawing.Shrink(picture, (int)(picture.Width * scale), (int)(picture.Height * scale));
                Drawing.Paste(sheet, tile, (i % across * TileWidth) + ((TileWidth - tile.Width) / 2), (i / across * TileHeight) + ((TileHeight - tile.Height) / 2));
            }

            File.WriteAllBytes(arguments.GetValue(output)!.FullName, Codec.Jpeg(sheet, 80));
        });
        return command;
    }
}

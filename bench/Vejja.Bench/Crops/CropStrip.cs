using System.Globalization;
using System.Text;
using Vejja.Bench.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Crops;

/// <summary>A crop with what it says.</summary>
internal sealed record LabelledCrop(PageImage Picture, string Text);

/// <summary>The crops of a page, one below the other in a PNG, and a table of their places: top, width, height, text.</summary>
internal static class CropStrip
{
    /// <summary>Writes <c>NAME.png</c> and <c>NAME.tsv</c>.</summary>
    public static void Write(string folder, string name, IReadOnlyCollection<LabelledCrop> crops)
    {
        int width = crops.Max(crop => crop.Picture.Width), height = crops.Sum(crop => crop.Picture.Height);
        var strip = new byte[3 * width * height];
        Array.Fill(strip, byte.MaxValue);
        var table = new StringBuilder();
        var top = 0;
        foreach (var (picture, text) in crops)
        {
            for (var y = 0; y < picture.Height; y++)
                picture.Rgb.AsSpan(3 * y * picture.Width, 3 * picture.Width).CopyTo(strip.AsSpan(3 * (top + y) * width));
            table.Append(CultureInfo.InvariantCulture, $"{top}\t{picture.Width}\t{picture.Height}\t{text}\n");
            top += picture.Height;
        }

        File.WriteAllBytes(Path.Combine(folder, name + ".png"), Codec.Png(new PageImage(width, height, strip)));
        File.WriteAllText(Path.Combine(folder, name + ".tsv"), table.ToString());
    }

    /// <summary>Reads a strip that <see cref="Write"/> or the recogniser's training wrote.</summary>
    /// <param name="path">Path of <c>NAME.tsv</c>; <c>NAME.png</c> stands beside it.</param>
    public static IEnumerable<LabelledCrop> Read(string path)
    {
        var strip = Codec.Open(File.ReadAllBytes(Path.ChangeExtension(path, ".png")));
        foreach (var row in File.ReadLines(path).Select(line => line.Split('\t', 4)))
        {
            int top = int.Parse(row[0], CultureInfo.InvariantCulture), width = int.Parse(row[1], CultureInfo.InvariantCulture), height = int.Parse(row[2], CultureInfo.InvariantCulture);
            var rgb = new byte[3 * width * height];
            for (var y = 0; y < height; y++)
                strip.Rgb.AsSpan(3 * (top + y) * strip.Width, 3 * width).CopyTo(rgb.AsSpan(3 * y * width));
            yield return new(new PageImage(width, height, rgb), row[3]);
        }
    }
}

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
}

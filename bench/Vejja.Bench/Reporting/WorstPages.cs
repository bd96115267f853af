using Vejja.Bench.Pictures;
using Vejja.Bench.Scoring;
using Vejja.Bench.Truth;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Reporting;

/// <summary>The pages that were read worst, with what went wrong drawn on them.</summary>
internal static class WorstPages
{
    private const int TileWidth = 420;
    private const int TileHeight = 560;

    /// <summary>The sheets with the most faults a medicine, the worst first; silent ones count five times. A PDF has no picture to draw upon.</summary>
    public static SheetScore[] Choose(IEnumerable<SheetScore> sheets, int count) =>
        [.. sheets.Where(sheet => sheet.File.EndsWith(".jpg", StringComparison.Ordinal))
            .OrderByDescending(sheet => sheet.Medications.Sum(medication => medication.Outcomes.Sum(outcome => outcome.IsSilentlyWrong ? 5 : outcome.IsRight ? 0 : 1)) / (double)Math.Max(1, sheet.Medications.Count)).Take(count)];

    /// <summary>Draws the sheets: fields that are wrong in red, silently wrong ones in magenta, right ones in green.</summary>
    public static PageImage Draw(string folder, SheetScore[] worst)
    {
        var across = Math.Min(4, worst.Length);
        var down = (worst.Length + 3) / 4;
        var gallery = new PageImage(across * TileWidth, down * TileHeight, new byte[3 * across * TileWidth * down * TileHeight]);
        Array.Fill(gallery.Rgb, (byte)244);
        for (var i = 0; i < worst.Length; i++)
        {
            var picture = Marked(folder, worst[i]);
            var scale = Math.Min((TileWidth - 10) / (double)picture.Width, (TileHeight - 10) / (double)picture.Height);
            Drawing.Paste(gallery, Drawing.Shrink(picture, (int)(picture.Width * scale), (int)(picture.Height * scale)), (i % 4 * TileWidth) + 5, (i / 4 * TileHeight) + 5);
        }

        return gallery;
    }

    private static PageImage Marked(string folder, SheetScore sheet)
    {
        var path = Path.Combine(folder, sheet.File);
        var image = Codec.Open(File.ReadAllBytes(path));
        var truth = TruthFile.Read(path + ".truth.json");
        var blocks = truth.Prescription.Blocks.ToDictionary(block => block.Id);
        foreach (var medication in sheet.Medications.Where(medication => medication.Id.Length > 0))
        {
            foreach (var outcome in medication.Outcomes.OrderByDescending(outcome => outcome.IsRight))
            {
                var role = medication.Id + "." + (outcome.Field is "times" ? "dose" : outcome.Field);
                if (!truth.Roles.TryGetValue(role, out var sources))
                    continue;
                var ink = outcome.IsSilentlyWrong ? ((byte)230, (byte)0, (byte)200) : outcome.IsRight ? ((byte)20, (byte)160, (byte)60) : ((byte)230, (byte)30, (byte)30);
                foreach (var source in sources)
                {
                    for (var offset = 0; offset < 4; offset++)
                        Drawing.Outline(image, new([.. blocks[source].Polygon.Points.Select(point => new Domain.Geometry.PagePoint(point.X + offset, point.Y + offset))]), ink);
                }
            }
        }

        return image;
    }
}

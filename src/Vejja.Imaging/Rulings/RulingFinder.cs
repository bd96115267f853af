using Vejja.Reading.Pages;

namespace Vejja.Imaging.Rulings;

/// <summary>Finds the ruling lines of tables and forms: long thin straight ink, and short pieces of it that meet other rules at both ends.</summary>
internal static class RulingFinder
{
    /// <summary>Finds them.</summary>
    public static Rulings Find(InkMap ink, double letterPixels)
    {
        var scale = new RulingScale(letterPixels);
        List<RulingPath> horizontal = [], vertical = [];
        PageLoops.Invoke(
            () => horizontal = Joined(new RulingTracking(Transposed(ink), scale).Follow(), scale),
            () => vertical = Joined(new RulingTracking(ink, scale).Follow(), scale));
        var sureHorizontal = horizontal.Where(path => path.Length >= scale.SurePixels).ToList();
        var sureVertical = vertical.Where(path => path.Length >= scale.SurePixels).ToList();
        double reach = scale.LetterPixels * 0.7;
        return new Rulings(
            [.. horizontal.Where(path => path.Length >= scale.SurePixels || IsHeld(path, sureVertical, reach))],
            [.. vertical.Where(path => path.Length >= scale.SurePixels || IsHeld(path, sureHorizontal, reach))]);
    }

    /// <summary>Rows and columns swapped, tile by tile for the processor's cache.</summary>
    private static InkMap Transposed(InkMap ink)
    {
        const int tile = 64;
        var pixels = new byte[ink.Pixels.Length];
        for (int top = 0; top < ink.Height; top += tile)
        {
            for (int left = 0; left < ink.Width; left += tile)
            {
                for (int y = top; y < Math.Min(top + tile, ink.Height); y++)
                {
                    for (int x = left; x < Math.Min(left + tile, ink.Width); x++)
                        pixels[(x * ink.Height) + y] = ink.Pixels[(y * ink.Width) + x];
                }
            }
        }

        return new InkMap(ink.Height, ink.Width, pixels);
    }

    /// <summary>Joins pieces that continue each other.</summary>
    private static List<RulingPath> Joined(List<RulingTrack> tracks, RulingScale scale)
    {
        var paths = tracks.Select(track => RulingPath.From(track, scale.StraightPixels)).OrderBy(path => path.First).ToList();
        for (int i = 0; i < paths.Count; i++)
        {
            for (int next = Continuation(paths, i, scale); next >= 0; next = Continuation(paths, i, scale))
            {
                paths[i] = paths[i].Join(paths[next]);
                paths.RemoveAt(next);
            }
        }

        return paths;
    }

    private static int Continuation(List<RulingPath> paths, int index, RulingScale scale)
    {
        const double overlap = 3;
        var path = paths[index];
        int best = -1;
        double nearest = scale.JoinPixels;
        for (int i = index + 1; i < paths.Count; i++)
        {
            var other = paths[i];
            double gap = other.First - path.Last;
            // Both must point at each other: a rule that bends within the gap is two rules.
            double allowed = 1.5 + (0.06 * Math.Max(0, gap));
            if (gap > -overlap && gap < nearest && Math.Abs(path.At(other.First) - other.Corners[0].Across) < allowed
                && Math.Abs(other.At(path.Last) - path.Corners[^1].Across) < allowed)
                (best, nearest) = (i, gap);
        }

        return best;
    }

    /// <summary>Whether both ends of a short line meet (or cross) rules of the other direction.</summary>
    private static bool IsHeld(RulingPath path, List<RulingPath> others, double reach) =>
        Meets(path.First, path.Corners[0].Across, others, reach) && Meets(path.Last, path.Corners[^1].Across, others, reach);

    private static bool Meets(double along, double across, List<RulingPath> others, double reach) =>
        others.Any(other => across >= other.First - reach && across <= other.Last + reach && Math.Abs(other.At(across) - along) <= reach);
}

using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Rulings;

/// <summary>Finds the ruling lines of tables and forms: long thin straight ink, and short pieces of it that meet other rules at both ends.</summary>
internal static class RulingFinder
{
    /// <summary>Finds them as paths, along the text and across it.</summary>
    public static (ImmutableArray<RulingPath> Horizontal, ImmutableArray<RulingPath> Vertical) FindPaths(InkMap ink, double letterPixels)
    {
        var scale = new RulingScale(letterPixels);
        var horizontal = Joined(new RulingTracking(ink, horizontal: true, scale).Follow(), scale);
        var vertical = Joined(new RulingTracking(ink, horizontal: false, scale).Follow(), scale);
        var sureHorizontal = horizontal.Where(path => path.Length >= scale.SurePixels).ToList();
        var sureVertical = vertical.Where(path => path.Length >= scale.SurePixels).ToList();
        double reach = scale.LetterPixels * 0.7;
        return (
            [.. horizontal.Where(path => path.Length >= scale.SurePixels || IsHeld(path, sureVertical, reach))],
            [.. vertical.Where(path => path.Length >= scale.SurePixels || IsHeld(path, sureHorizontal, reach))]);
    }

    /// <summary>Finds them as straight pieces.</summary>
    public static ImmutableArray<RulingLine> Find(InkMap ink, double letterPixels)
    {
        var (horizontal, vertical) = FindPaths(ink, letterPixels);
        return [.. horizontal.SelectMany(path => Lines(path, isHorizontal: true)), .. vertical.SelectMany(path => Lines(path, isHorizontal: false))];
    }

    private static IEnumerable<RulingLine> Lines(RulingPath path, bool isHorizontal)
    {
        for (int i = 1; i < path.Corners.Count; i++)
        {
            var (from, to) = (path.Corners[i - 1], path.Corners[i]);
            yield return isHorizontal
                ? new RulingLine(new PagePoint(from.Along, from.Across), new PagePoint(to.Along, to.Across), path.Thickness, true)
                : new RulingLine(new PagePoint(from.Across, from.Along), new PagePoint(to.Across, to.Along), path.Thickness, false);
        }
    }

    /// <summary>Joins pieces that continue each other.</summary>
    private static List<RulingPath> Joined(List<RulingTrack> tracks, RulingScale scale)
    {
        var paths = tracks.Select(RulingPath.From).OrderBy(path => path.First).ToList();
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

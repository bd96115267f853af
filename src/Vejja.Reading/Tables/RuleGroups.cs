using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Parts the rules of a page into tables: rules that touch or cross belong together, and so do groups whose outlines overlap.</summary>
internal static class RuleGroups
{
    /// <summary>A table whose frame stands so many line heights above or below it has a frame of its own.</summary>
    private const double FrameDistance = 2;

    /// <summary>A side of a frame leans by at most this share of it.</summary>
    private const double Skew = 0.08;

    /// <summary>Groups of at least four rules.</summary>
    /// <param name="rulings">Every rule of the page.</param>
    /// <param name="lineHeight">Height of a text line in pixels; ends may miss each other by a third of it.</param>
    public static ImmutableArray<ImmutableArray<RulingLine>> Part(ImmutableArray<RulingLine> rulings, double lineHeight)
    {
        var boxes = rulings.Select(rule => Box.Around([rule.From, rule.To]).Inflate((rule.Thickness / 2) + (lineHeight / 6))).ToArray();
        var group = Enumerable.Range(0, rulings.Length).ToArray();
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (group[i] != group[j] && !boxes[i].Intersect(boxes[j]).IsEmpty)
                    Relabel(group, group[i], group[j]);
            }
        }

        JoinOverlapping(boxes, group, lineHeight);
        return [.. group.Distinct()
            .Select(id => ImmutableArray.CreateRange(rulings.Where((_, index) => group[index] == id)))
            .Where(members => members.Length >= 4)];
    }

    private static void JoinOverlapping(Box[] boxes, int[] group, double lineHeight)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            var outlines = group.Distinct().ToDictionary(id => id, id => Outline(boxes, group, id));
            foreach (var (id, outline) in outlines)
            {
                var host = outlines.FirstOrDefault(other => other.Key != id && Inside(outline, other.Value) && !IsFrameAround(boxes.Where((_, index) => group[index] == other.Key), other.Value, outline, lineHeight));
                if (host.Value.IsEmpty || changed)
                    continue;
                Relabel(group, id, host.Key);
                changed = true;
            }
        }
    }

    /// <summary>The edge of a scanned sheet, or a frame that is drawn around all of it: every rule runs along its sides, and the table stands well inside of them.</summary>
    private static bool IsFrameAround(IEnumerable<Box> rules, Box frame, Box table, double lineHeight)
    {
        var (near, far) = (Math.Max(lineHeight, Skew * Math.Max(frame.Width, frame.Height)), FrameDistance * lineHeight);
        var isApart = table.Y1 - frame.Y1 > far || frame.Y2 - table.Y2 > far;
        return isApart && rules.All(rule =>
            rule.Y2 - frame.Y1 <= near || frame.Y2 - rule.Y1 <= near || rule.X2 - frame.X1 <= near || frame.X2 - rule.X1 <= near);
    }

    private static bool Inside(Box part, Box whole) =>
        part.Area <= whole.Area && part.Intersect(whole).Area >= 0.5 * part.Area;

    private static Box Outline(Box[] boxes, int[] group, int id) =>
        boxes.Where((_, index) => group[index] == id).Aggregate((all, box) => all.Union(box));

    private static void Relabel(int[] group, int from, int to)
    {
        for (var index = 0; index < group.Length; index++)
        {
            if (group[index] == from)
                group[index] = to;
        }
    }
}

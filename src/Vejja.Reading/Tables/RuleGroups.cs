using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Parts the rules of a page into tables: rules that touch or cross belong together, and so do groups whose outlines overlap.</summary>
internal static class RuleGroups
{
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

        JoinOverlapping(boxes, group);
        return [.. group.Distinct()
            .Select(id => ImmutableArray.CreateRange(rulings.Where((_, index) => group[index] == id)))
            .Where(members => members.Length >= 4)];
    }

    private static void JoinOverlapping(Box[] boxes, int[] group)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            var outlines = group.Distinct().ToDictionary(id => id, id => Outline(boxes, group, id));
            foreach (var (id, outline) in outlines)
            {
                var host = outlines.FirstOrDefault(other => other.Key != id && Inside(outline, other.Value));
                if (host.Value.IsEmpty || changed)
                    continue;
                Relabel(group, id, host.Key);
                changed = true;
            }
        }
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

using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>The ink of lines of text, without what lies around them.</summary>
internal static class TextInk
{
    /// <summary>The ink where lines were detected; all else is paper.</summary>
    public static InkMap Of(InkMap ink, ImmutableArray<DetectedLine> lines)
    {
        var text = new byte[ink.Pixels.Length];
        foreach (var box in lines.Select(line => line.Polygon.Bounds))
        {
            var (left, right) = (Math.Clamp((int)box.X1, 0, ink.Width), Math.Clamp((int)Math.Ceiling(box.X2), 0, ink.Width));
            for (var y = Math.Max(0, (int)box.Y1); y < Math.Min(ink.Height, box.Y2); y++)
                ink.Pixels.AsSpan((y * ink.Width) + left, right - left).CopyTo(text.AsSpan((y * ink.Width) + left));
        }

        return ink with { Pixels = text };
    }
}

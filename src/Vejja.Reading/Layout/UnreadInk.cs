using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>Digit-sized ink inside the text area that stands in no line: a dose that nobody read.</summary>
internal static class UnreadInk
{
    /// <summary>More unread parts than this within two line heights are a picture, a stamp or a code, not a lost digit.</summary>
    private const int Crowd = 6;

    /// <summary>Outlines of the ink that nobody read.</summary>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="read">Outlines of all lines that were read.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<Box> Find(ImmutableArray<InkComponent> ink, ImmutableArray<Box> read, double lineHeight)
    {
        if (read.IsEmpty)
            return [];
        ImmutableArray<Box> unread = [.. ink.Where(part => !read.Any(box => box.Inflate(1).Contains(part.Box.Centre))).Select(part => part.Box)];
        return [.. unread.Where(box => IsDigitSized(box, lineHeight) && IsBesideText(box, read, lineHeight) && !IsCrowded(box, unread, lineHeight))];
    }

    /// <summary>Whether unread ink stands on the line's height within three line heights of it.</summary>
    public static bool IsBeside(Box line, ImmutableArray<Box> unread, double lineHeight) =>
        unread.Any(box => IsOnHeight(line, box) && Gap(line, box) <= 3 * lineHeight);

    private static bool IsDigitSized(Box box, double lineHeight) =>
        box.Height >= 0.35 * lineHeight && box.Height <= 1.1 * lineHeight && box.Width >= 0.06 * lineHeight && box.Width <= lineHeight;

    private static bool IsBesideText(Box box, ImmutableArray<Box> read, double lineHeight) =>
        read.Any(line => IsOnHeight(line, box) && Gap(line, box) <= 6 * lineHeight);

    private static bool IsCrowded(Box box, ImmutableArray<Box> unread, double lineHeight) =>
        unread.Count(other => other.Intersect(box.Inflate(2 * lineHeight)) is { IsEmpty: false }) > Crowd;

    private static bool IsOnHeight(Box line, Box box) => box.Centre.Y > line.Y1 && box.Centre.Y < line.Y2;

    private static double Gap(Box line, Box box) => Math.Max(line.X1 - box.X2, box.X1 - line.X2);
}

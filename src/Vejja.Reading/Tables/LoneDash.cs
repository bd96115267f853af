using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Tables;

/// <summary>A cell whose only ink is one wide, thin, solid stroke at mid-height holds a dash: "none". Recognisers read it as anything.</summary>
internal static class LoneDash
{
    /// <summary>Whether the ink is a lone dash.</summary>
    public static bool Is(ImmutableArray<InkComponent> ink, CellFrame frame, double lineHeight)
    {
        if (ink.Length != 1)
            return false;
        var box = ink[0].Box;
        // On a small photograph a dash is a speck of six by five pixels: too low for any digit.
        var isFlat = box.Height <= 0.25 * lineHeight && box.Width >= (box.Height <= 0.2 * lineHeight ? 1.1 : 1.4) * box.Height;
        var isShort = box.Width is var width && width >= 0.12 * lineHeight && width <= 1.5 * lineHeight;
        var isCentral = Math.Abs(box.Centre.Y - frame.MiddleAt(box.Centre.X)) <= Math.Max(0.3 * frame.Height, 0.3 * lineHeight);
        return ((isFlat && isShort && isCentral) || IsSpeck(box, frame, lineHeight)) && ink[0].Fill >= 0.5;
    }

    /// <summary>What a blurred photograph leaves of a dash: a few pixels in the very middle of the cell, too low for any digit, where no point of a number and no foot of a letter stands.
    /// A stroke that is left of a 1 is higher than wide.</summary>
    private static bool IsSpeck(Box box, CellFrame frame, double lineHeight)
    {
        var isLow = box.Height <= 0.13 * lineHeight || (box.Height <= 0.22 * lineHeight && box.Width >= 0.95 * box.Height);
        return isLow && box.Width <= 0.3 * lineHeight && box.Width >= 0.08 * lineHeight && Math.Abs(box.Centre.Y - frame.MiddleAt(box.Centre.X)) <= 0.08 * frame.Height;
    }
}

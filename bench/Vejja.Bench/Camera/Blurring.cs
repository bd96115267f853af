using System.Numerics;

namespace Vejja.Bench.Camera;

/// <summary>Defocus and motion.</summary>
internal static class Blurring
{
    /// <summary>Gaussian blur of a small standard deviation, as repeated three-tap filters [a, 1−2a, a], whose variance is 2a each.</summary>
    /// <param name="pixels">RGB bytes; changed in place.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="sigma">Pixels, up to 3.</param>
    public static void Defocus(byte[] pixels, int width, int height, double sigma)
    {
        var passes = (int)Math.Ceiling(sigma * sigma / 0.5);
        if (passes == 0)
            return;
        var side = (int)Math.Round(256 * sigma * sigma / (2 * passes));
        var other = GC.AllocateUninitializedArray<byte>(pixels.Length);
        for (var pass = 0; pass < passes; pass++)
        {
            ThreeTaps(pixels, other, width * 3, height, 3, side);
            ThreeTapsDown(other, pixels, width * 3, height, side);
        }
    }

    /// <summary>Blur along a line of some pixels.</summary>
    public static void Motion(byte[] pixels, int width, int height, double dx, double dy)
    {
        const int taps = 7;
        var offsets = new (int X, int Y)[taps];
        for (var i = 0; i < taps; i++)
            offsets[i] = ((int)Math.Round(dx * ((i / (taps - 1.0)) - 0.5)), (int)Math.Round(dy * ((i / (taps - 1.0)) - 0.5)));
        var source = (byte[])pixels.Clone();
        var stride = 3 * width;
        var sums = new ushort[stride];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            foreach (var (ox, oy) in offsets)
                Add(source.AsSpan(Math.Clamp(y + oy, 0, height - 1) * stride, stride), ox, sums);
            var target = pixels.AsSpan(y * stride, stride);
            for (var i = 0; i < stride; i++)
                target[i] = unchecked((byte)(sums[i] / taps));
        }
    }

    /// <summary>Adds a row, moved by some pixels; beyond its ends the last pixel is repeated.</summary>
    private static void Add(ReadOnlySpan<byte> row, int pixels, Span<ushort> sums)
    {
        int first = Math.Max(0, -3 * pixels), last = sums.Length - Math.Max(0, 3 * pixels);
        for (var i = 0; i < first; i++)
            sums[i] += row[i % 3];
        for (var i = last; i < sums.Length; i++)
            sums[i] += row[row.Length - 3 + (i % 3)];
        var from = row[(first + (3 * pixels))..(last + (3 * pixels))];
        var to = sums[first..last];
        var at = 0;
        for (; at <= to.Length - Vector<byte>.Count; at += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(from[at..]), out var low, out var high);
            (new Vector<ushort>(to[at..]) + low).CopyTo(to[at..]);
            (new Vector<ushort>(to[(at + Vector<ushort>.Count)..]) + high).CopyTo(to[(at + Vector<ushort>.Count)..]);
        }

        for (; at < to.Length; at++)
            to[at] += from[at];
    }

    private static void ThreeTaps(byte[] from, byte[] to, int stride, int height, int step, int side)
    {
        for (var y = 0; y < height; y++)
        {
            var row = from.AsSpan(y * stride, stride);
            var target = to.AsSpan(y * stride, stride);
            row[..step].CopyTo(target);
            row[^step..].CopyTo(target[^step..]);
            Blend(row, row[step..], row[(2 * step)..], target[step..^step], side);
        }
    }

    private static void ThreeTapsDown(byte[] from, byte[] to, int stride, int height, int side)
    {
        for (var y = 0; y < height; y++)
        {
            Blend(
                from.AsSpan(Math.Max(0, y - 1) * stride, stride), from.AsSpan(y * stride, stride), from.AsSpan(Math.Min(height - 1, y + 1) * stride, stride),
                to.AsSpan(y * stride, stride), side);
        }
    }

    /// <summary>One filter [side, 256 − 2 · side, side] / 256 over three rows of bytes; a sum fits 16 bits, for side is at most 64.</summary>
    private static void Blend(ReadOnlySpan<byte> before, ReadOnlySpan<byte> here, ReadOnlySpan<byte> after, Span<byte> to, int side)
    {
        var middle = 256 - (2 * side);
        var (sides, middles, half) = (new Vector<ushort>((ushort)side), new Vector<ushort>((ushort)middle), new Vector<ushort>(128));
        var i = 0;
        for (; i <= to.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(before[i..]), out var lowBefore, out var highBefore);
            Vector.Widen(new Vector<byte>(here[i..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(after[i..]), out var lowAfter, out var highAfter);
            low = Vector.ShiftRightLogical(((lowBefore + lowAfter) * sides) + (low * middles) + half, 8);
            high = Vector.ShiftRightLogical(((highBefore + highAfter) * sides) + (high * middles) + half, 8);
            Vector.Narrow(low, high).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
            to[i] = (byte)(((side * (before[i] + after[i])) + (middle * here[i]) + 128) >> 8);
    }
}

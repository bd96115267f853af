using System.Runtime.InteropServices;

namespace Vejja.Bench.Comparison.Interop;

/// <summary><c>getrusage(2)</c>.</summary>
internal static partial class ResourceUsage
{
    private const int Children = -1;

    /// <summary>Processor seconds, user and system, of all children that have ended, and of theirs.</summary>
    public static double ChildrenSeconds()
    {
        // struct rusage on 64-bit Linux: two timevals of two longs, then fourteen longs.
        Span<long> usage = stackalloc long[18];
        if (getrusage(Children, usage) != 0)
            throw new InvalidOperationException("getrusage failed.");
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [LibraryImport("libc")]
    private static partial int getrusage(int who, Span<long> usage);
}

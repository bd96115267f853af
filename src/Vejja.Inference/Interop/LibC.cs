using System.Runtime.InteropServices;

namespace Vejja.Inference.Interop;

/// <summary>glibc, <c>malloc.h</c>.</summary>
internal static partial class LibC
{
    /// <summary>Gives free memory of the heap back to the system, in its middle too; <paramref name="pad"/> bytes at its top are kept. 1 where any was given back.</summary>
    [LibraryImport("libc.so.6")]
    internal static partial int malloc_trim(nuint pad);
}

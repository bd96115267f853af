using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Vejja.Jobs.Interop;

/// <summary>glibc, <c>sys/resource.h</c>.</summary>
internal static partial class LibC
{
    /// <summary><c>PRIO_PROCESS</c>; on Linux a "process" of the scheduler is a thread.</summary>
    internal const int PrioProcess = 0;

    /// <summary>Sets the nice value, -20 to 19; <paramref name="who"/> 0 is the calling thread. 0, or -1 on failure.</summary>
    [LibraryImport("libc.so.6")]
    internal static partial int setpriority(int which, uint who, int niceness);

    /// <summary>The nice value, -20 to 19; <paramref name="who"/> 0 is the calling thread.</summary>
    [LibraryImport("libc.so.6")]
    internal static partial int getpriority(int which, uint who);
}

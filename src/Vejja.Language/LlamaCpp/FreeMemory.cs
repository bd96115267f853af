using System.Globalization;

namespace Vejja.Language.LlamaCpp;

/// <summary>How much memory the system and the process's group still have.</summary>
internal static class FreeMemory
{
    /// <summary>Bytes that can be taken without swapping: the smaller of the machine's and the control group's.</summary>
    public static long Read() => Math.Min(Machine(), Group());

    private static long Machine()
    {
        // proc_meminfo(5): "MemAvailable:   12345 kB".
        foreach (var line in File.ReadLines("/proc/meminfo"))
        {
            if (line.StartsWith("MemAvailable:", StringComparison.Ordinal))
                return long.Parse(line.AsSpan("MemAvailable:".Length).Trim().TrimEnd("kB ").Trim(), NumberStyles.None, CultureInfo.InvariantCulture) * 1024;
        }

        return long.MaxValue;
    }

    // Control groups, version 2: "max" stands for no limit.
    private static long Group() =>
        Number("/sys/fs/cgroup/memory.max") is { } most && Number("/sys/fs/cgroup/memory.current") is { } used ? Math.Max(0, most - used) : long.MaxValue;

    private static long? Number(string path) =>
        File.Exists(path) && long.TryParse(File.ReadAllText(path).AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;

namespace Vejja.Bench.Browser;

/// <summary>A process with all that descend from it. A browser's helpers end with it and are waited for by nobody, so they are asked while they run.</summary>
internal static class ProcessTree
{
    /// <summary>Linux counts in hundredths of a second on every machine that .NET runs on (sysconf _SC_CLK_TCK).</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Processor seconds, user and system, of a process, its living descendants and those that they waited for.</summary>
    public static double ProcessorSeconds(int root)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => Stat(name!)).OfType<(int Id, int Parent, long Ticks)>().ToArray();
        var family = new HashSet<int> { root };
        // A child may have a lower number than its parent: until nobody joins.
        for (var joined = true; joined;)
        {
            joined = false;
            foreach (var process in all)
                joined |= family.Contains(process.Parent) && family.Add(process.Id);
        }

        return all.Where(process => family.Contains(process.Id)).Sum(process => process.Ticks) / TicksPerSecond;
    }

    /// <summary>Reads <c>/proc/N/stat</c> (proc(5)); null where the process has gone meanwhile.</summary>
    private static (int Id, int Parent, long Ticks)? Stat(string name)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{name}/stat");
            // The name in brackets may hold blanks; behind it: state, parent, …; user, system, children's user, children's system are 12th to 15th.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(name, CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return null;
        }
    }
}

using System.Diagnostics;
using Vejja.Bench.Templates;

namespace Vejja.Bench.Rendering;

/// <summary>The typefaces that the browser finds on this machine. It sets another one in place of one that it lacks, and says nothing: the sheets are then others.</summary>
internal static class InstalledTypefaces
{
    private static readonly Lazy<HashSet<string>> Families = new(Listed);

    /// <summary>Refuses to print a split of which faces are missing.</summary>
    /// <exception cref="InvalidOperationException">Names what is missing.</exception>
    public static void Require(Typefaces faces)
    {
        var missing = Missing(faces, Families.Value);
        if (missing.Length > 0)
            throw new InvalidOperationException($"Typefaces are missing, so the sheets would be others ({string.Join(", ", missing)}): run eng/setup test.");
    }

    /// <summary>The faces that neither a package carries nor the system has.</summary>
    public static string[] Missing(Typefaces faces, IReadOnlySet<string> installed) =>
        [.. faces.Khmer.Concat(faces.KhmerTitles).Concat(faces.Latin).Concat(faces.Hands).Where(face => !installed.Contains(face) && Typefaces.Packaged.All(packaged => packaged.Family != face))];

    // fontconfig's list, as the browser asks it: the names of a family stand between commas.
    private static HashSet<string> Listed()
    {
        using var process = Process.Start(new ProcessStartInfo("fc-list", [":", "family"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("fc-list did not start.");
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        return [.. lines.SelectMany(line => line.Split(',')).Select(name => name.Trim())];
    }
}

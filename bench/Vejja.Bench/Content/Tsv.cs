using System.Reflection;

namespace Vejja.Bench.Content;

/// <summary>Tables that the program carries.</summary>
internal static class Tsv
{
    /// <summary>The rows of a table, without comments.</summary>
    public static IEnumerable<string[]> Rows(string name) =>
        Resource(name).Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    /// <summary>The text of an embedded file, by the end of its name.</summary>
    public static string Resource(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var full = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith("." + name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(full)!);
        return reader.ReadToEnd();
    }
}

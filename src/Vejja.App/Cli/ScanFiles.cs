namespace Vejja.App.Cli;

/// <summary>Files that a list of paths means: folders give their documents by name, <c>*</c> in a file's name is a pattern.</summary>
internal static class ScanFiles
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".pdf", ".heic", ".heif"];

    /// <summary>Paths in the order given; a path that is no folder and matches nothing stays, so that its absence is reported.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) => [.. paths.SelectMany(Expand)];

    private static IEnumerable<string> Expand(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
        var pattern = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (!pattern.Contains('*', StringComparison.Ordinal) || File.Exists(path) || !Directory.Exists(folder))
            return [path];
        string[] matches = [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)];
        return matches.Length == 0 ? [path] : matches;
    }
}

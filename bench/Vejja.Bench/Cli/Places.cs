namespace Vejja.Bench.Cli;

/// <summary>Where the bench's own files lie.</summary>
internal static class Places
{
    /// <summary>The repository's root, found from the program's folder or the current one.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory) ?? throw new DirectoryNotFoundException("Run the bench inside the repository.");

    /// <summary>The folder with the packaged typefaces.</summary>
    /// <exception cref="DirectoryNotFoundException">They are not installed.</exception>
    public static string Fonts => Directory.Exists(Path.Combine(Root, "bench/fonts/node_modules"))
        ? Path.Combine(Root, "bench/fonts")
        : throw new DirectoryNotFoundException("The typefaces are missing: run npm ci --ignore-scripts in bench/fonts/.");

    /// <summary>The program that is measured.</summary>
    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public static string Program => Path.Combine(Root, "artifacts/publish/Vejja.App/release_linux-x64/vejja") is var path && File.Exists(path)
        ? path : throw new FileNotFoundException("vejja is not built: run ./vejja --version.");

    private static string? Find(string? folder) =>
        folder is null ? null : File.Exists(Path.Combine(folder, "Vejja.slnx")) ? folder : Find(Path.GetDirectoryName(folder));
}

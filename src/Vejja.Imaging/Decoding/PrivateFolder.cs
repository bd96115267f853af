namespace Vejja.Imaging.Decoding;

/// <summary>A folder of our own for the files of one child process; gone with its content when disposed.</summary>
internal sealed class PrivateFolder : IDisposable
{
    // CreateTempSubdirectory makes the folder with mode 0700: pages of patients are nobody else's.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vejja-");

    /// <summary>The full path of a file in it.</summary>
    public string File(string name) => Path.Combine(folder.FullName, name);

    /// <summary>The files in it, by name.</summary>
    public IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(folder.FullName, pattern).Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}

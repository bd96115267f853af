using System.Text;

namespace Vejja.Language;

/// <summary>A data file of this assembly: lines of fields parted by tabs; lines that begin with # are comments, the first other line names the columns.</summary>
internal static class DataTable
{
    /// <summary>Every row of the file.</summary>
    /// <exception cref="InvalidDataException">The file is missing, or a header or row has other columns: the assembly was built wrongly.</exception>
    public static IEnumerable<string[]> Read(string resource, params string[] columns)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The data file {resource} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split('\t');
            if (fields.Length != columns.Length || (header && !fields.SequenceEqual(columns, StringComparer.Ordinal)))
                throw new InvalidDataException($"{resource}: expected the columns {string.Join(", ", columns)}, found \"{line}\".");
            if (!header)
                yield return fields;
            header = false;
        }
    }
}

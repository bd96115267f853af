using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Vejja.Reading.Lexicon;

/// <summary>A data file of an assembly: lines of fields parted by tabs; lines that begin with # are comments, the first other line names the columns.</summary>
public static class EmbeddedTable
{
    /// <summary>Every row of a file of this assembly.</summary>
    /// <param name="resource">Resource name, such as <c>Vejja.Reading.Lexicon.Data.forms.tsv</c>.</param>
    /// <param name="columns">The columns that must stand in the header, in order.</param>
    internal static IEnumerable<string[]> Read(string resource, params string[] columns) => Read(typeof(EmbeddedTable).Assembly, resource, columns);

    /// <summary>Every row of the file.</summary>
    /// <param name="assembly">The assembly that holds it.</param>
    /// <param name="resource">Resource name: the assembly's name, the folders, the file, with dots.</param>
    /// <param name="columns">The columns that must stand in the header, in order.</param>
    /// <exception cref="InvalidDataException">The file is missing, or a header or row has other columns: the assembly was built wrongly.</exception>
    public static IEnumerable<string[]> Read(Assembly assembly, string resource, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(columns);
        using var stream = assembly.GetManifestResourceStream(resource)
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

    /// <summary>The parts of a field that lists several values with semicolons; none for an empty field.</summary>
    internal static ImmutableArray<string> List(string field) =>
        field.Length == 0 ? [] : [.. field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

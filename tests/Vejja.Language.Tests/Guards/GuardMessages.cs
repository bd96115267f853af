using System.Security.Cryptography;
using System.Text;

namespace Vejja.Language.Tests.Guards;

/// <summary>A message of the guard set with what is due.</summary>
internal sealed record GuardMessage(string Text, string Language, string Due, string Class, string Style)
{
    /// <summary>Whether it belongs to the third that no rule or training was written to suit.</summary>
    public bool IsHeldApart => SHA256.HashData(Encoding.UTF8.GetBytes(Text))[0] % 3 == 0;
}

/// <summary>The guard set: Guards/Data/messages.tsv.</summary>
internal static class GuardMessages
{
    public static IReadOnlyList<GuardMessage> All { get; } = [.. File.ReadLines(PathOf("messages.tsv"))
        .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).Skip(1)
        .Select(line => line.Split('\t')).Select(row => new GuardMessage(row[0], row[1], row[2], row[3], row[4]))];

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Guards", "Data", file);
}

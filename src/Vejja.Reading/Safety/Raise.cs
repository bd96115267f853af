using System.Collections.Immutable;
using Vejja.Domain.Evidence;

namespace Vejja.Reading.Safety;

/// <summary>Makes flags with the severity that the published list gives their code.</summary>
internal static class Raise
{
    /// <summary>A flag of the usual severity.</summary>
    public static Flag Flag(string code, string field, params ReadOnlySpan<string> arguments) =>
        new(code, FlagMessages.SeverityOf(code), field) { Arguments = [.. arguments] };

    /// <summary>A flag that is only shown.</summary>
    public static Flag Info(string code, string field, params ReadOnlySpan<string> arguments) =>
        new(code, FlagSeverity.Info, field) { Arguments = [.. arguments] };

    /// <summary>Adds flags; one doubt about a field is said once, with the graver severity.</summary>
    public static ImmutableArray<Flag> With(this ImmutableArray<Flag> flags, IEnumerable<Flag> more)
    {
        var all = flags.ToBuilder();
        foreach (var flag in more)
        {
            var at = all.ToList().FindIndex(f => f.Code == flag.Code && f.Field == flag.Field);
            if (at < 0)
                all.Add(flag);
            else if (flag.Severity > all[at].Severity)
                all[at] = flag;
        }

        return all.ToImmutable();
    }
}

using NodaTime;
using Vejja.Exchange.Wording;

namespace Vejja.App.Cli;

/// <summary>What the user asked <c>vejja scan</c> for.</summary>
/// <param name="Paths">Files, folders, or names with * in a folder.</param>
/// <param name="Format">json, text, fhir or ics.</param>
/// <param name="Engine">Which recogniser.</param>
/// <param name="DebugFolder">Where drawings go; null for none.</param>
/// <param name="Language">Language of words for people.</param>
/// <param name="Timings">Whether stage times and peak memory go to standard error.</param>
internal sealed record ScanRequest(
    IReadOnlyList<string> Paths, string Format, EngineChoice Engine, DirectoryInfo? DebugFolder, WordingLanguage Language, bool Timings)
{
    /// <summary>First day of the course, for a calendar.</summary>
    public LocalDateTime? Start { get; init; }

    /// <summary>The person's time zone, for a calendar.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Whether a language model's suggestions stand as alternatives beside doubtful readings.</summary>
    public bool Enhance { get; init; }
}

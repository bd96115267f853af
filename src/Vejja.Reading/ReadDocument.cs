using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Reading.Pages;

namespace Vejja.Reading;

/// <summary>Time that one stage took.</summary>
/// <param name="Stage">Its name, such as <c>recognise</c>.</param>
/// <param name="Elapsed">Over all pages.</param>
public sealed record StageTime(string Stage, TimeSpan Elapsed);

/// <summary>A document after reading.</summary>
/// <param name="Prescription">What was read.</param>
/// <param name="Pages">The upright pages; empty unless asked for.</param>
/// <param name="Stages">Time by stage, in the order of the flow.</param>
public sealed record ReadDocument(Prescription Prescription, ImmutableArray<PageImage> Pages, ImmutableArray<StageTime> Stages);

/// <summary>How documents are read.</summary>
public sealed record ReadingOptions
{
    /// <summary>Lines recognised at once, asked anew for each page; at least 1, default the number of cores, at most 64.</summary>
    public Func<int> Threads { get; init; } = () => Math.Clamp(Environment.ProcessorCount, 1, 64);

    /// <summary>Whether the upright pages are handed back (for drawing); default no, to spare memory.</summary>
    public bool KeepPages { get; init; }
}

using Vejja.Domain.Documents;

namespace Vejja.Jobs.Retry;

/// <summary>How long a stage may take and how often it is tried.</summary>
/// <param name="Timeout">Longest time of one attempt; above zero.</param>
/// <param name="MaximumAttempts">Attempts before the job is poisoned, at least 1.</param>
/// <param name="FirstDelay">Wait after the first failure; doubles with each further one.</param>
/// <param name="LongestDelay">The wait never exceeds this.</param>
public sealed record StagePolicy(TimeSpan Timeout, int MaximumAttempts, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>Hand-backs after which even an outage counts as a failure: about three hours of it.</summary>
    public const int MostLeases = 200;

    /// <summary>
    /// Whether a worker that dies over a job counts against it: where native code opens a file or runs a model, the document may be the cause.
    /// The other stages only write to the database, so that a lost worker says nothing about the document.
    /// </summary>
    public bool LossCounts { get; init; } = true;

    /// <summary>The policies in force unless configured otherwise.</summary>
    public static StagePolicy For(Stage stage) => stage switch
    {
        Stage.Read => new(TimeSpan.FromMinutes(3), 4, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)),
        Stage.Enhance => new(TimeSpan.FromMinutes(5), 3, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)),
        Stage.Schedule => new(TimeSpan.FromSeconds(30), 4, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)) { LossCounts = false },
        Stage.Notify => new(TimeSpan.FromSeconds(30), 8, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10)) { LossCounts = false },
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
    };

    /// <summary>Whether a job whose worker was lost is given up.</summary>
    /// <param name="attempt">Attempts so far, from 1.</param>
    /// <param name="lease">Leases so far, from 1.</param>
    public bool GivesUp(int attempt, long lease) => LossCounts ? attempt >= MaximumAttempts : lease >= MostLeases;

    /// <summary>Exponential wait after a failure, spread over its upper half so that many failures do not come back together.</summary>
    /// <param name="attempt">Attempts so far, from 1.</param>
    /// <param name="share">A random number in [0, 1).</param>
    public TimeSpan Delay(int attempt, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var seconds = Math.Min(FirstDelay.TotalSeconds * Math.Pow(2, attempt - 1), LongestDelay.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.5 + (share / 2)));
    }
}

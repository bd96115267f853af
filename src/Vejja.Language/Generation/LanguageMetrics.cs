using System.Diagnostics.Metrics;

namespace Vejja.Language.Generation;

/// <summary>Counters of language models; labels name the provider only.</summary>
internal static class LanguageMetrics
{
    /// <summary>The meter's name, for listeners.</summary>
    public const string MeterName = "Vejja.Language";

    private static readonly Meter Meter = new(MeterName);
    private static int waiting;

    private static readonly Histogram<double> LoadSeconds = Meter.CreateHistogram<double>("vejja.language.load", "s", "Time to load a model");
    private static readonly Histogram<double> Speed = Meter.CreateHistogram<double>("vejja.language.tokens.per.second", null, "Tokens of an answer a second");
    private static readonly Counter<long> PromptTokens = Meter.CreateCounter<long>("vejja.language.prompt.tokens", null, "Tokens of prompts");
    private static readonly Counter<long> ReusedTokens = Meter.CreateCounter<long>("vejja.language.reused.tokens", null, "Tokens of prompts that were held from before");
    private static readonly Counter<long> AnswerTokens = Meter.CreateCounter<long>("vejja.language.answer.tokens", null, "Tokens of answers");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("vejja.language.refused", null, "Requests refused because too many waited");

    static LanguageMetrics() => Meter.CreateObservableGauge("vejja.language.queue.length", () => Volatile.Read(ref waiting), null, "Requests that wait for a model");

    public static void Loaded(TimeSpan time) => LoadSeconds.Record(time.TotalSeconds);

    public static void Answered(int prompt, int reused, int answer, TimeSpan time)
    {
        PromptTokens.Add(prompt);
        ReusedTokens.Add(reused);
        AnswerTokens.Add(answer);
        if (answer > 0 && time > TimeSpan.Zero)
            Speed.Record(answer / time.TotalSeconds);
    }

    public static void Waits(int change) => Interlocked.Add(ref waiting, change);

    public static void Refused() => Refusals.Add(1);
}

using System.Collections.Immutable;

namespace Vejja.Reading;

/// <summary>Adds up the time of each stage.</summary>
internal sealed class StageClock(TimeProvider time)
{
    private readonly List<StageTime> stages = [];

    public ImmutableArray<StageTime> Stages => [.. stages];

    public T Time<T>(string stage, Func<T> work)
    {
        var start = time.GetTimestamp();
        var result = work();
        var elapsed = time.GetElapsedTime(start);
        var index = stages.FindIndex(other => other.Stage == stage);
        if (index < 0)
            stages.Add(new(stage, elapsed));
        else
            stages[index] = new(stage, stages[index].Elapsed + elapsed);
        return result;
    }
}

namespace Vejja.Inference.Runtime;

/// <summary>How a model runs.</summary>
public sealed record SessionOptions
{
    /// <summary>Threads inside one run, 1 to 64; 1. The caller's own parallelism (a line a thread) is better than the operators'.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 64);
            field = value;
        }
    } = 1;
}

namespace Vejja.App.Tests.Faults;

/// <summary>A wall clock that an operator sets.</summary>
internal sealed class SteppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(1_795_000_000);

    public override DateTimeOffset GetUtcNow() => Now;
}

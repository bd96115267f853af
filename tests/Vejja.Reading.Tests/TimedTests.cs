namespace Vejja.Reading.Tests;

/// <summary>Tests that measure processor time run alone: the time is the process's.</summary>
[CollectionDefinition(nameof(TimedTests), DisableParallelization = true)]
public sealed class TimedTests;

namespace Vejja.Tests.Shared;

/// <summary>Tests that measure the memory or the processor time of their process: they run when no other test does.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;

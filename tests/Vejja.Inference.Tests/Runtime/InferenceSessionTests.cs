using Vejja.Inference.Detection;
using Vejja.Inference.Interop;
using Vejja.Inference.Runtime;

namespace Vejja.Inference.Tests.Runtime;

/// <summary>Pins positions of the function table by what the functions do, on the library of the set-up.</summary>
public sealed class InferenceSessionTests
{
    private static readonly byte[] DetectorModel = File.ReadAllBytes(InstalledFiles.FindAbove(PpOcrTextDetector.ModelPath)!);

    [Fact]
    public void Version_OfTheLibrary_IsTheOneThatTheLockFileNames() =>
        Assert.StartsWith("1.30.", OnnxRuntime.Current.Version, StringComparison.Ordinal);

    // CreateSessionOptions, SetIntraOpNumThreads, SetSessionGraphOptimizationLevel, DisableCpuMemArena, DisableMemPattern,
    // AddSessionConfigEntry, CreateSessionFromArray, SessionGetInputCount, SessionGetInputName, AllocatorFree.
    [Fact]
    public void Names_OfTheDetector_AreThoseOfItsGraph()
    {
        using var session = new InferenceSession(DetectorModel, new SessionOptions());
        Assert.Equal(["x"], session.Inputs);
        Assert.Single(session.Outputs);
    }

    // CreateTensorWithDataAsOrtValue, Run, GetTensorTypeAndShape, GetTensorElementType, GetDimensionsCount, GetDimensions, GetTensorMutableData.
    [Fact]
    public void Run_GrayPage_GivesAMapOfProbabilities()
    {
        using var session = new InferenceSession(DetectorModel, new SessionOptions());
        var output = session.Run(new Tensor([1, 3, 64, 96], new float[3 * 64 * 96]));
        Assert.Equal([1, 1, 64, 96], output.Shape);
        Assert.All(output.Values, value => Assert.InRange(value, 0, 1));
    }

    // GetErrorCode, GetErrorMessage, ReleaseStatus.
    [Fact]
    public void Load_NoModel_ThrowsWithTheRuntimesWords()
    {
        var failure = Assert.Throws<OnnxRuntimeException>(() => new InferenceSession("this is no model"u8, new SessionOptions()));
        Assert.Equal(7, failure.Code);
        Assert.Contains("protobuf", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Run_WrongShape_ThrowsAndTheSessionLives()
    {
        using var session = new InferenceSession(DetectorModel, new SessionOptions());
        Assert.Throws<OnnxRuntimeException>(() => session.Run(new Tensor([1, 2, 32, 32], new float[2 * 32 * 32])));
        Assert.Equal([1, 1, 32, 32], session.Run(new Tensor([1, 3, 32, 32], new float[3 * 32 * 32])).Shape);
    }

    [Fact]
    public void Run_ManyThreads_AgreeWithOne()
    {
        using var session = new InferenceSession(DetectorModel, new SessionOptions());
        var input = new Tensor([1, 3, 64, 64], [.. Enumerable.Range(0, 3 * 64 * 64).Select(i => (float)Math.Sin(i * 0.37))]);
        var expected = session.Run(input).Values;
        var results = new float[6][];
        Parallel.For(0, results.Length, i => results[i] = session.Run(input).Values);
        Assert.All(results, values => Assert.Equal(expected, values));
    }

    [Theory]
    [InlineData(OrtFunction.CreateEnv, 3)]
    [InlineData(OrtFunction.CreateSessionFromArray, 8)]
    [InlineData(OrtFunction.Run, 9)]
    [InlineData(OrtFunction.CreateTensorWithDataAsOrtValue, 49)]
    [InlineData(OrtFunction.ReleaseEnv, 92)]
    [InlineData(OrtFunction.ReleaseSessionOptions, 100)]
    [InlineData(OrtFunction.AddSessionConfigEntry, 130)]
    internal void Position_OfTheTable_IsThePublishedOne(OrtFunction function, int position)
    {
        Assert.Equal(position, (int)function);
        Assert.NotEqual(0, OnnxRuntime.Current.Function(function));
    }
}

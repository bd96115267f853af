using System.Runtime.InteropServices;
using Vejja.Inference.Runtime;

namespace Vejja.Inference.Tests.Runtime;

public sealed class ProcessorTests
{
    [Fact]
    public void HasVnni_IsWhatTheKernelSays()
    {
        var words = File.ReadAllText("/proc/cpuinfo").Split([' ', '\n', '\t']);
        var expected = RuntimeInformation.ProcessArchitecture == Architecture.X64 && words.Any(word => word is "avx512_vnni" or "avx_vnni");
        Assert.Equal(expected, Processor.HasVnni);
    }
}

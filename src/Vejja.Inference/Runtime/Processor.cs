using System.Runtime.Intrinsics.X86;

namespace Vejja.Inference.Runtime;

/// <summary>What the processor can do that .NET does not tell.</summary>
internal static class Processor
{
    /// <summary>Whether it sums 8-bit products in 32 bits: AVX512_VNNI or AVX-VNNI (Intel SDM, CPUID leaf 7).</summary>
    public static bool HasVnni =>
        X86Base.IsSupported && ((Avx512BW.IsSupported && (X86Base.CpuId(7, 0).Ecx & (1 << 11)) != 0) || (Avx2.IsSupported && (X86Base.CpuId(7, 1).Eax & (1 << 4)) != 0));
}

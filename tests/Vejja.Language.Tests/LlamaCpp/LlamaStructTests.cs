using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vejja.Language.Interop;
using Vejja.Language.LlamaCpp;

namespace Vejja.Language.Tests.LlamaCpp;

/// <summary>Pins the layouts against the library: what it fills in must land in the members that we believe.</summary>
public sealed class LlamaStructTests
{
    public LlamaStructTests() => LlamaLibrary.Start();

    [Fact]
    public void Version_Library_IsTheOneTheLayoutsAreOf() => Assert.StartsWith("0.5.0", LlamaLibrary.Version, StringComparison.Ordinal);

    [Fact]
    public void ModelParams_Defaults_LandWhereTheHeaderSays()
    {
        var defaults = Llama.llama_model_default_params();
        Assert.Equal(80, Unsafe.SizeOf<LlamaModelParams>());
        // All layers to a device if there is one; split by layers; the library chooses how to load.
        Assert.Equal((-1, 1, -1, 1, 0), (defaults.GpuLayers, defaults.SplitMode, defaults.LoadMode, defaults.LazyMode, defaults.MainGpu));
        Assert.Equal((0, 0, 1, 0, 0), (defaults.VocabularyOnly, defaults.CheckTensors, defaults.UseExtraBuffers, defaults.NoHost, defaults.NoAllocation));
        Assert.Equal((0, 0, 0, 0), (defaults.Devices, defaults.TensorSplit, defaults.ProgressCallback, defaults.Overrides));
    }

    [Fact]
    public void ContextParams_Defaults_LandWhereTheHeaderSays()
    {
        var defaults = Llama.llama_context_default_params();
        Assert.Equal(160, Unsafe.SizeOf<LlamaContextParams>());
        Assert.Equal((512u, 2048u, 512u, 1u), (defaults.Context, defaults.Batch, defaults.PhysicalBatch, defaults.Sequences));
        Assert.Equal((1u, 4, 4), (defaults.MostOutputsOfSequence, defaults.Threads, defaults.BatchThreads));
        Assert.Equal((-1, -1, -1, -1), (defaults.RopeScaling, defaults.Pooling, defaults.Attention, defaults.FlashAttention));
        Assert.Equal((0f, -1f, -1f, -1f), (defaults.RopeBase, defaults.YarnExtension, defaults.YarnSlow, defaults.DefragmentationThreshold));
        // ggml_type 1 is F16, for keys and for values.
        Assert.Equal((1, 1), (defaults.KeyType, defaults.ValueType));
        Assert.Equal((0, 1, 1, 1, 1, 0), (defaults.Embeddings, defaults.OffloadCache, defaults.NoTimings, defaults.OffloadOperations, defaults.FullWindowCache, defaults.UnifiedCache));
        Assert.Equal(0, (int)defaults.SamplerCount);
    }

    [Fact]
    public unsafe void Batch_OfTokens_PointsAtThem()
    {
        int[] tokens = [7, 8, 9];
        fixed (int* start = tokens)
        {
            var batch = Llama.llama_batch_get_one(start, tokens.Length);
            Assert.Equal((3, (nint)start, 0, 0, 0), (batch.Count, batch.Tokens, batch.Embeddings, batch.Positions, batch.Outputs));
        }

        Assert.Equal(56, Unsafe.SizeOf<LlamaBatch>());
    }

    [Fact]
    public void SmallStructs_Sizes_AreTheLibrarys()
    {
        Assert.Equal((12, 32, 16, 1), (Unsafe.SizeOf<LlamaTokenData>(), Unsafe.SizeOf<LlamaTokenDataArray>(), Unsafe.SizeOf<LlamaChatMessage>(), Unsafe.SizeOf<LlamaSamplerChainParams>()));
        Assert.Equal(24, (int)Marshal.OffsetOf<LlamaTokenDataArray>(nameof(LlamaTokenDataArray.Sorted)));
    }

    [Fact]
    public unsafe void TokenDataArray_AfterTheGreedySampler_HoldsItsChoice()
    {
        using var chain = Llama.llama_sampler_chain_init(Llama.llama_sampler_chain_default_params());
        Llama.llama_sampler_chain_add(chain, Llama.llama_sampler_init_greedy());
        LlamaTokenData[] items = [new() { Id = 4, Logit = 1 }, new() { Id = 5, Logit = 3 }, new() { Id = 6, Logit = 2 }];
        fixed (LlamaTokenData* start = items)
        {
            var array = new LlamaTokenDataArray { Items = (nint)start, Size = 3, Selected = -1 };
            Llama.llama_sampler_apply(chain, &array);
            Assert.Equal(5, ((LlamaTokenData*)array.Items)[array.Selected].Id);
        }
    }
}

using System.Runtime.InteropServices;

namespace Vejja.Language.Interop;

/// <summary><c>llama_model_params</c> of llama.cpp 0.5.0; a test reads the library's defaults back through it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaModelParams
{
    public nint Devices;
    public nint TensorBufferOverrides;
    public int GpuLayers;
    public int SplitMode;
    public int LoadMode;
    public int LazyMode;
    public int MainGpu;
    public nint TensorSplit;
    public nint ProgressCallback;
    public nint ProgressData;
    public nint Overrides;
    public byte VocabularyOnly;
    public byte CheckTensors;
    public byte UseExtraBuffers;
    public byte NoHost;
    public byte NoAllocation;
    public byte LoadDraftLayers;
}

/// <summary><c>llama_context_params</c> of llama.cpp 0.5.0.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaContextParams
{
    public uint Context;
    public uint Batch;
    public uint PhysicalBatch;
    public uint Sequences;
    public uint RecurrentSnapshots;
    public uint MostOutputs;
    public uint MostOutputsOfSequence;
    public int Threads;
    public int BatchThreads;
    public int ContextType;
    public int RopeScaling;
    public int Pooling;
    public int Attention;
    public int FlashAttention;
    public float RopeBase;
    public float RopeScale;
    public float YarnExtension;
    public float YarnAttention;
    public float YarnFast;
    public float YarnSlow;
    public uint YarnContext;
    public float DefragmentationThreshold;
    public nint EvaluationCallback;
    public nint EvaluationData;
    public int KeyType;
    public int ValueType;
    public nint AbortCallback;
    public nint AbortData;
    public byte Embeddings;
    public byte OffloadCache;
    public byte NoTimings;
    public byte OffloadOperations;
    public byte FullWindowCache;
    public byte UnifiedCache;
    public nint Samplers;
    public nuint SamplerCount;
    public nint Other;
}

/// <summary><c>llama_batch</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaBatch
{
    public int Count;
    public nint Tokens;
    public nint Embeddings;
    public nint Positions;
    public nint SequenceCounts;
    public nint Sequences;
    public nint Outputs;
}

/// <summary><c>llama_token_data</c>: a token with its log-odds and its probability.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaTokenData
{
    public int Id;
    public float Logit;
    public float Probability;
}

/// <summary><c>llama_token_data_array</c>; samplers may move <see cref="Items"/> and shrink <see cref="Size"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaTokenDataArray
{
    public nint Items;
    public nuint Size;
    public long Selected;
    public byte Sorted;
}

/// <summary><c>llama_chat_message</c>: role and content, UTF-8 with a zero at the end.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaChatMessage
{
    public nint Role;
    public nint Content;
}

/// <summary><c>llama_sampler_chain_params</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaSamplerChainParams
{
    public byte NoTimings;
}

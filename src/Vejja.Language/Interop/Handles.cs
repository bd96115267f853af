using Microsoft.Win32.SafeHandles;

namespace Vejja.Language.Interop;

/// <summary>Owns a <c>llama_model</c>; every context of it must go first.</summary>
internal sealed class ModelHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Llama.llama_model_free(handle);
        return true;
    }
}

/// <summary>Owns a <c>llama_context</c>.</summary>
internal sealed class ContextHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Llama.llama_free(handle);
        return true;
    }
}

/// <summary>Owns a <c>llama_sampler</c>; one that was added to a chain belongs to the chain.</summary>
internal sealed class SamplerHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Llama.llama_sampler_free(handle);
        return true;
    }
}

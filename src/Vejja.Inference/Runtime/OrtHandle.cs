using Microsoft.Win32.SafeHandles;
using Vejja.Inference.Interop;

namespace Vejja.Inference.Runtime;

/// <summary>Owns an object of ONNX Runtime and releases it with its own function.</summary>
internal sealed class OrtHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly OrtFunction release;

    /// <param name="pointer">The object; 0 where it could not be made.</param>
    /// <param name="release">One of the <c>Release…</c> functions.</param>
    public OrtHandle(nint pointer, OrtFunction release) : base(ownsHandle: true)
    {
        this.release = release;
        SetHandle(pointer);
    }

    protected override unsafe bool ReleaseHandle()
    {
        ((delegate* unmanaged[Cdecl]<nint, void>)OnnxRuntime.Current.Function(release))(handle);
        return true;
    }
}

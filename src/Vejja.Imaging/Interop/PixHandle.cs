using Microsoft.Win32.SafeHandles;

namespace Vejja.Imaging.Interop;

/// <summary>Owns one reference to a Leptonica <c>PIX</c>.</summary>
internal sealed class PixHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Leptonica.pixDestroy(ref handle);
        return true;
    }
}

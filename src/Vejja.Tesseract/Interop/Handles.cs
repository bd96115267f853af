using Microsoft.Win32.SafeHandles;

namespace Vejja.Tesseract.Interop;

/// <summary>Owns a <c>TessBaseAPI</c>.</summary>
internal sealed class TesseractHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Tesseract.TessBaseAPIDelete(handle);
        return true;
    }
}

/// <summary>Owns a <c>TessResultIterator</c>; it must go before the next picture is set.</summary>
internal sealed class ResultIteratorHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Tesseract.TessResultIteratorDelete(handle);
        return true;
    }
}

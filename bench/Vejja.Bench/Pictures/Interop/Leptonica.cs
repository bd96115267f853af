using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Vejja.Bench.Pictures.Interop;

/// <summary>Leptonica 1.82, <c>allheaders.h</c>: what a camera needs, to open a rendered page and to write a JPEG of chosen quality.</summary>
internal static partial class Leptonica
{
    private const string Library = "liblept.so.5";

    [LibraryImport(Library)]
    internal static unsafe partial PixHandle pixReadMem(byte* data, nuint size);

    [LibraryImport(Library)]
    internal static partial PixHandle pixCreate(int width, int height, int depth);

    [LibraryImport(Library)]
    internal static partial PixHandle pixConvertTo32(PixHandle pix);

    [LibraryImport(Library)]
    internal static partial int pixGetDimensions(PixHandle pix, out int width, out int height, out int depth);

    [LibraryImport(Library)]
    internal static partial int pixGetWpl(PixHandle pix);

    [LibraryImport(Library)]
    internal static unsafe partial uint* pixGetData(PixHandle pix);

    [LibraryImport(Library)]
    internal static unsafe partial int pixWriteMemJpeg(out byte* data, out nuint size, PixHandle pix, int quality, int progressive);

    [LibraryImport(Library)]
    internal static unsafe partial int pixWriteMemPng(out byte* data, out nuint size, PixHandle pix, float gamma);

    [LibraryImport(Library)]
    internal static partial void pixDestroy(ref nint pix);

    [LibraryImport(Library)]
    internal static unsafe partial void lept_free(void* pointer);
}

/// <summary>Owns one reference to a Leptonica <c>PIX</c>.</summary>
internal sealed class PixHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Leptonica.pixDestroy(ref handle);
        return true;
    }
}

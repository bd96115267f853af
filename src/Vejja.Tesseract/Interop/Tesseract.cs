using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Vejja.Tesseract.Interop;

/// <summary>The C API of Tesseract 5.3, <c>capi.h</c>, and the one call of the C library that must come before it.</summary>
internal static partial class Tesseract
{
    private const string Library = "libtesseract.so.5";

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int setenv(string name, string value, int overwrite);

    [LibraryImport(Library)]
    internal static partial TesseractHandle TessBaseAPICreate();

    [LibraryImport(Library)]
    internal static partial void TessBaseAPIDelete(nint api);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int TessBaseAPIInit2(TesseractHandle api, string dataPath, string languages, int engineMode);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int TessBaseAPISetVariable(TesseractHandle api, string name, string value);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPISetPageSegMode(TesseractHandle api, int mode);

    [LibraryImport(Library)]
    internal static unsafe partial void TessBaseAPISetImage(TesseractHandle api, byte* pixels, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPISetSourceResolution(TesseractHandle api, int dotsPerInch);

    [LibraryImport(Library)]
    internal static partial int TessBaseAPIRecognize(TesseractHandle api, nint monitor);

    [LibraryImport(Library)]
    internal static partial ResultIteratorHandle TessBaseAPIGetIterator(TesseractHandle api);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPIClear(TesseractHandle api);

    [LibraryImport(Library)]
    internal static partial void TessResultIteratorDelete(nint iterator);

    [LibraryImport(Library)]
    internal static partial int TessResultIteratorNext(ResultIteratorHandle iterator, int level);

    [LibraryImport(Library)]
    internal static unsafe partial byte* TessResultIteratorGetUTF8Text(ResultIteratorHandle iterator, int level);

    [LibraryImport(Library)]
    internal static partial float TessResultIteratorConfidence(ResultIteratorHandle iterator, int level);

    [LibraryImport(Library)]
    internal static partial int TessPageIteratorIsAtBeginningOf(ResultIteratorHandle iterator, int level);

    [LibraryImport(Library)]
    internal static partial int TessPageIteratorBoundingBox(ResultIteratorHandle iterator, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library)]
    internal static unsafe partial void TessDeleteText(byte* text);
}

using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Vejja.Imaging.Interop;

/// <summary>Leptonica 1.82, <c>allheaders.h</c>. Every function returns 0 or a null pointer on failure as said there.</summary>
internal static partial class Leptonica
{
    private const string Library = "liblept.so.5";

    /// <summary>Severity above every message (<c>L_SEVERITY_NONE</c>).</summary>
    internal const int SeverityNone = 6;

    [LibraryImport(Library)]
    internal static partial int setMsgSeverity(int newSeverity);

    [LibraryImport(Library)]
    internal static unsafe partial PixHandle pixReadMem(byte* data, nuint size);

    [LibraryImport(Library)]
    internal static unsafe partial PixHandle pixReadMemTiff(byte* data, nuint size, int page);

    [LibraryImport(Library)]
    internal static partial PixHandle pixCreate(int width, int height, int depth);

    [LibraryImport(Library)]
    internal static partial void pixDestroy(ref nint pix);

    [LibraryImport(Library)]
    internal static partial PixHandle pixConvertTo32(PixHandle pix);

    [LibraryImport(Library)]
    internal static partial PixHandle pixRemoveAlpha(PixHandle pix);

    [LibraryImport(Library)]
    internal static partial int pixGetDimensions(PixHandle pix, out int width, out int height, out int depth);

    [LibraryImport(Library)]
    internal static partial int pixGetWpl(PixHandle pix);

    [LibraryImport(Library)]
    internal static unsafe partial uint* pixGetData(PixHandle pix);

    [LibraryImport(Library)]
    internal static partial int pixFindSkewSweepAndSearchScore(
        PixHandle pix, out float angle, out float confidence, out float endScore,
        int sweepReduction, int searchReduction, float sweepCentre, float sweepRange, float sweepDelta, float smallestDelta);

    [LibraryImport(Library)]
    internal static unsafe partial int pixWriteMem(out byte* data, out nuint size, PixHandle pix, int format);

    [LibraryImport(Library)]
    internal static unsafe partial void lept_free(void* pointer);
}

using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Vejja.Inference.Interop;

/// <summary>
/// Positions in the function table <c>OrtApi</c> of <c>onnxruntime_c_api.h</c>. The table is only ever appended to, so that a
/// position holds for every later version; tests pin them by what the functions do.
/// </summary>
internal enum OrtFunction
{
    GetErrorCode = 1,
    GetErrorMessage = 2,
    CreateEnv = 3,
    CreateSessionFromArray = 8,
    Run = 9,
    CreateSessionOptions = 10,
    DisableMemPattern = 17,
    DisableCpuMemArena = 19,
    SetSessionGraphOptimizationLevel = 23,
    SetIntraOpNumThreads = 24,
    SetInterOpNumThreads = 25,
    SessionGetInputCount = 30,
    SessionGetOutputCount = 31,
    SessionGetInputName = 36,
    SessionGetOutputName = 37,
    CreateTensorWithDataAsOrtValue = 49,
    GetTensorMutableData = 51,
    GetTensorElementType = 60,
    GetDimensionsCount = 61,
    GetDimensions = 62,
    GetTensorTypeAndShape = 65,
    CreateCpuMemoryInfo = 69,
    AllocatorFree = 76,
    GetAllocatorWithDefaultOptions = 78,
    ReleaseEnv = 92,
    ReleaseStatus = 93,
    ReleaseMemoryInfo = 94,
    ReleaseSession = 95,
    ReleaseValue = 96,
    ReleaseTensorTypeAndShapeInfo = 99,
    ReleaseSessionOptions = 100,
    AddSessionConfigEntry = 130,
}

/// <summary><c>OrtApiBase</c>: the one structure that the library exports.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OrtApiBase
{
    /// <summary><c>const OrtApi* GetApi(uint32_t version)</c>.</summary>
    public delegate* unmanaged[Cdecl]<uint, nint*> GetApi;

    /// <summary><c>const char* GetVersionString(void)</c>.</summary>
    public delegate* unmanaged[Cdecl]<byte*> GetVersionString;
}

using System.Runtime.InteropServices;
using Vejja.Inference.Interop;

namespace Vejja.Inference.Runtime;

/// <summary>The loaded library with its function table and the one environment of the process.</summary>
internal sealed unsafe class OnnxRuntime
{
    // OrtLoggingLevel: errors only; warnings about graph details belong to no user.
    private const int LogErrors = 3;

    // The version that added the newest function we call (AddSessionConfigEntry).
    private const uint ApiVersion = 5;

    private static readonly Lazy<OnnxRuntime> Instance = new(() => new OnnxRuntime(OnnxRuntimeLibrary.Find()));

    private readonly nint* functions;

    private OnnxRuntime(string path)
    {
        var library = NativeLibrary.Load(path);
        var apiBase = ((delegate* unmanaged[Cdecl]<OrtApiBase*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        Version = Marshal.PtrToStringUTF8((nint)apiBase->GetVersionString()) ?? "";
        functions = apiBase->GetApi(ApiVersion);
        if (functions == null)
            throw new NotSupportedException($"ONNX Runtime {Version} has no C API of version {ApiVersion}.");
        nint environment, memory;
        fixed (byte* name = "vejja\0"u8)
            Check(((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)Function(OrtFunction.CreateEnv))(LogErrors, name, &environment));
        // OrtDeviceAllocator (0: no arena) and OrtMemTypeDefault (0).
        Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)Function(OrtFunction.CreateCpuMemoryInfo))(0, 0, &memory));
        (Environment, CpuMemory) = (environment, memory);
    }

    /// <summary>The runtime; loaded on first use.</summary>
    public static OnnxRuntime Current => Instance.Value;

    /// <summary>For instance 1.30.0.</summary>
    public string Version { get; }

    /// <summary>The environment; lives as long as the process, as its worker threads do.</summary>
    public nint Environment { get; }

    /// <summary>Describes memory of the processor; lives as long as the process.</summary>
    public nint CpuMemory { get; }

    /// <summary>A function's address.</summary>
    public nint Function(OrtFunction function) => functions[(int)function];

    /// <summary>Throws what a status says; a null status is success.</summary>
    public void Check(nint status)
    {
        if (status == 0)
            return;
        int code = ((delegate* unmanaged[Cdecl]<nint, int>)Function(OrtFunction.GetErrorCode))(status);
        var message = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged[Cdecl]<nint, byte*>)Function(OrtFunction.GetErrorMessage))(status));
        ((delegate* unmanaged[Cdecl]<nint, void>)Function(OrtFunction.ReleaseStatus))(status);
        throw new OnnxRuntimeException(message ?? "ONNX Runtime failed without a message.", code);
    }
}

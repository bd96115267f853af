namespace Vejja.Inference.Runtime;

/// <summary>Where the native ONNX Runtime lies.</summary>
public static class OnnxRuntimeLibrary
{
    /// <summary>An environment variable that names the library file.</summary>
    public const string PathVariable = "VEJJA_ONNXRUNTIME";

    private const string FileName = "libonnxruntime.so.1";

    // The layout of the npm package onnxruntime-node 1.30.
    private static readonly string PackagePath = Path.Combine("node_modules", "onnxruntime-node", "bin", "napi-v6", "linux", "x64", FileName);

    /// <summary>The library file: the variable's, beside the program, or in <c>node_modules</c> of a folder above the program.</summary>
    /// <exception cref="FileNotFoundException">It is nowhere.</exception>
    public static string Find() =>
        Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path ? path
        : InstalledFiles.FindAbove(FileName) ?? InstalledFiles.FindAbove(PackagePath)
        ?? throw new FileNotFoundException($"ONNX Runtime ({FileName}) is missing: run the set-up, or name it in {PathVariable}.");
}

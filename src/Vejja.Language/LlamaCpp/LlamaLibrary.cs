using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vejja.Language.Generation;
using Vejja.Language.Interop;

namespace Vejja.Language.LlamaCpp;

/// <summary>Where the native llama.cpp lies, and its one start in a process.</summary>
public static class LlamaLibrary
{
    /// <summary>An environment variable that names the folder of the libraries.</summary>
    public const string PathVariable = "VEJJA_LLAMACPP";

    private const string LlamaFile = "libllama.v0.5.0.so";
    private const string GgmlFile = "libggml.v0.5.0.so";

    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>The version that the library tells.</summary>
    public static unsafe string Version
    {
        get
        {
            Start();
            return Marshal.PtrToStringUTF8((nint)Llama.llama_version()) ?? "";
        }
    }

    /// <summary>Loads the libraries and the processor's own backend, once.</summary>
    /// <exception cref="LanguageModelException">They are nowhere, or no backend suits the processor.</exception>
    public static void Start() => _ = Loaded.Value;

    /// <summary>The folder: the variable's, or the npm package's in a folder above the program; null for nowhere.</summary>
    internal static string? Find()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named)
            return named;
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, "node_modules", "@node-llama-cpp", "linux-x64", "bins", "linux-x64");
            if (File.Exists(Path.Combine(candidate, LlamaFile)))
                return candidate;
        }

        return null;
    }

    private static unsafe string Load()
    {
        var folder = Find() ?? throw new LanguageModelException(LanguageModelFault.Library, $"llama.cpp is missing: run the set-up, or name its folder in {PathVariable}.");
        NativeLibrary.SetDllImportResolver(typeof(Llama).Assembly, (name, _, _) => name switch
        {
            Llama.Library => NativeLibrary.Load(Path.Combine(folder, LlamaFile)),
            Llama.Ggml => NativeLibrary.Load(Path.Combine(folder, GgmlFile)),
            _ => 0,
        });
        try
        {
            Llama.llama_log_set(&Ignore, 0);
            Llama.ggml_backend_load_all_from_path(folder);
            if (Llama.ggml_backend_reg_count() == 0)
                throw new LanguageModelException(LanguageModelFault.Library, $"{folder} holds no backend of llama.cpp for this processor.");
            Llama.llama_backend_init();
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new LanguageModelException(LanguageModelFault.Library, $"llama.cpp in {folder} cannot be loaded.", fault);
        }

        return folder;
    }

    /// <summary>The library's own log can hold words of a prompt, so it goes nowhere.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe void Ignore(int level, byte* text, nint data)
    {
    }
}

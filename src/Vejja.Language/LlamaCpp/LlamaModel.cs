using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Vejja.Language.Generation;
using Vejja.Language.Interop;
using Vejja.Language.LlamaCpp.Gguf;

namespace Vejja.Language.LlamaCpp;

/// <summary>Weights and vocabulary in memory.</summary>
internal sealed unsafe class LlamaModel : IDisposable
{
    private readonly nint vocabulary;

    private LlamaModel(ModelHandle handle, GgufHeader header)
    {
        (Handle, Header) = (handle, header);
        vocabulary = Llama.llama_model_get_vocab(handle);
        VocabularySize = Llama.llama_vocab_n_tokens(vocabulary);
        var template = Llama.llama_model_chat_template(handle, null);
        Template = template == null ? null : Marshal.PtrToStringUTF8((nint)template);
    }

    /// <summary>The native model.</summary>
    public ModelHandle Handle { get; }

    /// <summary>The file's metadata.</summary>
    public GgufHeader Header { get; }

    /// <summary>The native vocabulary; lives as long as the model.</summary>
    public nint Vocabulary => vocabulary;

    /// <summary>How many tokens there are.</summary>
    public int VocabularySize { get; }

    /// <summary>The chat template of the file; null where it has none.</summary>
    public string? Template { get; }

    /// <summary>Weights in bytes.</summary>
    public long Size => (long)Llama.llama_model_size(Handle);

    /// <summary>Number of weights.</summary>
    public long Parameters => (long)Llama.llama_model_n_params(Handle);

    /// <summary>Loads a model after the checks that the native library does not make.</summary>
    /// <exception cref="LanguageModelException">No such file, a broken or cut file, too little memory, no library.</exception>
    public static LlamaModel Load(LlamaCppOptions options, Func<long> freeMemory)
    {
        var header = GgufHeader.Read(options.ModelPath);
        var need = checked(header.FileLength + (options.Contexts * CacheBytes(header, options.ContextTokens)) + options.MemoryReserve);
        if (freeMemory() is var free && free < need)
        {
            throw new LanguageModelException(LanguageModelFault.TooLittleMemory, string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(options.ModelPath)}: needs {need >> 20} MiB of memory, {free >> 20} MiB are free"));
        }

        LlamaLibrary.Start();
        var parameters = Llama.llama_model_default_params();
        parameters.GpuLayers = 0;
        var handle = Llama.llama_model_load_from_file(options.ModelPath, parameters);
        if (handle.IsInvalid)
        {
            handle.Dispose();
            throw new LanguageModelException(LanguageModelFault.Broken, $"{Path.GetFileName(options.ModelPath)}: llama.cpp cannot run this model");
        }

        return new(handle, header);
    }

    /// <summary>Token ids of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parseSpecial">Whether names of special tokens become those tokens: for templates only, never for what people or pages say.</param>
    public int[] Tokenize(string text, bool parseSpecial)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        // A vocabulary without a sign for the blank takes three tokens for one.
        var tokens = new int[checked((3 * bytes.Length) + 8)];
        fixed (byte* start = bytes)
        fixed (int* target = tokens)
        {
            var count = Llama.llama_tokenize(vocabulary, start, bytes.Length, target, tokens.Length, false, parseSpecial);
            if (count < 0)
                throw new LanguageModelException(LanguageModelFault.Request, "The text cannot be cut into tokens.");
            return tokens[..count];
        }
    }

    /// <summary>The bytes that a token stands for; they may end in the middle of a sign.</summary>
    public byte[] Piece(int token)
    {
        Span<byte> buffer = stackalloc byte[256];
        fixed (byte* target = buffer)
        {
            var count = Llama.llama_token_to_piece(vocabulary, token, target, buffer.Length, 0, false);
            return count > 0 ? buffer[..count].ToArray() : [];
        }
    }

    /// <summary>Whether a token ends an answer.</summary>
    public bool IsEnd(int token) => Llama.llama_vocab_is_eog(vocabulary, token);

    /// <summary>The token before every text; null where the model wants none.</summary>
    public int? Beginning => Llama.llama_vocab_get_add_bos(vocabulary) && Llama.llama_vocab_bos(vocabulary) is >= 0 and var token ? token : null;

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    /// <summary>Keys and values of a context, 16 bits each.</summary>
    private static long CacheBytes(GgufHeader header, int tokens)
    {
        var kind = header.Text("general.architecture") ?? "llama";
        long layers = header.Number(kind + ".block_count") ?? 0, width = header.Number(kind + ".embedding_length") ?? 0, heads = header.Number(kind + ".attention.head_count") ?? 1;
        var shared = header.Number(kind + ".attention.head_count_kv") ?? heads;
        return checked(layers * tokens * 2 * 2 * width / Math.Max(1, heads) * shared);
    }
}

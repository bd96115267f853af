using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vejja.Language.Generation;
using Vejja.Language.Interop;

namespace Vejja.Language.LlamaCpp;

/// <summary>
/// One conversation's room: the keys and values of the tokens computed so far. Tokens that the next request begins with as well,
/// the fixed prompt above all, are not computed again. One request at a time.
/// </summary>
internal sealed unsafe class LlamaContext : IDisposable
{
    /// <summary>Below so many weights a step takes less time than waking a second thread, and threads that wait for one another burn the machine's cores.</summary>
    private const long SmallModel = 50_000_000;

    private readonly LlamaModel model;
    private readonly ContextHandle handle;
    private readonly int batch;
    private readonly int* stop;
    private readonly List<int> held = [];

    /// <exception cref="LanguageModelException">The memory does not suffice.</exception>
    public LlamaContext(LlamaModel model, LlamaCppOptions options)
    {
        this.model = model;
        batch = options.BatchTokens;
        var parameters = Llama.llama_context_default_params();
        parameters.Context = (uint)options.ContextTokens;
        parameters.Batch = parameters.PhysicalBatch = (uint)batch;
        parameters.Threads = parameters.BatchThreads = model.Parameters < SmallModel ? 1 : options.Threads;
        parameters.NoTimings = 1;
        handle = Llama.llama_init_from_model(model.Handle, parameters);
        if (handle.IsInvalid)
        {
            handle.Dispose();
            throw new LanguageModelException(LanguageModelFault.TooLittleMemory, "llama.cpp cannot make room for a conversation.");
        }

        stop = (int*)NativeMemory.AllocZeroed(sizeof(int));
        Llama.llama_set_abort_callback(handle, &IsStopped, (nint)stop);
        Capacity = (int)Llama.llama_n_ctx(handle);
    }

    /// <summary>Most tokens of question and answer.</summary>
    public int Capacity { get; }

    /// <summary>How many tokens of the last prompt were held already.</summary>
    public int Reused { get; private set; }

    /// <summary>Computes a prompt; afterwards <see cref="Logits"/> are those of the token after it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, in the middle of a computation if need be.</exception>
    public void Begin(ReadOnlySpan<int> prompt, CancellationToken cancellation)
    {
        var common = 0;
        // The last token is always computed, since its output is asked for.
        while (common < held.Count && common < prompt.Length - 1 && held[common] == prompt[common])
            common++;
        if (!Llama.llama_memory_seq_rm(Llama.llama_get_memory(handle), 0, common, -1))
        {
            Llama.llama_memory_clear(Llama.llama_get_memory(handle), true);
            common = 0;
        }

        held.RemoveRange(common, held.Count - common);
        Reused = common;
        Compute(prompt[common..], cancellation);
    }

    /// <summary>Adds one token.</summary>
    public void Continue(int token, CancellationToken cancellation) => Compute([token], cancellation);

    /// <summary>Log-odds of every token after what is held.</summary>
    public ReadOnlySpan<float> Logits => new(Llama.llama_get_logits_ith(handle, -1), model.VocabularySize);

    /// <inheritdoc/>
    public void Dispose()
    {
        handle.Dispose();
        NativeMemory.Free(stop);
    }

    private void Compute(ReadOnlySpan<int> tokens, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Volatile.Write(ref *stop, 0);
        using var registration = cancellation.UnsafeRegister(static state => Volatile.Write(ref *((Flag)state!).Address, 1), new Flag(stop));
        while (!tokens.IsEmpty)
        {
            var part = tokens[..Math.Min(batch, tokens.Length)];
            int status;
            fixed (int* start = part)
                status = Llama.llama_decode(handle, Llama.llama_batch_get_one(start, part.Length));
            if (status != 0)
            {
                Forget();
                cancellation.ThrowIfCancellationRequested();
                throw new LanguageModelException(LanguageModelFault.Request, $"llama.cpp could not compute {part.Length} tokens (status {status}).");
            }

            held.AddRange(part);
            tokens = tokens[part.Length..];
        }
    }

    private void Forget()
    {
        Llama.llama_memory_clear(Llama.llama_get_memory(handle), true);
        held.Clear();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsStopped(nint stop) => Volatile.Read(ref *(int*)stop) == 0 ? (byte)0 : (byte)1;

    private sealed class Flag(int* address)
    {
        public int* Address { get; } = address;
    }
}

using Vejja.Language.Generation;
using Vejja.Language.Interop;

namespace Vejja.Language.LlamaCpp.Sampling;

/// <summary>
/// Chooses tokens: the likeliest, or by chance with a temperature, always inside a grammar where one is given. The grammar first judges
/// only the token that was chosen, since judging a whole vocabulary costs more than computing the token.
/// </summary>
internal sealed unsafe class TokenChoice : IDisposable
{
    private readonly SamplerHandle chain;
    private readonly SamplerHandle? grammar;
    private readonly LlamaTokenData[] candidates;

    /// <exception cref="LanguageModelException">The grammar is not one.</exception>
    public TokenChoice(LlamaModel model, SamplingOptions options)
    {
        candidates = new LlamaTokenData[model.VocabularySize];
        chain = Llama.llama_sampler_chain_init(Llama.llama_sampler_chain_default_params());
        if (options.Temperature <= 0)
        {
            Llama.llama_sampler_chain_add(chain, Llama.llama_sampler_init_greedy());
        }
        else
        {
            if (options.TopK is { } most)
                Llama.llama_sampler_chain_add(chain, Llama.llama_sampler_init_top_k(most));
            if (options.TopP is { } share)
                Llama.llama_sampler_chain_add(chain, Llama.llama_sampler_init_top_p(share, 1));
            Llama.llama_sampler_chain_add(chain, Llama.llama_sampler_init_temp(options.Temperature));
            Llama.llama_sampler_chain_add(chain, Llama.llama_sampler_init_dist(options.Seed));
        }

        if (options.Grammar is null)
            return;
        grammar = Llama.llama_sampler_init_grammar(model.Vocabulary, options.Grammar, "root");
        if (grammar.IsInvalid)
        {
            Dispose();
            throw new LanguageModelException(LanguageModelFault.Request, "The grammar cannot be read by llama.cpp.");
        }
    }

    /// <summary>The next token, taken note of.</summary>
    /// <param name="logits">Log-odds of every token.</param>
    public int Next(ReadOnlySpan<float> logits)
    {
        var token = Choose(logits, inGrammar: false);
        if (grammar is not null && !Allows(token))
            token = Choose(logits, inGrammar: true);
        if (grammar is not null)
            Llama.llama_sampler_accept(grammar, token);
        Llama.llama_sampler_accept(chain, token);
        return token;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        grammar?.Dispose();
        chain.Dispose();
    }

    private int Choose(ReadOnlySpan<float> logits, bool inGrammar)
    {
        for (var token = 0; token < candidates.Length; token++)
            candidates[token] = new() { Id = token, Logit = logits[token] };
        fixed (LlamaTokenData* items = candidates)
        {
            var all = new LlamaTokenDataArray { Items = (nint)items, Size = (nuint)candidates.Length, Selected = -1 };
            if (inGrammar)
                Llama.llama_sampler_apply(grammar!, &all);
            Llama.llama_sampler_apply(chain, &all);
            if (all.Selected < 0)
                throw new LanguageModelException(LanguageModelFault.Request, "No token can follow.");
            return ((LlamaTokenData*)all.Items)[all.Selected].Id;
        }
    }

    private bool Allows(int token)
    {
        var one = new LlamaTokenData { Id = token };
        var array = new LlamaTokenDataArray { Items = (nint)(&one), Size = 1, Selected = -1 };
        Llama.llama_sampler_apply(grammar!, &array);
        return !float.IsNegativeInfinity(one.Logit);
    }
}

/// <summary>How tokens are chosen.</summary>
/// <param name="Temperature">0 for the likeliest token always.</param>
/// <param name="Seed">Of chance; used with a temperature.</param>
/// <param name="TopK">Only so many of the likeliest; null for all.</param>
/// <param name="TopP">Only the likeliest with this share of probability together; null for all.</param>
/// <param name="Grammar">GBNF with the start symbol <c>root</c>; null for free text.</param>
internal sealed record SamplingOptions(float Temperature, uint Seed, int? TopK, float? TopP, string? Grammar);

namespace Vejja.Language.Generation;

/// <summary>Why a language model cannot serve.</summary>
public enum LanguageModelFault
{
    /// <summary>There is no such file, or the server does not hold that model.</summary>
    Missing,

    /// <summary>The file is not a model that can be run, or is cut short.</summary>
    Broken,

    /// <summary>The machine has too little free memory for it.</summary>
    TooLittleMemory,

    /// <summary>Too many requests wait already; try again later.</summary>
    Busy,

    /// <summary>The request does not fit the model: a prompt longer than the context, a grammar it cannot hold.</summary>
    Request,

    /// <summary>The server does not answer, or answers something that is no answer.</summary>
    Server,

    /// <summary>The native library is missing or failed.</summary>
    Library,
}

/// <summary>A language model cannot serve; callers go on without it and say so.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">One line for the operator; never a prompt or an answer.</param>
/// <param name="inner">What lies beneath.</param>
public sealed class LanguageModelException(LanguageModelFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public LanguageModelFault Fault { get; } = fault;
}

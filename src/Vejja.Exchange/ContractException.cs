namespace Vejja.Exchange;

/// <summary>A text that is not what the contract says: not JSON, or a value of the wrong kind at a place.</summary>
public sealed class ContractException : Exception
{
    /// <summary>A fault at one place of the text.</summary>
    /// <param name="path">Where, such as <c>medications[0].quantity.value</c>; empty for the whole text.</param>
    /// <param name="fault">What is wrong, without a line break and without words of the text.</param>
    public ContractException(string path, string fault)
        : base(path is "" or null ? fault : $"{path}: {fault}") => Path = path ?? "";

    /// <summary>Where the fault lies; empty for the whole text.</summary>
    public string Path { get; }
}

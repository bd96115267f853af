namespace Vejja.Tesseract.Recognition;

/// <summary>How Tesseract is run.</summary>
public sealed record TesseractOptions
{
    /// <summary>Environment variable that names the folder of the language files.</summary>
    public const string DataPathVariable = "TESSDATA_PREFIX";

    private const string DebianDataPath = "/usr/share/tesseract-ocr/5/tessdata";

    /// <summary>The folder of the language files: the variable's, else Debian's.</summary>
    public string DataPath { get; init; } = Environment.GetEnvironmentVariable(DataPathVariable) is { Length: > 0 } path ? path : DebianDataPath;

    /// <summary>Whether what it reads is known to hold no Khmer: the Khmer engine is then neither asked nor loaded.</summary>
    public bool IsLatinOnly { get; init; }

    /// <summary>Engines of each language set, 1 to 64; one a processor.</summary>
    public int Engines { get; init => field = Within(value, 1, 64); } = Math.Min(64, Environment.ProcessorCount);

    /// <summary>Crops are enlarged (never shrunk) to about this many pixels of height before they are read, 20 to 300; 96.</summary>
    public int LineHeightPixels { get; init => field = Within(value, 20, 300); } = 96;

    private static int Within(int value, int smallest, int largest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, largest);
        return value;
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Vejja.Inference.Recognition;

/// <summary>How our own recogniser is fed and read: the card beside the network.</summary>
/// <param name="Height">Rows of the network's input.</param>
/// <param name="WidthMultiple">The input's width is a multiple of this many columns.</param>
/// <param name="SmallestWidth">And at least this.</param>
/// <param name="Scale">Grey levels that make one unit of the input.</param>
/// <param name="Stride">Columns of the input a step of the output.</param>
/// <param name="Temperature">Divides the scores before the softmax.</param>
/// <param name="Alphabet">What each class stands for; the blank, class 0, is empty.</param>
/// <param name="Calibration">What the probabilities of signs are worth.</param>
internal sealed record RecognizerModelCard(
    int Height, int WidthMultiple, int SmallestWidth, double Scale, int Stride, double Temperature, ImmutableArray<string> Alphabet, SignCalibration Calibration)
{
    private const string Schema = "vejja/recogniser/1";

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is of another schema.</exception>
    public static RecognizerModelCard Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.GetProperty("schema").GetString() != Schema || root.GetProperty("blank").GetInt32() != 0)
            throw new InvalidDataException($"The recogniser's card is not of the schema {Schema}.");
        var input = root.GetProperty("input");
        return new RecognizerModelCard(
            input.GetProperty("height").GetInt32(),
            input.GetProperty("widthMultiple").GetInt32(),
            input.GetProperty("minimumWidth").GetInt32(),
            input.GetProperty("scale").GetDouble(),
            root.GetProperty("output").GetProperty("stride").GetInt32(),
            root.GetProperty("temperature").GetDouble(),
            [.. root.GetProperty("alphabet").EnumerateArray().Select(entry => entry.GetString() ?? "")],
            SignCalibration.Parse(root));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>What <c>vejja scan</c> prints: one prescription or failure after another; also one prescription with line breaks.</summary>
public static class PrescriptionLines
{
    /// <summary>Reads all of them; a failure line is a fault of its own, and so is a prescription that is not one.</summary>
    /// <returns>At each place either the prescription or the fault.</returns>
    /// <exception cref="ContractException">The text is not JSON.</exception>
    public static ImmutableArray<(Prescription? Prescription, ContractException? Fault)> Read(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlyMemory<byte> text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var read = Split(text).Select(ReadOne).ToImmutableArray();
        return read.IsEmpty ? throw new ContractException("", "holds no prescription") : read;
    }

    private static (Prescription? Prescription, ContractException? Fault) ReadOne(ReadOnlyMemory<byte> value)
    {
        try
        {
            return (JsonField.Parse(value, Read), null);
        }
        catch (ContractException fault)
        {
            return (null, fault);
        }
    }

    private static Prescription Read(JsonField field) => field.Optional("error") is null
        ? PrescriptionReading.Read(field)
        : throw new ContractException("", "this file was not read by the scan; scan it again");

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> text)
    {
        var values = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(text.Span, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = JsonField.MaximumDepth });
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                values.Add(text[start..(int)reader.BytesConsumed]);
            }
        }
        catch (JsonException fault)
        {
            throw new ContractException("", string.Create(
                CultureInfo.InvariantCulture, $"not valid JSON (line {(fault.LineNumber ?? 0) + 1}, byte {(fault.BytePositionInLine ?? 0) + 1})"));
        }

        return values;
    }
}

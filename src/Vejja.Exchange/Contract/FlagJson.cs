using System.Collections.Immutable;
using System.Text.Json;
using Vejja.Domain.Evidence;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>One flag: <c>{code, severity, field, message}</c>, with the message's <c>arguments</c> where it has any.</summary>
internal static class FlagJson
{
    private static readonly ImmutableArray<string> Severities = JsonText.LowerCaseCodes<FlagSeverity>();

    public static void WriteMembers(Utf8JsonWriter json, Flag flag)
    {
        json.WriteString("code", flag.Code);
        json.WriteString("severity", Severities[(int)flag.Severity]);
        json.WriteString("field", flag.Field);
        json.OptionalString("message", flag.Message);
        if (!flag.Arguments.IsEmpty)
            json.WriteStrings("arguments", flag.Arguments);
    }

    public static Flag Read(JsonField field) =>
        new(field.Required("code").Text(), field.Required("severity").Code<FlagSeverity>(Severities), field.Required("field").Text())
        {
            Message = field.Optional("message")?.Text(),
            Arguments = field.Items("arguments", item => item.Text()),
        };
}

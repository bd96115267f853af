using System.Collections.Immutable;
using Vejja.Language.Guards;

namespace Vejja.Language.Assistant;

/// <summary>The fixed texts of what is not answered: written by people, in the person's language, pointing to who can help.</summary>
internal static class Refusals
{
    /// <summary>The text of a class that is not answered.</summary>
    public static string Of(MessageClass value, TextBook texts, ImmutableArray<EmergencyNumber> numbers)
    {
        var calls = Calls(texts, numbers);
        var text = texts.Say("refuse." + value.Code());
        return value switch
        {
            MessageClass.Emergency or MessageClass.SelfHarm or MessageClass.Poisoning => $"{texts.Say("numbers", calls)}\n{text}",
            MessageClass.Diagnosis or MessageClass.Advice or MessageClass.DoseChange or MessageClass.MissedDose or MessageClass.Interaction or MessageClass.Pregnancy or MessageClass.Child =>
                $"{text}\n{texts.Say("danger", calls)}\n{texts.Say("offer")}",
            MessageClass.Jailbreak or MessageClass.OffTopic => $"{text}\n{texts.Say("offer")}",
            _ => text,
        };
    }

    /// <summary>In all three languages, for who speaks none of them.</summary>
    public static string InEveryLanguage(ImmutableArray<EmergencyNumber> numbers) => string.Join('\n', TextBook.Languages.Select(language =>
    {
        var texts = TextBook.Of(language);
        return $"{texts.Say("refuse.other-language")} {texts.Say("numbers", Calls(texts, numbers))}";
    }));

    private static string Calls(TextBook texts, ImmutableArray<EmergencyNumber> numbers) => string.Join("; ", numbers.Select(number => Call(number, texts)));

    private static string Call(EmergencyNumber number, TextBook texts)
    {
        var calls = string.Join(texts.Say("or"), number.Numbers);
        return texts.Word("country." + number.Country, calls) ?? $"{number.Country} {calls}";
    }
}

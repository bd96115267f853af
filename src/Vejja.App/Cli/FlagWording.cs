using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Exchange.Wording;
using Vejja.Reading.Safety;

namespace Vejja.App.Cli;

/// <summary>Puts the messages of flags into the reader's language.</summary>
internal static class FlagWording
{
    /// <summary>The prescription with a message on every flag.</summary>
    public static Prescription In(Prescription prescription, WordingLanguage language)
    {
        var code = Code(language);
        return prescription with
        {
            Medications = [.. prescription.Medications.Select(medication => medication with { Flags = [.. medication.Flags.Select(flag => FlagMessages.Render(flag, code))] })],
        };
    }

    /// <summary>The sig with a message on every flag.</summary>
    public static Sig In(Sig sig, WordingLanguage language) => sig with { Flags = [.. sig.Flags.Select(flag => FlagMessages.Render(flag, Code(language)))] };

    private static string Code(WordingLanguage language) => language switch
    {
        WordingLanguage.French => "fr",
        WordingLanguage.Khmer => "km",
        _ => "en",
    };
}

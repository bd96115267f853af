using Vejja.Domain.Reminders;
using Vejja.Language.Assistant;
using Vejja.Language.Guards;
using Vejja.Reading.Lexicon;

namespace Vejja.Language.Tests.Assistant;

public sealed class TextBookTests
{
    [Fact]
    public void Texts_EveryClassThatIsNotAnswered_HasARefusalInEveryLanguage() => Assert.All(
        Enum.GetValues<MessageClass>().Where(value => !value.IsInScope()),
        value => Assert.All(TextBook.Languages, language => Assert.NotNull(TextBook.Of(language).Word("refuse." + value.Code()))));

    [Fact]
    public void Texts_EveryReasonOfAWithheldReminder_IsSaidInEveryLanguage() => Assert.All(
        Enum.GetNames<WithheldReason>(),
        name => Assert.All(TextBook.Languages, language => Assert.NotNull(TextBook.Of(language).Word(
            "withheld." + string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()))))));

    [Fact]
    public void Texts_Placeholders_AreTheSameInEveryLanguage()
    {
        foreach (var row in EmbeddedTable.Read(typeof(TextBook).Assembly, "Vejja.Language.Assistant.Data.texts.tsv", "key", "en", "fr", "km"))
            Assert.All(row.Skip(2).Where(text => text.Length > 0), text => Assert.Equal(Placeholders(row[1]), Placeholders(text)));
    }

    [Fact]
    public void Texts_Khmer_IsKhmerAndTheOthersAreNot()
    {
        foreach (var row in EmbeddedTable.Read(typeof(TextBook).Assembly, "Vejja.Language.Assistant.Data.texts.tsv", "key", "en", "fr", "km"))
        {
            Assert.DoesNotContain(row[1] + row[2], MessageKey.IsKhmer);
            if (row[3].Any(char.IsLetter))
                Assert.Contains(row[3], MessageKey.IsKhmer);
        }
    }

    private static string Placeholders(string text) => string.Concat(text.Where((sign, i) => char.IsDigit(sign) && i > 0 && text[i - 1] == '{').Order());
}

using Vejja.Domain.Evidence;
using Vejja.Reading.Safety;

namespace Vejja.Reading.Tests.Safety;

public class FlagMessagesTests
{
    [Fact]
    public void Codes_OfTheDataFile_AreThoseOfTheDocument()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Vejja.slnx")))
            folder = folder.Parent;
        var documented = File.ReadLines(Path.Combine(folder.FullName, "docs", "flags.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(each => each == '|') > 5).Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal);
        Assert.Equal(documented, FlagMessages.Codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Render_EveryCode_HasThreeDifferentMessages()
    {
        foreach (var code in FlagMessages.Codes)
        {
            var flag = new Flag(code, FlagMessages.SeverityOf(code), "name") { Arguments = ["5 mg", "2", "3"] };
            var messages = new[] { "en", "fr", "km" }.Select(language => FlagMessages.Render(flag, language).Message).ToList();
            Assert.Equal(3, messages.Distinct().Count());
            Assert.All(messages, m => Assert.DoesNotContain('{', m!));
            Assert.Contains(messages[2]!, sign => sign is >= '\u1780' and <= '\u17FF');
        }
    }

    [Fact]
    public void Render_Arguments_StandInTheirPlaces()
    {
        var flag = new Flag(FlagCodes.QuantityMismatch, FlagSeverity.Confirm, "quantity") { Arguments = ["14", "2", "5"] };
        Assert.Equal("La quantité 14, 2 par jour et 5 jours ne concordent pas. Veuillez confirmer.", FlagMessages.Render(flag, "fr").Message);
    }

    [Theory]
    [InlineData("no-such-code")]
    [InlineData("")]
    public void Render_UnknownCode_StaysWithoutMessage(string code) => Assert.Null(FlagMessages.Render(new Flag(code, FlagSeverity.Info, "name"), "en").Message);

    [Fact]
    public void SeverityOf_UnknownCode_Throws() => Assert.Throws<ArgumentException>(() => FlagMessages.SeverityOf("no-such-code"));
}

using System.Text.RegularExpressions;
using Vejja.App.Web.Texts;

namespace Vejja.App.Tests.Web.Pages;

public sealed partial class PageTextsTests
{
    [Fact]
    public void All_Languages_HaveTheSameKeysAndPlaces()
    {
        var english = PageTexts.All[0];
        Assert.Equal(["en", "km", "fr"], PageTexts.All.Select(texts => texts.Code));
        foreach (var texts in PageTexts.All)
        {
            Assert.Equal(english.Words.Keys.Order(), texts.Words.Keys.Order());
            Assert.All(texts.Words, pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key));
            Assert.All(texts.Words, pair => Assert.Equal(Places(english[pair.Key]), Places(pair.Value)));
        }
    }

    [Fact]
    public void All_Khmer_IsWrittenInKhmerLetters()
    {
        var khmer = PageTexts.All.Single(texts => texts.Code == "km");
        Assert.All(khmer.Words, pair => Assert.Contains(pair.Value, letter => letter is >= '\u1780' and <= '\u17FF'));
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}

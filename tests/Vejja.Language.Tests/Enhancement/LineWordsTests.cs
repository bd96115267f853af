using Vejja.Language.Enhancement;

namespace Vejja.Language.Tests.Enhancement;

public sealed class LineWordsTests
{
    [Theory]
    [InlineData("Paracetamol 500mg", "Paracetamol|500|mg")]
    [InlineData("1/2 cp", "1/2|cp")]
    [InlineData("0,5 g + 125 mg", "0,5|g|+|125|mg")]
    [InlineData("១ គ្រាប់ស្រោប", "១|គ្រាប់ស្រោប")]
    [InlineData("14គ្រាប់", "14|គ្រាប់")]
    [InlineData("1½ tab.", "1½|tab|.")]
    [InlineData("Doliprane®--- 1000", "Doliprane|®|---|1000")]
    [InlineData("après-midi", "après|-|midi")]
    [InlineData("10.", "10|.")]
    [InlineData("", "")]
    [InlineData("  \u200B ", "")]
    public void Split_Line_CutsWhereTheKindOfSignChanges(string line, string expected) =>
        Assert.Equal(expected, string.Join('|', LineWords.Split(line).Select(word => line.Substring(word.Start, word.Length))));
}

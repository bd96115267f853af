using System.Text.Json.Nodes;

namespace Vejja.EndToEnd.Tests.Cli;

public sealed class SigCommandTests
{
    [Fact]
    public async Task Sig_Text_OneLineOfTheContract()
    {
        var (exitCode, output, errors) = await VejjaProgram.RunAsync(null, "sig", "1 cp matin et soir pendant 7 jours");
        Assert.Equal(0, exitCode);
        Assert.Empty(errors);
        var sig = JsonNode.Parse(output)!;
        Assert.Equal(["MORN", "EVE"], sig["dosageInstruction"]![0]!["timing"]!["repeat"]!["when"]!.AsArray().Select(when => (string)when!));
        Assert.Empty((string)sig["residue"]!);
    }

    [Theory]
    [InlineData("en", "not understood")]
    [InlineData("fr", "compris")]
    [InlineData("km", "យល់")]
    public async Task Sig_Language_SaysTheFlagsInIt(string language, string word)
    {
        var (_, output, _) = await VejjaProgram.RunAsync(null, "sig", "1 cp zorglub", "--language", language);
        var flag = JsonNode.Parse(output)!["flags"]!.AsArray().Single(each => (string)each!["code"]! == "not-understood")!;
        Assert.Contains(word, (string)flag["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sig_LinesOfWhichSomeAreBad_OthersComeOut()
    {
        var (exitCode, output, errors) = await VejjaProgram.RunAsync($"1 tab bd\n\n{new string('x', 5_000)}\n2 od\n", "sig");
        Assert.Equal(2, exitCode);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(
            "vejja: standard input, line 2: the text is empty\nvejja: standard input, line 3: the text is longer than 4000 characters\n", errors);
    }

    [Theory]
    [InlineData("", "vejja: standard input: empty\n")]
    public async Task Sig_NothingOnInput_IsBadInput(string input, string expected)
    {
        var (exitCode, output, errors) = await VejjaProgram.RunAsync(input, "sig");
        Assert.Equal((2, "", expected), (exitCode, output, errors));
    }

    [Fact]
    public async Task Sig_NotUtf8_IsNamedAndOthersComeOut()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        await File.WriteAllBytesAsync(file, [.. "1 tab bd\n"u8, 0xC3, 0x28, (byte)'\n', .. "2 tab od\n"u8], TestContext.Current.CancellationToken);
        try
        {
            var (exitCode, output, errors) = await VejjaProgram.RunAsync(null, "sig", "--file", file);
            Assert.Equal(2, exitCode);
            Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.Equal($"vejja: {Path.GetFileName(file)}, line 2: the line is not UTF-8\n", errors);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Sig_NoSuchFile_IsBadInput()
    {
        var (exitCode, output, errors) = await VejjaProgram.RunAsync(null, "sig", "--file", "nowhere.txt");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("nowhere.txt: no such file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sig_UnknownLanguage_IsBadInput()
    {
        var (exitCode, output, _) = await VejjaProgram.RunAsync(null, "sig", "1 bd", "--language", "de");
        Assert.Equal((2, ""), (exitCode, output));
    }
}

using System.Text.Json.Nodes;

namespace Vejja.EndToEnd.Tests.Cli;

public sealed class ChatCommandTests
{
    private const string Sheet = """
        {"schema":"vejja/prescription/1","file":"a.jpg","medications":[
        {"id":"m1","name":{"value":"Paracetamol","confidence":0.9,"source":["b1"]},
         "dosageInstruction":[{"sequence":1,"text":"1 គ្រាប់ ក្រោយបាយ","timing":{"repeat":{"frequency":3,"period":1,"periodUnit":"d","when":["PC"]}},
           "doseAndRate":[{"doseQuantity":{"value":1,"unit":"tablet","system":"http://unitsofmeasure.org","code":"{tablet}"}}]}]}]}
        """;

    [Fact]
    public async Task Chat_OneQuestion_AnswersInItsLanguage()
    {
        var (exitCode, output, errors) = await ChatAsync(null, "តើត្រូវលេបប៉ុន្មានគ្រាប់ម្តង?");
        Assert.Equal(0, exitCode);
        Assert.Contains("doubts that a person must look at", errors, StringComparison.Ordinal);
        Assert.StartsWith("Paracetamol៖ 1 គ្រាប់ ក្នុងមួយលើក។\n", output, StringComparison.Ordinal);
        Assert.Contains("\n[/medications/0/name b1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_LinesAsJson_OneObjectAnAnswerOfOneConversation()
    {
        var (exitCode, output, _) = await ChatAsync("When do I take it?\ncan I take two instead?\nmerci beaucoup\nI want to die\n", "--format", "json", "--start", "2026-11-21", "--timezone", "Asia/Phnom_Penh");
        Assert.Equal(0, exitCode);
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["answered", "refused", "answered", "emergency"], answers.Select(answer => (string)answer["kind"]!));
        Assert.Equal(["when", "dose-change", "greeting", "self-harm"], answers.Select(answer => (string)answer["class"]!));
        Assert.Contains("Reminders at 07:00, 12:00, 18:00.", (string)answers[0]["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_BadInput_OneLineAndExitCode2()
    {
        var (exitCode, output, errors) = await VejjaProgram.RunAsync(null, "chat", "nowhere.json", "When?");
        Assert.Equal((2, "", "vejja: nowhere.json: no such file\n"), (exitCode, output, errors));
        (exitCode, _, errors) = await ChatAsync(null, "--start", "2026-11-21");
        Assert.Equal((2, "vejja: --start and --timezone belong together\n"), (exitCode, errors));
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ChatAsync(string? input, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(path, Sheet, TestContext.Current.CancellationToken);
        try
        {
            return await VejjaProgram.RunAsync(input, ["chat", path, .. arguments]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

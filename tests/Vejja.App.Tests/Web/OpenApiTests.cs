using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Web;

public sealed class OpenApiTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>VEJJA_UPDATE=1 writes the committed copy anew.</summary>
    [Fact]
    public async Task Document_Served_IsTheCommittedOne()
    {
        await using var service = await RunningService.StartAsync();
        using var anyone = new HttpClient { BaseAddress = service.Address };
        var served = JsonNode.Parse(await anyone.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        Assert.StartsWith("3.1", (string)served["openapi"]!, StringComparison.Ordinal);
        var path = Path.Combine(RootFolder(), "docs", "openapi.json");
        var text = served.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("VEJJA_UPDATE") == "1")
            await File.WriteAllTextAsync(path, text, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text);
    }

    [Fact]
    public async Task Docs_Page_IsServedUnderAStrictPolicy()
    {
        await using var service = await RunningService.StartAsync();
        using var anyone = new HttpClient { BaseAddress = service.Address };
        using var response = await anyone.GetAsync("/docs/index.html", TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static string RootFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vejja.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Vejja.App.Features.Webhooks;
using Vejja.App.Tests.Running;
using Vejja.Tests.Shared;

namespace Vejja.App.Tests.Features;

public sealed class WebhookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void IsPublic_Address_KnowsTheOperatorsOwnNetworks(string address, bool expected) =>
        Assert.Equal(expected, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Create_AddressesThatMayNotBeReached_AreRefused()
    {
        await using var service = await RunningService.StartAsync();
        string[] addresses =
        [
            "http://example.org/", "https://user:pass@example.org/", "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://2130706433/",
            "https://169.254.169.254/latest/meta-data", "file:///etc/passwd", "gopher://example.org/", "",
        ];
        foreach (var url in addresses)
        {
            using var response = await service.Client.PostAsJsonAsync("/webhooks", new { url }, Stop);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, url);
        }
    }

    [Fact]
    public async Task Delivery_NameThatResolvesToLoopback_NeverConnects()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var service = await RunningService.StartAsync();
        using var client = PinnedConnection.CreateClient(service.Options);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"), Stop));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Delivery_FirstAnswerIs500_IsSentAgainWithAValidSignature()
    {
        using var listener = new HttpListener();
        var port = FreePort.Find();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/hook/");
        listener.Prefixes.Add(address);
        listener.Start();
        await using var service = await RunningService.StartAsync(change: options => options with { AllowPrivateWebhooks = true });
        using var created = await service.Client.PostAsJsonAsync("/webhooks", new { url = address }, Stop);
        var secret = (string)(await created.Content.ReadFromJsonAsync<JsonNode>(Stop))!["secret"]!;
        var id = await service.UploadAsync(WrittenDocument.Bytes("patient SOK", "medicine A"));

        var first = await AnswerAsync(listener, HttpStatusCode.InternalServerError);
        var second = await AnswerAsync(listener, HttpStatusCode.OK);
        Assert.Equal(first.Body, second.Body);
        var message = JsonNode.Parse(second.Body)!;
        Assert.Equal(("document.done", id), ((string)message["event"]!, (string)message["documentId"]!));
        Assert.DoesNotContain("SOK", second.Body, StringComparison.Ordinal);
        var seconds = long.Parse(second.Signature.Split(',')[0][2..], CultureInfo.InvariantCulture);
        Assert.Equal(second.Signature, WebhookMessage.Sign(Encoding.UTF8.GetBytes(second.Body), secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));
    }

    private static async Task<(string Body, string Signature)> AnswerAsync(HttpListener listener, HttpStatusCode status)
    {
        var context = await listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(60), Stop);
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync(Stop);
        context.Response.StatusCode = (int)status;
        context.Response.Close();
        return (body, context.Request.Headers[WebhookMessage.SignatureHeader]!);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejja.App.Features.Chat;
using Vejja.App.Features.Keys;
using Vejja.App.Tests.Running;
using Vejja.Language.Assistant;

namespace Vejja.App.Tests.Features;

public sealed class ChatTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chat_QuestionAndReply_StreamsOneConversationAndAudits()
    {
        await using var service = await RunningService.StartAsync();
        var id = await ReadDocumentAsync(service);
        var asked = await AskAsync(service.Client, new { documentId = id, message = "How many tablets of it do I take?" });
        Assert.Equal("question", (string)asked["answer"]!["kind"]!);
        var conversationId = (string)asked["conversationId"]!;
        var chosen = await AskAsync(service.Client, new { documentId = id, message = "2", conversationId, language = "fr" });
        Assert.Equal("Ramipril 500 mg : 1 comprimé à chaque prise.", (string)chosen["text"]!);
        Assert.Equal("/medications/1/name", (string)chosen["answer"]!["sources"]![0]!["field"]!);
        await using var context = service.Open();
        Assert.Equal(2, await context.Audit.CountAsync(row => row.Action == "chat" && row.SubjectId == id, Stop));
    }

    [Fact]
    public async Task Chat_Emergency_ComesFirstAndInTheMessagesLanguage()
    {
        await using var service = await RunningService.StartAsync(change: options => options with { Assistant = new() { EmergencyNumbers = EmergencyNumber.Parse("BE:112") } });
        var answer = await AskAsync(service.Client, new { documentId = await ReadDocumentAsync(service), message = "j'ai avalé toute la boîte" });
        Assert.Equal("emergency", (string)answer["answer"]!["kind"]!);
        Assert.StartsWith("Secours : BE 112.", (string)answer["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_NextDose_UsesTheDayGivenOrTheRemindersMade()
    {
        await using var service = await RunningService.StartAsync();
        var id = await ReadDocumentAsync(service);
        var unknown = await AskAsync(service.Client, new { documentId = id, message = "When is my next dose?" });
        Assert.StartsWith("To tell the next dose", (string)unknown["text"]!, StringComparison.Ordinal);
        var unapproved = await AskAsync(service.Client, new { documentId = id, message = "When is my next dose?", start = "2190-01-01", timeZone = "Asia/Phnom_Penh" });
        Assert.Contains("Nobody has approved this prescription yet.", (string)unapproved["text"]!, StringComparison.Ordinal);
        using var made = await service.Client.PostAsJsonAsync("/reminders", new { documentId = id, start = "2190-01-01", timeZone = "Asia/Phnom_Penh", allowUnapproved = true }, Stop);
        made.EnsureSuccessStatusCode();
        var next = await AskAsync(service.Client, new { documentId = id, message = "When is my next dose?" });
        Assert.StartsWith("Next dose: 1 January 2190 at 07:00: Metformin 500 mg, 1 tablet.", (string)next["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_DeletedDocumentOrConversation_IsGone()
    {
        await using var service = await RunningService.StartAsync();
        var conversations = service.App.Services.GetRequiredService<Conversations>();
        var id = await ReadDocumentAsync(service);
        var first = (string)(await AskAsync(service.Client, new { documentId = id, message = "hello" }))["conversationId"]!;
        await AskAsync(service.Client, new { documentId = id, message = "hello" });
        Assert.Equal(2, conversations.Count);
        using var other = await service.ClientAsync("other", [Scopes.Read]);
        using var stolen = await other.DeleteAsync("/chat/" + first, Stop);
        Assert.Equal(HttpStatusCode.NotFound, stolen.StatusCode);
        using var forgotten = await service.Client.DeleteAsync("/chat/" + first, Stop);
        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        using var again = await service.Client.PostAsJsonAsync("/chat", new { documentId = id, message = "hello", conversationId = first }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        using var deleted = await service.Client.DeleteAsync("/documents/" + id, Stop);
        Assert.Equal(0, conversations.Count);
        using var gone = await service.Client.PostAsJsonAsync("/chat", new { documentId = id, message = "hello" }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Chat_NotAllowed_IsRefused()
    {
        await using var service = await RunningService.StartAsync();
        var id = await ReadDocumentAsync(service);
        using var anyone = new HttpClient { BaseAddress = service.Address };
        using var writer = await service.ClientAsync("default", [Scopes.Write]);
        using var other = await service.ClientAsync("other", [Scopes.Read]);
        foreach (var (client, expected) in ((HttpClient, HttpStatusCode)[])[(anyone, HttpStatusCode.Unauthorized), (writer, HttpStatusCode.Forbidden), (other, HttpStatusCode.NotFound)])
        {
            using var response = await client.PostAsJsonAsync("/chat", new { documentId = id, message = "hello" }, Stop);
            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("""{"message":"hello"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"documentId":"ID"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"documentId":"ID","message":""}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"documentId":"ID","message":"hello","language":"de"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"documentId":"ID","message":"hello","start":"2026-12-01"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"documentId":"ID","message":"hello","start":"2026-12-01","timeZone":"Nowhere"}""", HttpStatusCode.BadRequest)]
    public async Task Chat_BadRequest_IsAProblem(string json, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync();
        var id = await ReadDocumentAsync(service);
        using var body = new StringContent(json.Replace("\"ID\"", $"\"{id}\"", StringComparison.Ordinal), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await service.Client.PostAsync("/chat", body, Stop);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public void Conversations_ManyOfOneOwner_TheIdleOnesGo()
    {
        var conversations = new Conversations(TimeProvider.System);
        var first = conversations.Keep("a", "d", null, ConversationMemory.Empty);
        for (var i = 0; i < 100; i++)
            conversations.Keep("a", "d", null, ConversationMemory.Empty);
        Assert.Equal(100, conversations.Count);
        Assert.Null(conversations.Find("a", "d", first));
    }

    private static async Task<string> ReadDocumentAsync(RunningService service)
    {
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine Metformin", "medicine Ramipril"));
        await service.WaitAsync(id, "done");
        return id;
    }

    /// <summary>The last event, with the text put together from the pieces before it.</summary>
    private static async Task<JsonNode> AskAsync(HttpClient client, object request)
    {
        using var response = await client.PostAsJsonAsync("/chat", request, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var (text, last) = ("", (JsonNode?)null);
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Stop)).EnumerateAsync(Stop))
        {
            var data = JsonNode.Parse(item.Data)!;
            if (item.EventType == "text")
                text += (string)data["text"]!;
            else
                last = data;
        }

        Assert.Equal((string)last!["answer"]!["text"]!, text);
        last["text"] = text;
        return last;
    }
}

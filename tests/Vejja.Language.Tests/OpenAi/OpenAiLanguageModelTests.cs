using System.Text.Json;
using Microsoft.Extensions.AI;
using Vejja.Language.Generation;
using Vejja.Language.OpenAi;

namespace Vejja.Language.Tests.OpenAi;

/// <summary>What each server does differently: answers in the shapes of Ollama, llama-server and vLLM as their documentation gives them. What all have in common is in ProviderSuiteTests.</summary>
public sealed class OpenAiLanguageModelTests
{
    private const string Json = "application/json";
    private const string Events = "text/event-stream";

    private const string Ollama = """
        {"id":"chatcmpl-851","object":"chat.completion","created":1763800000,"model":"llama3.1:8b","system_fingerprint":"fp_ollama",
         "choices":[{"index":0,"message":{"role":"assistant","content":"{\"name\":[ 2]}"},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":26,"completion_tokens":9,"total_tokens":35}}
        """;

    private const string LlamaServer = """
        {"choices":[{"finish_reason":"stop","index":0,"message":{"role":"assistant","content":"{\"name\":[ 2]}"}}],"created":1763800000,"model":"gpt-3.5-turbo",
         "system_fingerprint":"b6900-abcdef","object":"chat.completion","usage":{"completion_tokens":9,"prompt_tokens":26,"total_tokens":35},"id":"chatcmpl-x",
         "timings":{"prompt_n":26,"prompt_ms":12.5,"predicted_n":9,"predicted_ms":80.1}}
        """;

    private const string Vllm = """
        {"id":"chat-1","object":"chat.completion","created":1763800000,"model":"meta-llama/Llama-3.1-8B-Instruct",
         "choices":[{"index":0,"message":{"role":"assistant","reasoning_content":null,"content":"{\"name\":[ 2]}","tool_calls":[]},"logprobs":null,"finish_reason":"stop","stop_reason":null}],
         "usage":{"prompt_tokens":26,"total_tokens":35,"completion_tokens":9,"prompt_tokens_details":null},"prompt_logprobs":null}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Ollama)]
    [InlineData(LlamaServer)]
    [InlineData(Vllm)]
    public async Task GetResponse_EachServersShape_GivesTextAndUsage(string body)
    {
        using var server = ReplayServer.Saying(200, Json, body);
        using var model = Open(server);
        var response = await model.GetResponseAsync("x", null, Cancellation);
        Assert.Equal("{\"name\":[ 2]}", response.Text);
        Assert.Equal((26, 9), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.True(model.Health().Serves);
    }

    [Fact]
    public async Task GetResponse_Request_CarriesSchemaSeedAndTemperature()
    {
        using var server = ReplayServer.Saying(200, Json, Ollama);
        using var model = Open(server);
        var schema = JsonSerializer.Deserialize<JsonElement>("""{"type":"object","properties":{"name":{"type":"null"}},"required":["name"],"additionalProperties":false}""");
        await model.GetResponseAsync([new(ChatRole.System, "s"), new(ChatRole.User, "u")], new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "fields"), Seed = 7 }, Cancellation);
        using var sent = JsonDocument.Parse(Assert.Single(server.Requests));
        var format = sent.RootElement.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal("object", format.GetProperty("json_schema").GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal((7, 0), (sent.RootElement.GetProperty("seed").GetInt32(), sent.RootElement.GetProperty("temperature").GetInt32()));
        Assert.False(sent.RootElement.TryGetProperty("tools", out _));
    }

    [Theory]
    // Ollama: the role once, then content, the usage in a last event without choices.
    [InlineData("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"វេ\"},\"finish_reason\":null}]}\n\ndata: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ជ្ជ\"},\"finish_reason\":\"stop\"}]}\n\ndata: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}\n\ndata: [DONE]\n\n")]
    // llama-server: comments that keep the connection alive, content null in the first event.
    [InlineData(": keep-alive\n\ndata: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null}}],\"created\":1,\"id\":\"c\",\"model\":\"m\",\"object\":\"chat.completion.chunk\"}\n\n: keep-alive\n\ndata: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"content\":\"វេជ្ជ\"}}],\"created\":1,\"id\":\"c\",\"model\":\"m\",\"object\":\"chat.completion.chunk\"}\n\ndata: {\"choices\":[{\"finish_reason\":\"stop\",\"index\":0,\"delta\":{}}],\"created\":1,\"id\":\"c\",\"model\":\"m\",\"object\":\"chat.completion.chunk\",\"timings\":{\"predicted_n\":2}}\n\ndata: [DONE]\n\n")]
    // vLLM: parts of tool calls that nobody asked for, and an event without choices in the middle.
    [InlineData("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"logprobs\":null,\"finish_reason\":null}]}\n\ndata: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[]}\n\ndata: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"t\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]},\"finish_reason\":null}]}\n\ndata: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"វេជ្ជ\"},\"finish_reason\":\"stop\",\"stop_reason\":null}]}\n\ndata: [DONE]\n\n")]
    public async Task GetStreamingResponse_EachServersEvents_GiveTheText(string body)
    {
        using var server = ReplayServer.Saying(200, Events, body);
        using var model = Open(server);
        var text = "";
        await foreach (var update in model.GetStreamingResponseAsync([new(ChatRole.User, "x")], null, Cancellation))
            text += update.Text;
        Assert.Equal("វេជ្ជ", text);
    }

    [Theory]
    // Ollama, a model that was not pulled.
    [InlineData(404, Json, """{"error":{"message":"model \"llama3.1:8b\" not found, try pulling it first","type":"api_error","param":null,"code":null}}""", LanguageModelFault.Missing)]
    // vLLM.
    [InlineData(404, Json, """{"object":"error","message":"The model `x` does not exist.","type":"NotFoundError","param":null,"code":404}""", LanguageModelFault.Missing)]
    // llama-server while it loads.
    [InlineData(503, Json, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", LanguageModelFault.Busy)]
    [InlineData(429, Json, """{"error":{"message":"slow down"}}""", LanguageModelFault.Busy)]
    [InlineData(400, Json, """{"object":"error","message":"This model's maximum context length is 4096 tokens.","type":"BadRequestError","code":400}""", LanguageModelFault.Request)]
    [InlineData(500, "text/plain", "llama runner process has terminated", LanguageModelFault.Server)]
    [InlineData(200, Json, """{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[]}""", LanguageModelFault.Server)]
    [InlineData(200, Json, "not json", LanguageModelFault.Server)]
    [InlineData(200, "text/html", "<html>proxy</html>", LanguageModelFault.Server)]
    public async Task GetResponse_ServersFault_IsThatFault(int status, string type, string body, LanguageModelFault expected)
    {
        using var server = ReplayServer.Saying(status, type, body);
        using var model = Open(server);
        var fault = await Assert.ThrowsAsync<LanguageModelException>(() => model.GetResponseAsync("x", null, Cancellation));
        Assert.Equal(expected, fault.Fault);
        Assert.False(model.Health().Serves);
        Assert.DoesNotContain("maximum context", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResponse_NobodyListens_IsAServerFault()
    {
        Uri address;
        using (var server = ReplayServer.Saying(200, Json, Ollama))
            address = server.Address;
        using var model = new OpenAiLanguageModel(new() { Endpoint = address, Model = "m", Timeout = TimeSpan.FromSeconds(5) });
        Assert.Equal(LanguageModelFault.Server, (await Assert.ThrowsAsync<LanguageModelException>(() => model.GetResponseAsync("x", null, Cancellation))).Fault);
    }

    private static OpenAiLanguageModel Open(ReplayServer server) => new(new() { Endpoint = server.Address, Model = "llama3.1:8b", Timeout = TimeSpan.FromSeconds(30) });
}

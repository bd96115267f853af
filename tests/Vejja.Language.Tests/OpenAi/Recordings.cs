using System.Net;
using System.Text.Json;

namespace Vejja.Language.Tests.OpenAi;

/// <summary>Answers as Ollama, llama-server and vLLM give them in their documentation and tests, replayed.</summary>
internal static class Recordings
{
    /// <summary>The text of every recorded answer.</summary>
    public const string Answer = "{\"name\":[ 2]}";

    private const string Json = "application/json";

    public static async Task AnswerAsync(string make, Situation situation, string request, HttpListenerResponse response)
    {
        using var asked = JsonDocument.Parse(request);
        var streams = asked.RootElement.TryGetProperty("stream", out var stream) && stream.GetBoolean();
        switch (situation)
        {
            case Situation.Slow:
                if (streams)
                {
                    // The first part comes, the rest never does.
                    response.ContentType = "text/event-stream";
                    await response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Events(make).Split("\n\n")[0] + "\n\n"));
                    await response.OutputStream.FlushAsync();
                }

                break;
            case Situation.Serves when streams:
                await ReplayServer.WriteAsync(response, 200, "text/event-stream", Events(make));
                break;
            default:
                var (status, body) = Body(make, situation);
                await ReplayServer.WriteAsync(response, status, Json, body);
                break;
        }
    }

    private static (int Status, string Body) Body(string make, Situation situation) => (make, situation) switch
    {
        ("ollama", Situation.Serves) => (200, """
            {"id":"chatcmpl-851","object":"chat.completion","created":1763800000,"model":"llama3.1:8b","system_fingerprint":"fp_ollama",
             "choices":[{"index":0,"message":{"role":"assistant","content":"{\"name\":[ 2]}"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":26,"completion_tokens":9,"total_tokens":35}}
            """),
        ("llama-server", Situation.Serves) => (200, """
            {"choices":[{"finish_reason":"stop","index":0,"message":{"role":"assistant","content":"{\"name\":[ 2]}"}}],"created":1763800000,"model":"gpt-3.5-turbo",
             "system_fingerprint":"b6900-abcdef","object":"chat.completion","usage":{"completion_tokens":9,"prompt_tokens":26,"total_tokens":35},"id":"chatcmpl-x",
             "timings":{"prompt_n":26,"prompt_ms":12.5,"predicted_n":9,"predicted_ms":80.1}}
            """),
        (_, Situation.Serves) => (200, """
            {"id":"chat-1","object":"chat.completion","created":1763800000,"model":"meta-llama/Llama-3.1-8B-Instruct",
             "choices":[{"index":0,"message":{"role":"assistant","reasoning_content":null,"content":"{\"name\":[ 2]}","tool_calls":[]},"logprobs":null,"finish_reason":"stop","stop_reason":null}],
             "usage":{"prompt_tokens":26,"total_tokens":35,"completion_tokens":9,"prompt_tokens_details":null},"prompt_logprobs":null}
            """),
        ("ollama", Situation.Missing) => (404, """{"error":{"message":"model \"llama3.1:8b\" not found, try pulling it first","type":"api_error","param":null,"code":null}}"""),
        ("llama-server", Situation.Missing) => (404, """{"error":{"code":404,"message":"File Not Found","type":"not_found_error"}}"""),
        (_, Situation.Missing) => (404, """{"object":"error","message":"The model `x` does not exist.","type":"NotFoundError","param":null,"code":404}"""),
        ("ollama", Situation.Busy) => (503, """{"error":{"message":"server busy, please try again.  maximum pending requests exceeded","type":"api_error","param":null,"code":null}}"""),
        ("llama-server", Situation.Busy) => (503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"""),
        (_, Situation.Busy) => (429, """{"error":{"message":"slow down"}}"""),
        ("llama-server", Situation.TooLong) => (400, """{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":9000,"n_ctx":4096}}"""),
        (_, Situation.TooLong) => (400, """{"object":"error","message":"This model's maximum context length is 4096 tokens.","type":"BadRequestError","code":400}"""),
        _ => (500, """{"error":{"message":"llama runner process has terminated","type":"api_error","param":null,"code":null}}"""),
    };

    private static string Events(string make) => make switch
    {
        // Ollama: the role once, then content, the usage in a last event without choices.
        "ollama" => """
            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"{\"name\":"},"finish_reason":null}]}

            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"[ 2]}"},"finish_reason":"stop"}]}

            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":26,"completion_tokens":9,"total_tokens":35}}

            data: [DONE]


            """,
        // llama-server: comments that keep the connection alive, content null in the first event.
        "llama-server" => """
            data: {"choices":[{"finish_reason":null,"index":0,"delta":{"role":"assistant","content":null}}],"created":1,"id":"c","model":"m","object":"chat.completion.chunk"}

            : keep-alive

            data: {"choices":[{"finish_reason":null,"index":0,"delta":{"content":"{\"name\":[ 2]}"}}],"created":1,"id":"c","model":"m","object":"chat.completion.chunk"}

            data: {"choices":[{"finish_reason":"stop","index":0,"delta":{}}],"created":1,"id":"c","model":"m","object":"chat.completion.chunk","timings":{"predicted_n":2}}

            data: [DONE]


            """,
        // vLLM: an event without choices in the middle, a stop reason beside the finish reason.
        _ => """
            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}]}

            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[]}

            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"{\"name\":[ 2]}"},"finish_reason":"stop","stop_reason":null}]}

            data: [DONE]


            """,
    };
}

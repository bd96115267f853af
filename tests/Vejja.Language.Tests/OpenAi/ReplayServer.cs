using System.Net;
using System.Text;
using Vejja.Tests.Shared;

namespace Vejja.Language.Tests.OpenAi;

/// <summary>A server on this machine that answers as it is told to, several callers side by side, and keeps what it was asked.</summary>
internal sealed class ReplayServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<string, HttpListenerResponse, Task> answer;
    private readonly Task loop;

    public ReplayServer(Func<string, HttpListenerResponse, Task> answer)
    {
        this.answer = answer;
        var port = FreePort.Find();
        Address = new($"http://127.0.0.1:{port}/v1");
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        loop = ListenAsync();
    }

    public Uri Address { get; }

    public List<string> Requests { get; } = [];

    /// <summary>Answers every request with this body.</summary>
    public static ReplayServer Saying(int status, string type, string body) => new((_, response) => WriteAsync(response, status, type, body));

    public static async Task WriteAsync(HttpListenerResponse response, int status, string type, string body)
    {
        response.StatusCode = status;
        response.ContentType = type;
        var bytes = Encoding.UTF8.GetBytes(body);
        await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }

    public void Dispose()
    {
        listener.Stop();
        listener.Close();
        loop.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The server was closed.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            lock (Requests)
                Requests.Add(body);
            await answer(body, context.Response);
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // A caller went away, or the server was closed.
        }
    }
}

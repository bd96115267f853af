using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Enhance;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Running;

/// <summary>The whole service on a free port, over a real database, with a first key.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejja-service-").FullName;
    private readonly TestDatabase database;

    private RunningService(string kind, Func<ServiceOptions, ServiceOptions>? change, IDocumentReading? reading, IDocumentEnhancement? enhancement)
    {
        database = new(kind);
        var options = new ServiceOptions
        {
            DataFolder = folder,
            Database = database.Connection,
            DataKey = new DataKey(RandomNumberGenerator.GetBytes(DataKey.Length)),
            Urls = "http://127.0.0.1:0",
            Workers = 2,
            LogLevel = LogLevel.None,
        };
        Options = change?.Invoke(options) ?? options;
        App = ServiceHost.Build(Options, _ => reading ?? Reader, services =>
        {
            if (enhancement is not null)
                services.AddSingleton(enhancement);
        });
    }

    public ServiceOptions Options { get; }

    public WebApplication App { get; }

    public WrittenDocument Reader { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public static async Task<RunningService> StartAsync(
        string kind = "sqlite", Func<ServiceOptions, ServiceOptions>? change = null, IDocumentReading? reading = null, IDocumentEnhancement? enhancement = null)
    {
        var service = new RunningService(kind, change, reading, enhancement);
        await SchemaUpgrade.RunAsync(service.App.Services.GetRequiredService<IDbContextFactory<VejjaContext>>(), TestContext.Current.CancellationToken);
        await service.App.StartAsync(TestContext.Current.CancellationToken);
        service.Address = new(service.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        service.Client = await service.ClientAsync("default", Scopes.All);
        return service;
    }

    /// <summary>A client with a new key.</summary>
    public async Task<HttpClient> ClientAsync(string owner, IReadOnlyList<string> scopes, int requestsPerMinute = 100_000, int documentsPerDay = 1_000_000)
    {
        await using var context = Open();
        var (key, _) = await App.Services.GetRequiredService<KeyStore>().CreateAsync(
            context, new("test", scopes, RequestsPerMinute: requestsPerMinute, DocumentsPerDay: documentsPerDay), owner, TestContext.Current.CancellationToken);
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.ToString());
        return client;
    }

    public VejjaContext Open() => App.Services.GetRequiredService<IDbContextFactory<VejjaContext>>().CreateDbContext();

    /// <summary>Uploads one document by a form.</summary>
    public async Task<string> UploadAsync(byte[] bytes, HttpClient? client = null)
    {
        using var response = await PostFileAsync(bytes, client);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        return (string)answer!["documents"]![0]!["id"]!;
    }

    public async Task<HttpResponseMessage> PostFileAsync(byte[] bytes, HttpClient? client = null, string? idempotencyKey = null)
    {
        using var file = new ByteArrayContent(bytes);
        using var form = new MultipartFormDataContent { { file, "file", "sheet.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/documents") { Content = form };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await (client ?? Client).SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonNode> GetAsync(string path) =>
        (await Client.GetFromJsonAsync<JsonNode>(path, JsonSerializerOptions.Default, TestContext.Current.CancellationToken))!;

    /// <summary>Waits until the document stands as asked, for minutes where the machine is slow.</summary>
    public async Task<JsonNode> WaitAsync(string id, params string[] states)
    {
        for (var i = 0; i < 2400; i++)
        {
            var status = await GetAsync("/documents/" + id);
            if (states.Contains((string)status["state"]!))
                return status;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The document never came to " + string.Join(" or ", states));
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

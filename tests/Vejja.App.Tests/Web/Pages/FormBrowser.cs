using System.Net;

namespace Vejja.App.Tests.Web.Pages;

/// <summary>Sends forms as a browser does, with its cookies and what it says of itself; follows no redirect.</summary>
internal sealed class FormBrowser : IDisposable
{
    private readonly HttpClient client;

    public FormBrowser(Uri address, CookieContainer? cookies = null)
    {
        Cookies = new();
        if (cookies is not null)
            Cookies.Add(cookies.GetCookies(address));
#pragma warning disable CA2000 // The client owns the handler.
        client = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public CookieContainer Cookies { get; }

    public string? Site { get; set; } = "same-origin";

    public string? Origin { get; set; }

    public string Body { get; private set; } = "";

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (Site is not null)
            request.Headers.Add("Sec-Fetch-Site", Site);
        if (Origin is not null)
            request.Headers.Add("Origin", Origin);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public void Dispose() => client.Dispose();
}

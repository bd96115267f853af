using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vejja.Bench.Browser;

/// <summary>One headless browser for many pages, driven through the DevTools protocol on a port of its own choice on the loopback.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web);

    /// <summary>Takes away all that is not text, without moving anything.</summary>
    private const string TextAlone = """
        document.head.appendChild(Object.assign(document.createElement('style'), { textContent:
          '*{border-color:transparent!important;background:transparent!important;color:#000!important;text-decoration:none!important} html,.page{background:#fff!important} [data-ignore]{visibility:hidden!important}' }))
        """;

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly DevTools tools;
    private readonly string session;

    private Chromium(Process process, DirectoryInfo profile, DevTools tools, string session) =>
        (this.process, this.profile, this.tools, this.session) = (process, profile, tools, session);

    /// <summary>Starts the browser with an empty profile and opens one page.</summary>
    public static async Task<Chromium> StartAsync(CancellationToken cancellation)
    {
        var profile = Directory.CreateTempSubdirectory("vejja-bench-");
        var start = new ProcessStartInfo("chromium") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-extensions", "--hide-scrollbars", "--allow-file-access-from-files", "--force-color-profile=srgb", "--disable-lcd-text",
            "--font-render-hinting=none", "--remote-debugging-port=0", "--user-data-dir=" + profile.FullName, "about:blank",
        })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("chromium did not start.");
        _ = process.StandardError.ReadToEndAsync(cancellation);
        _ = process.StandardOutput.ReadToEndAsync(cancellation);
        var tools = await DevTools.ConnectAsync(await AddressAsync(process, profile, cancellation), cancellation);
        var target = await tools.CallAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellation);
        var attached = await tools.CallAsync("Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, null, cancellation);
        var session = (string)attached["sessionId"]!;
        await tools.CallAsync("Page.enable", [], session, cancellation);
        return new Chromium(process, profile, tools, session);
    }

    /// <summary>Lays out a document and returns where everything stands, a PNG of every page, and one of its text alone in black.</summary>
    /// <param name="html">A whole document with one element of class <c>page</c> a page.</param>
    /// <param name="width">Width of the window, CSS pixels.</param>
    /// <param name="scale">Device pixels per CSS pixel.</param>
    /// <param name="cut">Where the paper is cut off below: the height to keep, CSS pixels.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    public async Task<(RenderedPage[] Pages, byte[][] Pngs, byte[][] Texts)> RenderAsync(string html, int width, double scale, Func<RenderedPage, double> cut, CancellationToken cancellation)
    {
        var path = Path.Combine(profile.FullName, "sheet.html");
        await File.WriteAllTextAsync(path, html, cancellation);
        await tools.CallAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = 1200, ["deviceScaleFactor"] = scale, ["mobile"] = false }, session, cancellation);
        var loaded = tools.EventAsync("Page.loadEventFired", cancellation);
        await tools.CallAsync("Page.navigate", new JsonObject { ["url"] = new Uri(path).AbsoluteUri }, session, cancellation);
        await loaded;
        var answer = await tools.CallAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = Content.Tsv.Resource("ground-truth.js"), ["awaitPromise"] = true, ["returnByValue"] = true }, session, cancellation);
        var value = answer["result"]?["value"]?.GetValue<string>() ?? throw new InvalidOperationException("The page's script failed: " + answer.ToJsonString());
        var pages = JsonSerializer.Deserialize<RenderedPage[]>(value, Lenient)!;
        var pngs = new byte[pages.Length][];
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i] = pages[i] with { Height = cut(pages[i]) };
            pngs[i] = await CaptureAsync(pages[i], cancellation);
        }

        await tools.CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = TextAlone }, session, cancellation);
        var texts = new byte[pages.Length][];
        for (var i = 0; i < pages.Length; i++)
            texts[i] = await CaptureAsync(pages[i], cancellation);
        return (pages, pngs, texts);
    }

    /// <summary>Processor seconds of the browser and its children so far.</summary>
    public double ProcessorSeconds() => ProcessTree.ProcessorSeconds(process.Id);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await tools.DisposeAsync();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        profile.Delete(recursive: true);
    }

    private async Task<byte[]> CaptureAsync(RenderedPage page, CancellationToken cancellation)
    {
        var clip = new JsonObject { ["x"] = page.Left, ["y"] = page.Top, ["width"] = page.Width, ["height"] = page.Height, ["scale"] = 1 };
        var shot = await tools.CallAsync(
            "Page.captureScreenshot",
            new JsonObject { ["format"] = "png", ["captureBeyondViewport"] = true, ["optimizeForSpeed"] = true, ["clip"] = clip }, session, cancellation);
        return Convert.FromBase64String((string)shot["data"]!);
    }

    /// <summary>The browser writes its port and path into a file of its profile once it listens.</summary>
    private static async Task<Uri> AddressAsync(Process process, DirectoryInfo profile, CancellationToken cancellation)
    {
        var file = Path.Combine(profile.FullName, "DevToolsActivePort");
        for (var tries = 0; tries < 300 && !process.HasExited; tries++)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellation) is [var port, var path])
                return new UriBuilder("ws", "127.0.0.1", int.Parse(port, CultureInfo.InvariantCulture), path).Uri;
            await Task.Delay(100, cancellation);
        }

        throw new InvalidOperationException("chromium did not open its DevTools port within 30 seconds.");
    }
}

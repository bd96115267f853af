using Vejja.Bench.Browser;
using Vejja.Bench.Camera;
using Vejja.Bench.Cli;
using Vejja.Bench.Rendering;
using Vejja.Bench.Splits;
using Vejja.Bench.Templates;

namespace Vejja.EndToEnd.Tests.Injection;

/// <summary>Prints sheets in a real browser and photographs them.</summary>
public sealed class SheetPrinting : IAsyncLifetime
{
    private Chromium? browser;

    public async ValueTask InitializeAsync() => browser = await Chromium.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
    }

    /// <summary>A sheet of a family with an order on it, as a JPEG.</summary>
    internal async Task<byte[]> PrintAsync(string family, int index, InjectedOrder order)
    {
        var template = FamilyList.Named(family);
        var level = index % 2 == 0 ? DegradationLevel.Clean : DegradationLevel.Mild;
        var sheet = await new SheetPress(browser!, Places.Fonts) { Order = order }
            .MakeAsync(template, SeedRanges.Of(template.Split, 41, index), level, "sheet.jpg", TestContext.Current.CancellationToken);
        return sheet.Pictures[0].Jpeg;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Vejja.App.Features.Keys;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Web.Pages;

/// <summary>A person with a real browser. VEJJA_TEST_PICTURES names a folder for pictures of every page.</summary>
public sealed class BrowserTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("desk", 1400, 950)]
    [InlineData("phone", 420, 900)]
    public async Task Person_SignInUploadCorrectApproveRemindDelete_AllByThePage(string name, int width, int height)
    {
        Assert.SkipUnless(Browser.IsInstalled, "Chromium is not installed (Debian packages chromium and chromium-driver).");
        await using var service = await RunningService.StartAsync(reading: new SampleReading());
        var code = await service.App.Services.GetRequiredService<FirstKey>().PrepareAsync(Stop);
        using var browser = new Browser(width, height);

        browser.Go(new(service.Address, "/welcome?code=" + code));
        Look(browser, name, "welcome");
        browser.Enter("input[name=name]", "sokha");
        browser.Enter("input[name=password]", "three grey herons stand");
        browser.Find("button.main").Click();

        browser.Find("form.drop");
        Look(browser, name, "empty");
        browser.Find("#files").SendKeys(Path.Combine(SampleReading.Folder, "hospital-slots.jpg"));
        browser.Find(".state.review");
        Look(browser, name, "list");
        browser.Find("a.document").Click();

        var strength = browser.Find("[name='/medications/0/strength']");
        Assert.NotEmpty(browser.FindAll(".field.unsure [name='/medications/0/strength']"));
        browser.Tell("document.querySelector(\"[name='/medications/0/strength']\").focus()");
        Assert.NotEmpty(browser.FindAll("polygon.lit"));
        Assert.NotEmpty(browser.FindAll(".field svg.ink"));
        await Task.Delay(500, Stop);
        Look(browser, name, "review");
        var before = strength.GetAttribute("value")!;
        browser.Enter("[name='/medications/0/strength']", before + "1");
        browser.Tell("document.querySelector('#review button:not(.main)').click()");
        browser.Find(".notice.good");
        Assert.Equal(before + "1", browser.Find("[name='/medications/0/strength']").GetAttribute("value"));
        Assert.Empty(browser.FindAll(".field.unsure [name='/medications/0/strength']"));
        browser.Tell("document.querySelector('#review button.main').click()");
        browser.Find(".state.approved");

        browser.Tell("document.querySelector('[name=start]').value = '2026-12-01'");
        browser.Tell("document.querySelector('.reminders button').click()");
        Assert.Contains("/calendars/", browser.Find("input.link").GetAttribute("value"), StringComparison.Ordinal);
        browser.Tell("document.querySelector('#reminders').scrollIntoView()");
        Look(browser, name, "reminders");

        browser.Go(new(service.Address, "/app"));
        browser.Find(".state.approved");
        browser.Tell("document.querySelector('.languages [value=km]').click()");
        browser.Find("html[lang=km] form.drop");
        Look(browser, name, "khmer");
        browser.Find("a.document").Click();
        browser.Find("details.delete");
        Look(browser, name, "khmer-review");
        browser.Tell("document.querySelector('details.delete').open = true");
        browser.Tell("document.querySelector('details.delete button').click()");
        browser.Find(".empty");
        Assert.Empty((await service.GetAsync("/documents"))["documents"]!.AsArray());
        Assert.Empty(browser.Complaints());
    }

    /// <summary>Nothing may be wider than the window.</summary>
    private static void Look(Browser browser, string name, string page)
    {
        if (Environment.GetEnvironmentVariable("VEJJA_TEST_PICTURES") is { Length: > 0 } folder)
            browser.Photograph(Path.Combine(folder, $"{name}-{page}.png"));
        Assert.True(browser.Ask<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{page} is wider than the window");
    }
}

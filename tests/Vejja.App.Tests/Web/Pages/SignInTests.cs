using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vejja.App.Features.Accounts;
using Vejja.App.Features.Keys;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Web.Pages;

public sealed class SignInTests
{
    private const string Password = "three grey herons stand";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Welcome_OneTimeCode_MakesTheFirstAdministratorOnce()
    {
        await using var service = await RunningService.StartAsync();
        var code = (await service.App.Services.GetRequiredService<FirstKey>().PrepareAsync(Stop))!;
        using var browser = new FormBrowser(service.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.PostAsync("/welcome", ("code", "WRONG"), ("name", "sokha"), ("password", Password)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.PostAsync("/welcome", ("code", code), ("name", "sokha"), ("password", "short")));
        Assert.Equal(HttpStatusCode.Found, await browser.PostAsync("/welcome", ("code", code), ("name", "Sokha"), ("password", Password)));
        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync("/app/people"));
        using var second = new FormBrowser(service.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await second.PostAsync("/welcome", ("code", code), ("name", "dara"), ("password", Password)));
    }

    [Fact]
    public async Task SignIn_WrongPasswords_LockTheAccountForAWhile()
    {
        await using var service = await RunningService.StartAsync();
        await service.App.Services.GetRequiredService<AccountStore>().CreateFirstAsync("sokha", Password, Stop);
        using var browser = new FormBrowser(service.Address);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await browser.PostAsync("/sign-in", ("name", "sokha"), ("password", "wrong wrong wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.PostAsync("/sign-in", ("name", "sokha"), ("password", Password)));
        await using var context = service.Open();
        Assert.NotNull(context.Accounts.Single().LockedUntil);
    }

    [Fact]
    public async Task Session_SignedOut_EndsOnTheServerToo()
    {
        await using var service = await RunningService.StartAsync();
        await service.App.Services.GetRequiredService<AccountStore>().CreateFirstAsync("sokha", Password, Stop);
        using var browser = new FormBrowser(service.Address);
        Assert.Equal(HttpStatusCode.Found, await browser.GetAsync("/app"));
        Assert.Equal(HttpStatusCode.Found, await browser.PostAsync("/sign-in", ("name", "sokha"), ("password", Password)));
        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync("/app"));
        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync("/documents"));
        var kept = browser.Cookies;
        Assert.Equal(HttpStatusCode.Found, await browser.PostAsync("/app/sign-out"));
        using var thief = new FormBrowser(service.Address, kept);
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.GetAsync("/documents"));
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, null)]
    public async Task Post_FromAnotherSite_ChangesNothing(string? site, string? origin)
    {
        await using var service = await RunningService.StartAsync();
        await service.App.Services.GetRequiredService<AccountStore>().CreateFirstAsync("sokha", Password, Stop);
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine A"));
        await service.WaitAsync(id, "done");
        using var browser = new FormBrowser(service.Address);
        await browser.PostAsync("/sign-in", ("name", "sokha"), ("password", Password));
        (browser.Site, browser.Origin) = (site, origin);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.PostAsync($"/app/documents/{id}/delete"));
        Assert.Equal("done", (string)(await service.GetAsync("/documents/" + id))["state"]!);
    }

    [Fact]
    public async Task Invitation_OfAReader_SeesButMayNotApprove()
    {
        await using var service = await RunningService.StartAsync();
        var code = (await service.App.Services.GetRequiredService<AccountStore>().InviteAsync("default", "dara", [Scopes.Read], Stop))!;
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine A"));
        await service.WaitAsync(id, "done");
        using var browser = new FormBrowser(service.Address);
        Assert.Equal(HttpStatusCode.Found, await browser.PostAsync("/welcome", ("code", code), ("password", Password)));
        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync("/app/documents/" + id));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.PostAsync($"/app/documents/{id}/approve", ("version", "1")));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.GetAsync("/app/people"));
    }

    [Theory]
    [InlineData("three grey herons stand", true)]
    [InlineData("ព្រលឹមឡើងខ្ញុំដើរលេង", true)]
    [InlineData("short", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("password1234", false)]
    [InlineData("Password123456", false)]
    [InlineData("qwertyqwerty", false)]
    [InlineData("sokhasokhasokha", false)]
    [InlineData(null, false)]
    public void PasswordRules_Password_IsGoodWhenNobodyWouldGuessIt(string? password, bool expected) =>
        Assert.Equal(expected, PasswordRules.IsGood(password, "sokha"));
}

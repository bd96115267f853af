using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Vejja.App.Web.Pages;

/// <summary>An answer that is a page: a Razor component, rendered once on the server.</summary>
/// <typeparam name="TComponent">The component; its parameter <c>Model</c> holds all that it shows.</typeparam>
/// <param name="model">What it shows.</param>
/// <param name="status">HTTP status.</param>
internal sealed class Page<TComponent>(object model, int status = StatusCodes.Status200OK) : IResult
    where TComponent : IComponent
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var renderer = new HtmlRenderer(httpContext.RequestServices, httpContext.RequestServices.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model, ["View"] = PageView.Of(httpContext) });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString());
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync("<!doctype html>\n" + html, Encoding.UTF8, httpContext.RequestAborted);
    }
}

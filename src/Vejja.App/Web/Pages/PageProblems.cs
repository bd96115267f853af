using Microsoft.AspNetCore.Diagnostics;

namespace Vejja.App.Web.Pages;

/// <summary>Refusals in the form that suits who asked: a page for a browser on a page's address, problem details for all others.</summary>
internal static class PageProblems
{
    /// <summary>Whether a person in a browser waits for the answer.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        PagePaths.IsPage(request.Path) && request.Headers.Accept.Any(types => types?.Contains("text/html", StringComparison.Ordinal) == true);

    /// <summary>Says what happened.</summary>
    public static Task WriteAsync(HttpContext context, int status) => new Page<MessagePage>(new MessageModel(status switch
    {
        StatusCodes.Status403Forbidden => "notAllowed",
        StatusCodes.Status404NotFound => "notFound",
        StatusCodes.Status409Conflict => "changedMeanwhile",
        _ => "wentWrong",
    }, context.TraceIdentifier), status).ExecuteAsync(context);

    /// <summary>Answers that have a status and nothing else.</summary>
    public static async Task AnswerAsync(StatusCodeContext answer)
    {
        var context = answer.HttpContext;
        if (IsForPeople(context.Request))
            await WriteAsync(context, context.Response.StatusCode);
        else
            await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = context, ProblemDetails = { Status = context.Response.StatusCode } });
    }
}

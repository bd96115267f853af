using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Vejja.App.Web.Pages;
using Vejja.Exchange;
using Vejja.Reading.Pages;
using Vejja.Storage;

namespace Vejja.App.Web;

/// <summary>Turns every exception into problem details. What is no fault of the caller says nothing of the inside.</summary>
internal sealed partial class Problems(IProblemDetailsService service, ILogger<Problems> log) : IExceptionHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Describe(exception, httpContext.RequestAborted);
        if (exception is RequestRefusedException { Status: >= 500, RetryAfter: not null })
            LogRefusal(problem.Status, problem.Code);
        else if (problem.Status >= 500)
            LogFault(problem.Status, exception.GetType().Name, (exception.InnerException ?? exception).GetType().Name);
        httpContext.Response.StatusCode = problem.Status;
        if (problem.RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (PageProblems.IsForPeople(httpContext.Request))
        {
            await PageProblems.WriteAsync(httpContext, problem.Status);
            return true;
        }

        return await service.TryWriteAsync(new()
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = problem.Status, Detail = problem.Message, Extensions = { ["code"] = problem.Code } },
        });
    }

    private static RequestRefusedException Describe(Exception exception, CancellationToken aborted) => exception switch
    {
        RequestRefusedException refused => refused,
        UnreadableDocumentException unreadable => new(StatusCodes.Status422UnprocessableEntity, unreadable.Code, unreadable.Message),
        ContractException contract => new(StatusCodes.Status422UnprocessableEntity, "not-the-contract", contract.Message),
        BadHttpRequestException bad => new(bad.StatusCode, "malformed-request", "The request is malformed."),
        OperationCanceledException when aborted.IsCancellationRequested => new(StatusCodes.Status499ClientClosedRequest, "closed", "The caller went away."),
        IOException or UnauthorizedAccessException => new(StatusCodes.Status503ServiceUnavailable, "storage-unavailable", "Storage is not available at the moment.") { RetryAfter = Pause },
        _ when Database.IsTransient(exception) => new(StatusCodes.Status503ServiceUnavailable, "database-unavailable", "The database is not available at the moment.") { RetryAfter = Pause },
        _ => new(StatusCodes.Status500InternalServerError, "internal", "An internal fault; the correlation identifier finds it in the log."),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "A request was refused with {Status}: {Code}")]
    private partial void LogRefusal(int status, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request ended with {Status}: {Type}, caused by {Cause}")]
    private partial void LogFault(int status, string type, string cause);
}

using Vejja.App.Features.Accounts;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Keys;

namespace Vejja.App.Web.Pages;

/// <summary>Who may sign in.</summary>
internal static class PeopleEndpoints
{
    /// <summary>What a person may do, from least to most.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Roles = new Dictionary<string, string[]>
    {
        ["reader"] = [Scopes.Read],
        ["writer"] = [Scopes.Read, Scopes.Write],
        ["reviewer"] = [Scopes.Read, Scopes.Write, Scopes.Review],
        ["administrator"] = Scopes.All,
    };

    /// <summary>Adds the pages.</summary>
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/app/people").RequireAuthorization(Scopes.Admin).ExcludeFromDescription();
        people.MapGet("", async (Caller caller, AccountStore accounts, CancellationToken cancellation) =>
            new Page<PeoplePage>(new PeopleModel(await accounts.ListAsync(caller.OwnerId, cancellation))));
        people.MapPost("", InviteAsync);
        people.MapPost("{id}/remove", RemoveAsync);
    }

    private static async Task<IResult> InviteAsync(HttpRequest request, Caller caller, AccountStore accounts, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        var form = await SignInEndpoints.FormAsync(request, cancellation);
        var name = AccountStore.NameOf(form["name"]);
        if (name is null || !Roles.TryGetValue(form["role"].FirstOrDefault() ?? "", out var scopes))
            return new Page<PeoplePage>(new PeopleModel(await accounts.ListAsync(caller.OwnerId, cancellation), Fault: "nameBad"), StatusCodes.Status422UnprocessableEntity);
        var code = await accounts.InviteAsync(caller.OwnerId, name, scopes, cancellation);
        await audit.WriteAsync(caller.Did("account.invite", null, time), cancellation);
        var people = await accounts.ListAsync(caller.OwnerId, cancellation);
        return code is null
            ? new Page<PeoplePage>(new PeopleModel(people, Fault: "nameTaken"), StatusCodes.Status409Conflict)
            : new Page<PeoplePage>(new PeopleModel(people, name, $"{request.Scheme}://{request.Host}/welcome?code={code}"));
    }

    private static async Task<IResult> RemoveAsync(string id, HttpRequest request, Caller caller, AccountStore accounts, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        _ = await SignInEndpoints.FormAsync(request, cancellation);
        if (caller.KeyId == "account/" + id || !await accounts.RemoveAsync(caller.OwnerId, id, cancellation))
            throw new RequestRefusedException(StatusCodes.Status404NotFound, "not-found", "There is no such person to be removed.");
        await audit.WriteAsync(caller.Did("account.remove", id, time), cancellation);
        return TypedResults.LocalRedirect("/app/people");
    }
}

using System.Collections.Immutable;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Reminders;
using Vejja.Domain.Documents;
using Vejja.Storage.Entities;

namespace Vejja.App.Web.Pages;

/// <summary>The sign-in page.</summary>
/// <param name="Failed">Whether the last try failed.</param>
/// <param name="NeedsFirst">Whether nobody can sign in yet.</param>
public sealed record SignInModel(bool Failed, bool NeedsFirst);

/// <summary>The page that trades a one-time code for a password.</summary>
/// <param name="Code">The code as given.</param>
/// <param name="Name">Whose invitation it is; null for the first administrator.</param>
/// <param name="Entered">The name as entered.</param>
/// <param name="Fault">Key of what is wrong; null for nothing.</param>
public sealed record WelcomeModel(string? Code, string? Name, string? Entered = null, string? Fault = null);

/// <summary>A page that says one thing.</summary>
/// <param name="Message">Its key.</param>
/// <param name="CorrelationId">Finds the request in the log; null where that helps nobody.</param>
public sealed record MessageModel(string Message, string? CorrelationId = null);

/// <summary>The list.</summary>
/// <param name="Documents">Newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Filter">What it was narrowed to.</param>
/// <param name="Fault">Why an upload failed; null where none did.</param>
public sealed record ListModel(IReadOnlyList<ListedDocument> Documents, string? Next, ListFilter Filter, string? Fault = null);

/// <summary>What a list was narrowed to.</summary>
/// <param name="Tab">Null, <c>review</c> or <c>failed</c>.</param>
/// <param name="Medicine">A medicine's name.</param>
/// <param name="Patient">The patient's whole name.</param>
/// <param name="After">Where the page begins.</param>
public sealed record ListFilter(string? Tab, string? Medicine, string? Patient, string? After);

/// <summary>One document of the list.</summary>
/// <param name="Summary">Where it stands.</param>
/// <param name="FileName">The uploader's name for it.</param>
/// <param name="Patient">The patient's name; null where unread.</param>
/// <param name="Medicines">How many; null before it is read.</param>
public sealed record ListedDocument(DocumentSummary Summary, string FileName, string? Patient, int? Medicines);

/// <summary>The review page.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Prescription">What was read; null before.</param>
/// <param name="Pages">Its pages as shown.</param>
/// <param name="Fields">What stands beside the medicines.</param>
/// <param name="Medicines">Fields of each medicine.</param>
public sealed record ReviewModel(
    DocumentStatus Document, Prescription? Prescription, ImmutableArray<ShownPage> Pages, ImmutableArray<FormField> Fields, ImmutableArray<ImmutableArray<FormField>> Medicines)
{
    /// <summary>Key of a message at the top; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether that message is bad news.</summary>
    public bool IsFault { get; init; }

    /// <summary>What is asked to be added.</summary>
    public string? Added { get; init; }

    /// <summary>Reminders that were just made.</summary>
    public PlanView? Plan { get; init; }

    /// <summary>The calendar's whole address, shown once.</summary>
    public string? CalendarAddress { get; init; }

    /// <summary>Reminders of earlier plans.</summary>
    public IReadOnlyList<ReminderView> Reminders { get; init; } = [];
}

/// <summary>The people of an owner.</summary>
/// <param name="People">By name.</param>
/// <param name="InvitedName">Who was just invited; null for nobody.</param>
/// <param name="Link">The link to hand over, shown once.</param>
/// <param name="Fault">Key of what is wrong; null for nothing.</param>
public sealed record PeopleModel(IReadOnlyList<AccountRow> People, string? InvitedName = null, string? Link = null, string? Fault = null);

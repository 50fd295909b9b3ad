using System.ComponentModel;
using Concord.Designation.Lead;
using Concord.Designation.ParallelTracks;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Concord.Designation.Contacts;

/// <summary>A contact as it should have been recorded.</summary>
/// <param name="Reason">What was wrong; 1 to 2000 characters.</param>
/// <param name="Contact">The whole of it, as it should read.</param>
internal sealed record CorrectContact(string? Reason, ContactTerms? Contact);

/// <summary>Takes back what was recorded in error.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawContact(string? Reason);

/// <summary>Which contacts a list shows.</summary>
internal readonly record struct ContactFilter
{
    [FromQuery(Name = "party"), Description("Only with this party: its resource name, or what it is called where it is not registered.")]
    public string? Party { get; init; }

    [FromQuery(Name = "thirdParty"), Description("Only with this third party: the resource name of the organization, or what the actor is called.")]
    public string? ThirdParty { get; init; }

    [FromQuery(Name = "from"), Description("Only what may have been on this day or later.")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "until"), Description("Only what may have been on this day or earlier.")]
    public DateOnly? Until { get; init; }

    public IQueryable<Contact> Of(IQueryable<Contact> contacts)
    {
        if (Party is { Length: > 0 })
        {
            var key = ActorKey.InList(KeyOf(Party));
            contacts = contacts.Where(c => c.PartyKeys.Contains(key));
        }

        if (ThirdParty is { Length: > 0 })
        {
            var key = ActorKey.InList(KeyOf(ThirdParty));
            contacts = contacts.Where(c => c.ThirdPartyKeys.Contains(key));
        }

        if (From is { } from)
        {
            var begin = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            contacts = contacts.Where(c => c.Latest > begin);
        }

        if (Until is { } until && until < DateOnly.MaxValue)
        {
            var end = until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            contacts = contacts.Where(c => c.Earliest < end);
        }

        return contacts;
    }

    public override string ToString() => $"party={Party}&thirdParty={ThirdParty}&from={From:O}&until={Until:O}";

    private static string KeyOf(string text) => text.Contains('/', StringComparison.Ordinal) && ResourceName.Is(text[(text.LastIndexOf('/', text.LastIndexOf('/') - 1) + 1)..]) ? text : ActorKey.Fold(text);
}

/// <summary>The log of contacts: find, decide, raise, save, answer.</summary>
internal static class ContactApi
{
    public static void MapContacts(this RouteGroupBuilder api)
    {
        var contacts = api.MapGroup("/processes/{process}/contacts").WithTags("Contacts");
        contacts.MapGet("", ListAsync).Needs(DesignationPermissions.ReadContacts).WithName("ListProcessContacts").WithSummary("List who met whom about a process");
        contacts.MapGet("/{contact}", GetAsync).Needs(DesignationPermissions.ReadContacts).WithName("GetProcessContact").WithSummary("Get a contact");
        contacts.MapPost("", RegisterAsync).Needs(DesignationPermissions.KeepContacts).WithName("RegisterContact").WithSummary("Record a contact");
        contacts.MapPost("/{contact}:correct", CorrectAsync).Needs(DesignationPermissions.KeepContacts).WithName("CorrectContact").WithSummary("Correct a contact")
            .WithDescription("Another record says it better; the one that is corrected stays readable and names it.");
        contacts.MapPost("/{contact}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepContacts).WithName("WithdrawContact").WithSummary("Withdraw a contact that was recorded in error");
    }

    private static async Task<Ok<Page<MeetingAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [AsParameters] ContactFilter filter,
        [Description("Only in this state; those that count where absent.")] Choice<ContactState>? state, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var wanted = state?.Value ?? ContactState.Recorded;
        var query = filter.Of(await db.ContactsSeenByAsync(found, caller, cancellationToken)).Where(c => c.State == wanted);
        var contacts = await query.PageAsync<Contact, ContactId, Contact>(page, $"{process}/contacts?{filter}&state={state}", c => c, cancellationToken);
        var names = await db.NamesAsync(contacts.Items.SelectMany(MeetingAnswer.Organizations), cancellationToken);
        return TypedResults.Ok(new Page<MeetingAnswer>([.. contacts.Items.Select(c => MeetingAnswer.Of(c, names))], contacts.NextPageToken));
    }

    private static async Task<Ok<MeetingAnswer>> GetAsync(
        ProcessId process, ContactId contact, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindContactAsync(await db.FindProcessAsync(process, caller, cancellationToken), contact, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await AnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Created<MeetingAnswer>> RegisterAsync(
        ProcessId process, ContactTerms request, DesignationDb db, Caller caller, ContactOrganizations organizations, TrackExamination examination, TimeProvider time, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var now = time.Now();
        await examination.WatchAsync(process, cancellationToken); // before the parties are read: one that is entered at this moment is not missed
        var parties = await PartyBook.LoadAsync(db, process, cancellationToken);
        var contact = Contact.Register(found, OrganizationDirectory.OwnOf(caller), parties.Name(request), caller, now);
        parties.RequireKnown(contact);
        await organizations.RequireRegisteredAsync(ContactOrganizations.Of(contact), cancellationToken);
        db.Add(contact);
        await examination.ExamineAsync(found, [contact], [], now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{contact.Name}", response.Tagged(contact, await AnswerAsync(db, contact, cancellationToken)));
    }

    private static async Task<Created<MeetingAnswer>> CorrectAsync(
        ProcessId process, ContactId contact, CorrectContact request, DesignationDb db, Caller caller, ContactOrganizations organizations, TrackExamination examination, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var wrong = await db.FindContactAsync(found, contact, caller, cancellationToken);
        http.Request.CheckMatch(wrong);
        var now = time.Now();
        await examination.WatchAsync(process, cancellationToken);
        var parties = await PartyBook.LoadAsync(db, process, cancellationToken);
        var corrected = wrong.Correct(found, OrganizationDirectory.OwnOf(caller), request.Contact is { } said ? parties.Name(said) : null, request.Reason, caller, now);
        parties.RequireKnown(corrected);
        await organizations.RequireRegisteredAsync(ContactOrganizations.Of(corrected), cancellationToken);
        db.Add(corrected);
        await examination.ExamineAsync(found, [corrected], [wrong], now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{corrected.Name}", http.Response.Tagged(corrected, await AnswerAsync(db, corrected, cancellationToken)));
    }

    private static async Task<Ok<MeetingAnswer>> WithdrawAsync(
        ProcessId process, ContactId contact, WithdrawContact request, DesignationDb db, Caller caller, TrackExamination examination, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var wrong = await db.FindContactAsync(found, contact, caller, cancellationToken);
        http.Request.CheckMatch(wrong);
        var now = time.Now();
        wrong.Withdraw(request.Reason, caller, now);
        await examination.ExamineAsync(found, [], [wrong], now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(wrong, await AnswerAsync(db, wrong, cancellationToken)));
    }

    private static async Task<MeetingAnswer> AnswerAsync(DesignationDb db, Contact contact, CancellationToken cancellationToken) =>
        MeetingAnswer.Of(contact, await db.NamesAsync(MeetingAnswer.Organizations(contact), cancellationToken));
}

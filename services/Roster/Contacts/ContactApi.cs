using System.ComponentModel;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Concord.Roster.Contacts;

/// <summary>How a person is reached.</summary>
/// <param name="Name">Resource name, such as <c>profiles/{uuid}/contact</c>.</param>
/// <param name="Emails">The preferred one first.</param>
/// <param name="Phones">The preferred one first.</param>
/// <param name="Postal">Where letters arrive.</param>
/// <param name="Messengers">Addresses of messengers.</param>
/// <param name="Note">What to mind when reaching the person.</param>
/// <param name="Emergency">Whom to tell in an emergency.</param>
/// <param name="Masked">What is kept too and is not open for this purpose (R26).</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">Of the record of the person, for If-Match.</param>
internal sealed record ContactAnswer(
    string Name, IReadOnlyList<string> Emails, IReadOnlyList<string> Phones, PostalPlace? Postal, IReadOnlyList<MessengerAddress> Messengers, string? Note, EmergencyContact? Emergency,
    IReadOnlyList<ContactKind> Masked, DateTime UpdateTime, string Etag)
{
    public static ContactAnswer Of(string name, ContactData data, IReadOnlyList<ContactKind> masked, DateTime updateTime, string etag) => new(
        name, data.Emails ?? [], data.Phones ?? [], masked.Contains(ContactKind.Postal) ? null : data.Postal, data.Messengers ?? [], data.Note,
        masked.Contains(ContactKind.Emergency) ? null : data.Emergency, [.. masked.Intersect(data.Kinds())], updateTime, etag);
}

/// <summary>What was kept, without what it is.</summary>
/// <param name="Name">Resource name, such as <c>profiles/{uuid}/contact</c>.</param>
/// <param name="Kinds">The ways to reach the person that are kept now.</param>
/// <param name="UpdateTime">When it was kept, UTC.</param>
/// <param name="Etag">Of the record of the person, for If-Match.</param>
internal sealed record ContactsKept(string Name, IReadOnlyList<ContactKind> Kinds, DateTime UpdateTime, string Etag);

/// <summary>What somebody needs the contacts for.</summary>
internal sealed record ContactPurposeAsked
{
    [FromQuery, Description("What you need to reach the person for; required.")]
    public Choice<ContactPurpose>? Purpose { get; init; }

    [FromQuery, Description("In your words, for those who ask later who saw the contacts: 1 to 300 characters, no personal data.")]
    public string? PurposeNote { get; init; }

    /// <summary>Refused where either is missing.</summary>
    /// <returns>What for, and how it is entered.</returns>
    public (ContactPurpose Purpose, string Entered) Checked()
    {
        var check = new Violations();
        var (purpose, note) = (check.Required(Purpose, "purpose"), check.Text(PurposeNote, "purposeNote", 300));
        check.ThrowIfAny();
        return (purpose.Value, $"{purpose}: {note}");
    }
}

/// <summary>The request for which a person on the roster is to be reached.</summary>
internal sealed record ContactRequestAsked
{
    [FromQuery, Description("The standby request for which the person is asked or sent, by its resource name; needed for AVAILABILITY and DEPLOYMENT.")]
    public string? Request { get; init; }
}

/// <summary>Contacts of people on the roster (R20, R26): sealed in the store, shown to few, each showing entered with its purpose before it is made.</summary>
internal static class ContactApi
{
    public static void MapContacts(this RouteGroupBuilder api)
    {
        var contact = api.MapGroup("/profiles/{profile}/contact").WithTags("Contacts");
        contact.MapGet("", GetAsync).Needs(RosterPermissions.ReadContacts).WithName("GetContact").WithSummary("Read how a person is reached, for a purpose that is recorded")
            .WithDescription("Masked until a request is approved (R26): for DEPLOYMENT all is open once the person is confirmed for the request that is named; for AVAILABILITY, to another than who made that request, once it is taken on and the person is called or planned for it, what it takes to ask. VETTING opens it to those who vet while the profile is vetted, CORRECTION and REQUEST_OF_THE_PERSON to the organization that keeps the profile, EMERGENCY to that too, and while the person is deployed.");
        contact.MapPut("", KeepAsync).Needs(RosterPermissions.EditProfiles).WithName("KeepContact").WithSummary("Replace all that is kept of how a person is reached");
        contact.MapDelete("", RemoveAsync).Needs(RosterPermissions.EditProfiles).WithName("RemoveContact").WithSummary("Keep no more how a person is reached");
    }

    private static async Task<Ok<ContactAnswer>> GetAsync(
        ProfileId profile, [AsParameters] ContactPurposeAsked asked, [AsParameters] ContactRequestAsked @for, RosterDb db, ContactKeeper contacts, ContactMask mask, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, db, caller, cancellationToken);
        var (purpose, entered) = asked.Checked();
        var masked = await mask.ForAsync(found, purpose, @for.Request, cancellationToken);
        if (found.ContactKinds.Count == 0)
        {
            throw Fail.NotFound(NameOf(profile));
        }

        await db.RecordReadAsync([profile.ToString()], entered, cancellationToken); // what cannot be entered is not shown
        var (data, updateTime) = await contacts.OpenAsync(found, cancellationToken) ?? throw Fail.NotFound(NameOf(profile));
        return TypedResults.Ok(response.Tagged(found, ContactAnswer.Of(NameOf(profile), data, masked, updateTime, ETag.Of(found))));
    }

    private static async Task<Ok<ContactsKept>> KeepAsync(
        ProfileId profile, ContactData request, RosterDb db, ContactKeeper contacts, Atlas atlas, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, db, caller, cancellationToken);
        http.Request.RequireMatch(found);
        var now = time.Now();
        await contacts.KeepAsync(found, request.Checked(atlas), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, new ContactsKept(NameOf(profile), found.ContactKinds, now, ETag.Of(found))));
    }

    private static async Task<NoContent> RemoveAsync(
        ProfileId profile, RosterDb db, ContactKeeper contacts, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, db, caller, cancellationToken);
        http.Request.CheckMatch(found);
        await contacts.RemoveAsync(profile, cancellationToken);
        found.RemoveContacts(time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    // Whoever sees the profile and is not cleared for its contacts finds none; another organization's officers are told that it is not theirs.
    private static async Task<Profile> FindAsync(ProfileId profile, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        ProfileSight.RefuseOthers(found.Owner, caller);
        return caller.IsClearedFor(found.ContactClassification) ? found : throw Fail.NotFound(NameOf(profile));
    }

    private static string NameOf(ProfileId profile) => $"{profile}/contact";
}

using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Contacts;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Insiders;

/// <summary>How an insider-reconciler is reached: as for people on the roster sealed, and shown for a purpose that is entered before.</summary>
internal static class InsiderContactApi
{
    public static void MapInsiderContacts(this RouteGroupBuilder api)
    {
        var contact = api.MapGroup("/insiders/{insider}/contact").WithTags("Insiders");
        contact.MapGet("", GetAsync).Needs(RosterPermissions.ReadInsiderContacts).WithName("GetInsiderContact").WithSummary("Read how an insider-reconciler is reached, for a purpose that is recorded");
        contact.MapPut("", KeepAsync).Needs(RosterPermissions.KeepInsiders).WithName("KeepInsiderContact").WithSummary("Replace all that is kept of how an insider-reconciler is reached");
        contact.MapDelete("", RemoveAsync).Needs(RosterPermissions.KeepInsiders).WithName("RemoveInsiderContact").WithSummary("Keep no more how an insider-reconciler is reached");
    }

    private static async Task<Ok<ContactAnswer>> GetAsync(
        InsiderId insider, [AsParameters] ContactPurposeAsked asked, RosterDb db, InsiderKeeper keeper, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.Insiders.FindInsiderAsync(insider, caller, cancellationToken);
        var (_, purpose) = asked.Checked();
        if (found.Contacts is null || !found.ShowsPersonTo(caller, time.Now()))
        {
            throw Fail.NotFound(NameOf(insider));
        }

        await db.RecordReadAsync([insider.ToString()], purpose, cancellationToken); // what cannot be entered is not shown
        var data = await keeper.ContactsAsync(found, cancellationToken) ?? throw Fail.NotFound(NameOf(insider));
        return TypedResults.Ok(response.Tagged(found, ContactAnswer.Of(NameOf(insider), data, [], found.UpdateTime, ETag.Of(found))));
    }

    private static async Task<Ok<ContactsKept>> KeepAsync(
        InsiderId insider, ContactData request, RosterDb db, InsiderKeeper keeper, Atlas atlas, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Insiders.FindInsiderAsync(insider, caller, cancellationToken);
        http.Request.RequireMatch(found);
        var contacts = request.Checked(atlas);
        found.KeepContacts(await keeper.SealContactsAsync(found, contacts, cancellationToken), contacts.Kinds(), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, new ContactsKept(NameOf(insider), found.ContactKinds, found.UpdateTime, ETag.Of(found))));
    }

    private static async Task<NoContent> RemoveAsync(InsiderId insider, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Insiders.FindInsiderAsync(insider, caller, cancellationToken);
        http.Request.CheckMatch(found);
        found.RemoveContacts(time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static string NameOf(InsiderId insider) => $"{insider}/contact";
}

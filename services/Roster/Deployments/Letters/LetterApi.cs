using System.ComponentModel;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Organizations;
using Concord.Platform.Security;
using Concord.Platform.Texts;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments.Letters;

/// <summary>Terms of reference and letter of appointment. That one was made is entered before it is shown, whatever the classification.</summary>
internal static class LetterApi
{
    public static void MapLetters(this RouteGroupBuilder api)
    {
        var deployment = api.MapGroup("/deployments/{deployment}").WithTags("Deployments");
        deployment.MapGet("/termsOfReference", GetTermsAsync).Needs(RosterPermissions.ExportLetters).Produces<byte[]>(StatusCodes.Status200OK, LetterFile.MediaType).WithName("GetTermsOfReference")
            .WithSummary("Get the terms of reference of a deployment as a document");
        deployment.MapGet("/appointmentLetter", GetAppointmentAsync).Needs(RosterPermissions.ExportLetters).Produces<byte[]>(StatusCodes.Status200OK, LetterFile.MediaType).WithName("GetAppointmentLetter")
            .WithSummary("Get the letter of appointment of a deployment that is confirmed, as a document");
    }

    private static async Task<IResult> GetTermsAsync(
        DeploymentId deployment, RosterDb db, PartnersService.PartnersServiceClient partners, Caller caller, [Description("One of ar, en, es, fr, ru, zh; en where absent.")] string? language, CancellationToken cancellationToken)
    {
        var tongue = LanguageOf(language);
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        found.Require(DeploymentState.Planned, DeploymentState.Confirmed, DeploymentState.Departed, DeploymentState.Returned);
        var content = await ContentAsync(found, tongue, db, partners, caller, cancellationToken);
        await db.RecordReadAsync([deployment.ToString()], "Terms of reference as a document.", cancellationToken); // what cannot be entered is not shown
        return Results.Bytes(LetterFile.Write(LetterWriter.TermsOfReference(content, tongue)), LetterFile.MediaType, "terms-of-reference.docx");
    }

    private static async Task<IResult> GetAppointmentAsync(
        DeploymentId deployment, RosterDb db, PartnersService.PartnersServiceClient partners, Caller caller, [Description("One of ar, en, es, fr, ru, zh; en where absent.")] string? language, CancellationToken cancellationToken)
    {
        var tongue = LanguageOf(language);
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        found.Require(DeploymentState.Confirmed, DeploymentState.Departed, DeploymentState.Returned);
        var content = await ContentAsync(found, tongue, db, partners, caller, cancellationToken);
        await db.RecordReadAsync([deployment.ToString()], "Letter of appointment as a document.", cancellationToken); // what cannot be entered is not shown
        return Results.Bytes(LetterFile.Write(LetterWriter.Appointment(content, tongue)), LetterFile.MediaType, "appointment.docx");
    }

    private static async Task<LetterContent> ContentAsync(
        Deployment deployment, Language language, RosterDb db, PartnersService.PartnersServiceClient partners, Caller caller, CancellationToken cancellationToken)
    {
        var request = await db.StandbyRequests.AsNoTracking().SingleAsync(r => r.Id == deployment.Request, cancellationToken);
        var person = await db.Profiles.IgnoreAutoIncludes().AsNoTracking().SingleAsync(p => p.Id == deployment.Profile, cancellationToken);
        var issuer = caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization.");
        return new LetterContent(
            await NameAsync(issuer), await NameAsync(request.Organization), person.DisplayName, CountryNames.Of(request.Country, language.Tag), request.Place, request.Purpose, deployment.Classification, deployment);

        async Task<string> NameAsync(string organization) => await partners.FindAsync(organization, cancellationToken) is { DisplayName.Length: > 0 } known ? known.DisplayName : organization;
    }

    private static Language LanguageOf(string? tag) => tag is null ? Language.English : Language.All.FirstOrDefault(l => l.Tag == tag) ?? throw Fail.Invalid("language", "One of ar, en, es, fr, ru, zh.");
}

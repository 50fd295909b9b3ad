using Concord.Monitoring.Agreements;
using Concord.Monitoring.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Translations;

/// <summary>One language of an agreement beside the original. A part that is not in it has no translation yet.</summary>
/// <param name="Name">Ends with the language.</param>
/// <param name="Language">Code of the reference data.</param>
/// <param name="Title">Of the agreement.</param>
/// <param name="ShortTitle">As people call it.</param>
/// <param name="Notice">Who coded the agreement from what.</param>
/// <param name="MachineMade">No person has reviewed it.</param>
/// <param name="Parties">Names by key.</param>
/// <param name="Chapters">Titles by number.</param>
/// <param name="Provisions">Titles by clause.</param>
/// <param name="Milestones">Titles by key.</param>
/// <param name="UpdateTime">When it was sent.</param>
/// <param name="Etag">Its version.</param>
internal sealed record TranslationAnswer(
    string Name, string Language, string Title, string ShortTitle, string? Notice, bool MachineMade, IReadOnlyDictionary<string, string> Parties, IReadOnlyDictionary<string, string> Chapters,
    IReadOnlyDictionary<string, string> Provisions, IReadOnlyDictionary<string, string> Milestones, DateTime UpdateTime, string Etag)
{
    public static TranslationAnswer Of(AgreementTranslation t) =>
        new(t.Name, t.Language, t.Title, t.ShortTitle, t.Notice, t.MachineMade, t.Parts.Parties, t.Parts.Chapters, t.Parts.Provisions, t.Parts.Milestones, t.UpdateTime, ETag.Of(t));
}

/// <summary>An agreement in more languages than the one it was recorded in.</summary>
internal static class TranslationApi
{
    public static void MapTranslations(this RouteGroupBuilder api)
    {
        var agreements = api.MapGroup("/agreements/{agreement}").WithTags("Agreements");
        agreements.MapGet("/translations/{language}", GetAsync).Needs(MonitoringPermissions.Read).WithName("GetAgreementTranslation").WithSummary("Get an agreement's texts in another language than the original");
        api.MapGroup("/agreements").WithTags("Agreements").MapPost("/{agreement}:translate", TranslateAsync).Needs(MonitoringPermissions.Write)
            .WithName("TranslateAgreement").WithSummary("Record an agreement's texts in another language, or replace them");
    }

    private static async Task<Ok<TranslationAnswer>> GetAsync(AgreementId agreement, string language, MonitoringDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.AgreementTranslations.AsNoTracking().Where(t => t.Agreement == agreement && t.Language == language)
            .Join(db.VisibleAgreements(caller).Where(a => a.Id == agreement), t => t.Agreement, a => a.Id, (t, _) => t).SingleOrDefaultAsync(cancellationToken)
            ?? throw Fail.NotFound($"{agreement}/translations/{language}");
        return TypedResults.Ok(response.Tagged(found, TranslationAnswer.Of(found)));
    }

    private static async Task<Ok<TranslationAnswer>> TranslateAsync(
        AgreementId agreement, NewTranslation request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var original = new Translatable(
            found, await db.Provisions.Where(p => p.Agreement == agreement).Select(p => p.Clause).ToListAsync(cancellationToken),
            await db.Milestones.Where(m => m.Agreement == agreement).Select(m => m.Key).ToListAsync(cancellationToken));
        var translation = await db.AgreementTranslations.SingleOrDefaultAsync(t => t.Agreement == agreement && t.Language == request.Language, cancellationToken);
        if (translation is null)
        {
            db.Add(translation = AgreementTranslation.Of(request, original, time.Now()));
        }
        else
        {
            http.Request.CheckMatch(translation);
            translation.Replace(request, original, time.Now());
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(translation, TranslationAnswer.Of(translation)));
    }
}

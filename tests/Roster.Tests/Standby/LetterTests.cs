using System.IO.Compression;
using System.Net;
using Concord.Contracts.Audit;
using Concord.Platform.Texts;
using Concord.Roster.Deployments.Letters;
using Concord.Roster.Persistence;
using Concord.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>Terms of reference and letter of appointment as office documents.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    private static readonly string[] s_letters = ["termsOfReference", "appointmentLetter"];
    private TestService _service = null!;

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Tag)];

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R21")]
    [MemberData(nameof(Languages))]
    public async Task Each_letter_is_a_valid_document_in_six_languages_and_the_same_bytes_each_time(string language)
    {
        var deployment = await ConfirmedAsync();
        foreach (var letter in s_letters)
        {
            var file = await FileAsync(deployment, letter, language);
            Assert.Equal(file, await FileAsync(deployment, letter, language));
            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            var text = document.MainDocumentPart!.Document!.InnerText;
            foreach (var said in (string[])["Ama Sent", "Near the lake", "deployments/", "The head of mission"])
            {
                Assert.Contains(said, text, StringComparison.Ordinal);
            }

            Assert.Equal(letter == "termsOfReference", text.Contains("Compare the two drafts.", StringComparison.Ordinal));
            var marking = document.MainDocumentPart.HeaderParts.Single().Header!.InnerText;
            Assert.True(marking.Length > 1 && marking != "CONFIDENTIAL", marking);
            Assert.Equal(language == "ar", document.MainDocumentPart.Document.Descendants<BiDi>().Any());
        }
    }

    [Fact]
    public async Task A_file_tells_of_its_author_the_organization_alone_and_of_no_moment_but_the_record_s()
    {
        var deployment = await ConfirmedAsync();
        var file = await FileAsync(deployment, "appointmentLetter", "en");
        using var archive = new ZipArchive(new MemoryStream(file));
        Assert.All(archive.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var about = document.PackageProperties;
        Assert.Equal((Some.Owner, null, null), (about.Creator, about.LastModifiedBy, about.Modified));
        Assert.Equal((await _service.As(Desk).ReadAsync(deployment)).TextOf("updateTime")[..19], about.Created!.Value.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("app.xml", StringComparison.Ordinal));
    }

    [Fact, Rule("R138")]
    public async Task That_a_letter_was_made_is_entered_and_whoever_may_not_gets_none()
    {
        var deployment = await ConfirmedAsync();
        foreach (var letter in s_letters)
        {
            await FileAsync(deployment, letter, "en");
            (await _service.As(Envoy).ReadAsync($"{deployment}/{letter}")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await _service.As(Uncleared).ReadAsync($"{deployment}/{letter}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await _service.As(Desk).ReadAsync($"{deployment}/{letter}?language=xx")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        await using var scope = _service.Services.CreateAsyncScope();
        var entries = (await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.Where(e => e.Action == "roster.letters.export" && e.Outcome == AuditOutcome.Done).OrderBy(e => e.Sequence).Select(e => e.Content)
            .ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(text => AuditContent.Read(text)!).Where(e => e.Purpose is not null).ToList();
        Assert.Equal(["Terms of reference as a document.", "Letter of appointment as a document."], entries.Select(e => e.Purpose));
        Assert.All(entries, e => Assert.Contains(NameOf(deployment), e.Resources));
    }

    [Fact]
    public async Task Nobody_is_appointed_who_is_only_planned()
    {
        var request = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Planned")));
        var deployment = Assert.Single(await _service.DeploymentsAsync(request));
        (await _service.As(Desk).ReadAsync($"{deployment}/appointmentLetter")).IsProblem(HttpStatusCode.Conflict, "DEPLOYMENT_WRONG_STATE");
        await FileAsync(deployment, "termsOfReference", "en");
        await _service.DoAsync(deployment, "cancel", new { reason = "Off." });
        (await _service.As(Desk).ReadAsync($"{deployment}/termsOfReference")).IsProblem(HttpStatusCode.Conflict, "DEPLOYMENT_WRONG_STATE");
    }

    [Fact]
    public void Every_language_says_every_text_with_the_same_gaps()
    {
        var texts = new TextFiles(typeof(RosterModule).Assembly);
        foreach (var language in Language.All)
        {
            Assert.Equal(texts.Of("en").Keys.Order(StringComparer.Ordinal), texts.Of(language.Tag).Keys.Order(StringComparer.Ordinal));
            Assert.All(texts.Of("en"), t => Assert.Equal(Gaps(t.Value.GetString()!), Gaps(texts.Of(language.Tag)[t.Key].GetString()!)));
        }

        static IEnumerable<string> Gaps(string text) => System.Text.RegularExpressions.Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    private async Task<string> ConfirmedAsync()
    {
        var request = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Sent")));
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        var deployment = Assert.Single(await _service.DeploymentsAsync(request));
        (await _service.As(Desk).PatchAsync(deployment, new { tasks = "Compare the two drafts.\n\nSay where they differ.", reportsTo = "The head of mission" }, "*")).Is(HttpStatusCode.OK);
        return deployment;
    }

    private async Task<byte[]> FileAsync(string deployment, string letter, string language)
    {
        using var answer = await _service.As(Desk).GetAsync(new Uri($"{deployment}/{letter}?language={language}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, LetterFile.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}

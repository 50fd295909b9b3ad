using Concord.Support;
using Microsoft.AspNetCore.Http.Metadata;

namespace Concord.Architecture.Tests;

/// <summary>What leaves in one piece is entered into the audit chain. A new way out fails here until somebody has said how it is.</summary>
public sealed class ExportTests
{
    /// <summary>Operations whose answer is not one page of JSON, and the test that sees the entry and the refusal.</summary>
    private static readonly Dictionary<string, string> s_known = new()
    {
        ["designation GET /api/v1/audit/designation/entries:export application/jsonl"] = AuditExport,
        ["identity GET /api/v1/audit/identity/entries:export application/jsonl"] = AuditExport,
        ["monitoring GET /api/v1/audit/monitoring/entries:export application/jsonl"] = AuditExport,
        ["partners GET /api/v1/audit/partners/entries:export application/jsonl"] = AuditExport,
        ["roster GET /api/v1/audit/roster/entries:export application/jsonl"] = AuditExport,
        ["roster GET /api/v1/profiles:export text/csv"] = PeopleExport,
        ["roster GET /api/v1/profiles:export application/jsonl"] = PeopleExport,
        [$"roster GET /api/v1/profiles:export {Xlsx}"] = PeopleExport,
        ["roster GET /api/v1/profiles:poolTable text/csv"] = "The_table_holds_the_same_figures_and_that_it_left_is_entered",
        [$"roster GET /api/v1/deployments/{{deployment}}/appointmentLetter {Docx}"] = Letter,
        [$"roster GET /api/v1/deployments/{{deployment}}/termsOfReference {Docx}"] = Letter,
        // Says only that something changed; the page then reads again, and that is entered.
        ["designation GET /api/v1/processes/{process}:watch text/event-stream"] = "A_proposal_is_not_hinted_at_and_a_change_of_state_is",
    };

    /// <summary>Source that writes an answer itself, past the one page of JSON.</summary>
    private static readonly string[] s_writers =
    [
        "gateway/Gateway/OpenApi/DocumentApi.cs", // the approved surface, which is public
        "gateway/Portal/Assets/AssetFiles.cs", // style and script of the pages
        "services/Identity/Factors/FactorApi.cs", // the script of passkeys, the same for everybody
        "services/Designation/Contacts/Import/ImportApi.cs", // takes a table, and answers one page of JSON
        "gateway/Portal/RosterImport/ErrorTable.cs", // the errors of a table that the reader has just sent
        "services/Platform/Audit/AuditApi.cs",
        "services/Roster/Deployments/Letters/LetterApi.cs",
        "services/Roster/Export/PeopleExportApi.cs",
        "services/Roster/Import/PeopleImportApi.cs", // takes a table, and answers one page of JSON
        "services/Roster/Pool/PoolApi.cs",
    ];

    private const string AuditExport = "An_export_is_an_act_itself_and_can_be_checked_by_whoever_has_it";
    private const string PeopleExport = "That_people_left_as_a_table_is_entered_and_those_of_others_count_as_read";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Letter = "That_a_letter_was_made_is_entered_and_whoever_may_not_gets_none";
    private static readonly string[] s_ways = ["Results.Stream(", "Results.File(", "Results.Bytes(", "Results.PhysicalFile(", "Results.VirtualFile(", "ContentDisposition", "text/csv", "text/calendar", "application/zip", "application/pdf"];

    [Fact, Rule("R138")]
    public void Every_operation_that_answers_something_else_than_json_is_known()
    {
        var found = ServiceCatalogue.All.SelectMany(s => s.Endpoints
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().SelectMany(p => p.ContentTypes)
                .Where(t => !t.EndsWith("json", StringComparison.Ordinal)).Distinct()
                .Select(t => $"{s.Name} {e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>()!.HttpMethods[0]} {e.RoutePattern.RawText} {t}")));
        Assert.Equal(s_known.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact, Rule("R138")]
    public void Every_verb_that_sounds_like_an_export_is_known()
    {
        var found = ServiceCatalogue.All.SelectMany(s => s.Endpoints.Select(e => $"{s.Name} {e.RoutePattern.RawText}"))
            .Where(e => e.Contains(":export", StringComparison.OrdinalIgnoreCase) || e.Contains(":download", StringComparison.OrdinalIgnoreCase) || e.Contains("/calendar", StringComparison.OrdinalIgnoreCase)
                || e.Contains(".csv", StringComparison.OrdinalIgnoreCase) || e.Contains(".ics", StringComparison.OrdinalIgnoreCase));
        // The own record in one piece is entered whatever its classification: The_own_record_leaves_as_one_document_and_that_is_entered.
        Assert.Equal(ServiceCatalogue.All.Select(s => $"{s.Name} /api/v1/audit/{s.Name}/entries:export").Append("roster /api/v1/me/profile:export").Append("roster /api/v1/profiles:export").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_else_writes_an_answer_of_its_own()
    {
        var found = Repository.SourceFiles("services").Concat(Repository.SourceFiles("gateway")).Where(f => File.ReadAllText(f) is var text && s_ways.Any(w => text.Contains(w, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(s_writers.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void Each_has_the_test_that_it_names()
    {
        var tests = string.Concat(Repository.SourceFiles("tests").Where(f => !f.EndsWith("ExportTests.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        Assert.All(s_known.Values.Distinct(), t => Assert.Contains(t, tests, StringComparison.Ordinal));
    }
}

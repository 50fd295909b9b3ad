using Concord.Designation.Processes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Frameworks = Concord.Designation.Talks.Documents<Concord.Designation.Framework.FrameworkAgreement, Concord.Designation.Framework.FrameworkContent, Concord.Designation.Framework.FrameworkAnswer>;

namespace Concord.Designation.Framework;

/// <summary>The framework agreement of a process.</summary>
/// <param name="State">Of the revision as it is now.</param>
/// <param name="Revision">0 before anybody has written it.</param>
/// <param name="Content">The checklist.</param>
/// <param name="Open">Names of the points that are open.</param>
/// <param name="InitialledRevision">Which revision was initialled last; absent where none was.</param>
/// <param name="SignedRevision">Which revision is in force; absent where none was signed.</param>
/// <param name="Warnings">What is missing at this stage of the process.</param>
internal sealed record FrameworkAnswer(
    string Name, FrameworkState State, int Revision, FrameworkContent Content, IReadOnlyList<string> Open, int? InitialledRevision, DateOnly? InitialledOn, int? SignedRevision, DateOnly? SignedOn,
    DateTime? UpdateTime, IReadOnlyList<ProcessWarning> Warnings, string Etag)
{
    public static FrameworkAnswer Of(FrameworkAgreement f, Process process) => new(
        $"{f.Process}/frameworkAgreement", f.State, f.Revision, f.Content, f.Content.Open(), f.InitialledRevision, f.InitialledOn, f.SignedRevision, f.SignedOn,
        f.UpdateTime, FrameworkWarning.Of(process.State, f.SignedRevision is not null), ETag.Of(f));
}

/// <summary>The framework agreement: beside what every document has, its initials and signatures.</summary>
internal static class FrameworkApi
{
    private const string Tag = "Framework agreement";

    public static void MapFramework(this RouteGroupBuilder api)
    {
        var framework = api.MapGroup("/processes/{process}/frameworkAgreement").WithTags(Tag);
        framework.MapGet("", (ProcessId process, Frameworks documents, HttpContext http, CancellationToken token) => documents.GetAsync(process, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetFrameworkAgreement").WithSummary("Get the framework agreement").WithDescription("Each process has one; before anybody has written it, it is answered empty, as revision 0.");
        framework.MapPatch("", (ProcessId process, MergePatch<FrameworkContent> patch, Frameworks documents, HttpContext http, CancellationToken token) => documents.ReviseAsync(process, patch, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("EditFrameworkAgreement").WithSummary("Write the framework agreement anew; what it was stays in its history");
        framework.MapGet("/revisions", (ProcessId process, [AsParameters] PageRequest page, Frameworks documents, CancellationToken token) => documents.ListRevisionsAsync(process, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListFrameworkAgreementRevisions").WithSummary("List what happened to the framework agreement");
        api.MapPost("/processes/{process}/frameworkAgreement:initial", (ProcessId process, PutUnder request, Frameworks documents, Caller caller, HttpContext http, CancellationToken token) =>
                documents.StepAsync(process, (framework, found, now) => Task.FromResult(framework.Initial(found, request, caller, now)), http, token))
            .WithTags(Tag).Needs(DesignationPermissions.KeepTalks).WithName("InitialFrameworkAgreement").WithSummary("Record that the parties initialled the framework agreement");
        api.MapPost("/processes/{process}/frameworkAgreement:sign", (ProcessId process, PutUnder request, Frameworks documents, Caller caller, HttpContext http, CancellationToken token) =>
                documents.StepAsync(process, (framework, found, now) => Task.FromResult(framework.Sign(found, request, caller, now)), http, token))
            .WithTags(Tag).Needs(DesignationPermissions.KeepTalks).WithName("SignFrameworkAgreement").WithSummary("Record that the parties signed the framework agreement")
            .WithDescription("Each point that is open needs a reason why it stays so.");
    }
}

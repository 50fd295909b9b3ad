using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Tracks;

/// <summary>What is said of the talks, by whom, and what is not (R60; recommendation 8 of the policy guidance). Each at most 8000 characters.</summary>
/// <param name="Confidentiality">What stays in the room.</param>
/// <param name="CommunicationStrategy">Who tells whom what.</param>
/// <param name="TraditionalMedia">Press, radio, television.</param>
/// <param name="SocialMedia">The same there.</param>
/// <param name="CampaignAfterSignature">How people learn of what was signed.</param>
internal sealed record CommunicationsContent(
    string? Confidentiality = null, string? CommunicationStrategy = null, string? TraditionalMedia = null, string? SocialMedia = null, string? CampaignAfterSignature = null) : IContent<CommunicationsContent>
{
    private const int Longest = 8000;

    /// <summary>Names of the parts that nobody has written.</summary>
    public IReadOnlyList<string> Missing()
    {
        (string Field, string? Text)[] parts =
        [
            ("confidentiality", Confidentiality), ("communicationStrategy", CommunicationStrategy), ("traditionalMedia", TraditionalMedia), ("socialMedia", SocialMedia), ("campaignAfterSignature", CampaignAfterSignature),
        ];
        return [.. parts.Where(p => p.Text is null).Select(p => p.Field)];
    }

    public CommunicationsContent Checked(Violations check) => new(
        check.OptionalText(Confidentiality, "confidentiality", Longest), check.OptionalText(CommunicationStrategy, "communicationStrategy", Longest), check.OptionalText(TraditionalMedia, "traditionalMedia", Longest),
        check.OptionalText(SocialMedia, "socialMedia", Longest), check.OptionalText(CampaignAfterSignature, "campaignAfterSignature", Longest));
}

/// <summary>The communications plan of a process.</summary>
/// <param name="Revision">0 before anybody has written it.</param>
/// <param name="Content">The plan.</param>
/// <param name="Missing">Names of the parts that nobody has written.</param>
internal sealed record CommunicationsAnswer(string Name, int Revision, CommunicationsContent Content, IReadOnlyList<string> Missing, DateTime? UpdateTime, string Etag);

internal sealed class CommunicationsPlan : ProcessDocument<CommunicationsContent>, IProcessDocument<CommunicationsPlan, CommunicationsContent, CommunicationsAnswer>
{
    private CommunicationsPlan() { } // EF

    public static DocumentKind Kind => DocumentKind.CommunicationsPlan;

    public static CommunicationsPlan Begin(ProcessId process) => new() { Process = process, Document = Kind, Content = new CommunicationsContent() };

    public CommunicationsAnswer ToAnswer(Process process, DateTime now) => new($"{Process}/communicationsPlan", Revision, Content, Content.Missing(), UpdateTime, ETag.Of(this));
}

// Five texts, as JSON escapes them.
internal sealed class CommunicationsPlanConfiguration() : ProcessDocumentConfiguration<CommunicationsPlan, CommunicationsContent>(250_000)
{
    public override void Configure(EntityTypeBuilder<CommunicationsPlan> builder)
    {
        base.Configure(builder);
        builder.ToTable("CommunicationsPlans");
    }
}

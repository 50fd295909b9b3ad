using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Framework;

/// <summary>Where the agreement on procedure stands (R52; initialled and then signed, as in El Salvador: S/2009/189, footnote 8).</summary>
internal enum FrameworkState
{
    Draft = 1,
    Initialled,
    Signed,
}

/// <summary>The parties' initials or signatures under the agreement as it is.</summary>
/// <param name="On">Day; not in the future.</param>
/// <param name="Place">1 to 200 characters.</param>
/// <param name="Signatories">2 to 40.</param>
/// <param name="OpenItems">For a signature: why each point that is still open stays so, by the name of its field; 1 to 1000 characters each.</param>
internal sealed record PutUnder(DateOnly? On, string? Place, IReadOnlyList<Signatory?>? Signatories, IReadOnlyDictionary<string, string?>? OpenItems);

/// <summary>What the parties agree on how they will talk, before they talk about substance (R52).</summary>
internal sealed class FrameworkAgreement : ProcessDocument<FrameworkContent>, IProcessDocument<FrameworkAgreement, FrameworkContent, FrameworkAnswer>
{
    private FrameworkAgreement() { } // EF

    public static DocumentKind Kind => DocumentKind.FrameworkAgreement;

    /// <summary>The revision that was initialled last; null where none was.</summary>
    public int? InitialledRevision { get; private set; }

    /// <summary>The same of a signature. It stays in force while a later revision is drafted.</summary>
    public int? SignedRevision { get; private set; }
    public DateOnly? InitialledOn { get; private set; }
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Of the revision as it is written now: whoever writes it anew drafts again.</summary>
    public FrameworkState State =>
        SignedRevision == Revision ? FrameworkState.Signed : InitialledRevision == Revision ? FrameworkState.Initialled : FrameworkState.Draft;

    public static FrameworkAgreement Begin(ProcessId process) => new() { Process = process, Document = Kind, Content = new FrameworkContent().Checked(new Violations()) };

    public DocumentRevision Initial(Process process, PutUnder request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        RequireWritten();
        RequireState(FrameworkState.Draft, "Only a draft is initialled.");
        var step = Checked(request, now, signed: false);
        (InitialledRevision, InitialledOn) = (Revision, step.On);
        return Step(DocumentAct.Initialled, step, caller, now);
    }

    /// <summary>Signed with a reason for each point that is still open, or not at all.</summary>
    public DocumentRevision Sign(Process process, PutUnder request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        RequireWritten();
        RequireState(FrameworkState.Initialled, "What was initialled is signed.");
        var step = Checked(request, now, signed: true);
        var unsaid = Content.Open().Except(step.OpenItems!.Keys).ToList();
        if (unsaid.Count > 0)
        {
            throw Fail.Because(DesignationReasons.FrameworkItemsOpen, $"Still open, and no reason is given: {string.Join(", ", unsaid)}.", ("items", string.Join(",", unsaid)));
        }

        (SignedRevision, SignedOn) = (Revision, step.On);
        return Step(DocumentAct.Signed, step, caller, now);
    }

    public FrameworkAnswer ToAnswer(Process process, DateTime now) => FrameworkAnswer.Of(this, process);

    private void RequireState(FrameworkState expected, string detail)
    {
        if (State != expected)
        {
            throw Fail.Because(DesignationReasons.FrameworkNotInState, detail, ("state", ProcessAnswers.Text(State)));
        }
    }

    private DocumentStep Checked(PutUnder request, DateTime now, bool signed)
    {
        var check = new Violations();
        var on = check.Past(request.On, "on", now);
        check.Check(!signed || on >= InitialledOn || request.On is null, "on", "Not before it was initialled.");
        var place = check.Text(request.Place, "place", 200);
        var signatories = check.Each(request.Signatories, "signatories", 40, (s, field) => new Signatory(check.Text(s.Party, $"{field}.party", 200), check.Text(s.Person, $"{field}.person", 300)));
        check.Check(signatories.Select(s => s.Party).Distinct().Count() > 1, "signatories", "At least two parties.");
        var (given, open) = (request.OpenItems ?? new Dictionary<string, string?>(), Content.Open());
        var reasons = new Dictionary<string, string>();
        foreach (var (item, reason) in given)
        {
            check.Check(signed && open.Contains(item), $"openItems.{item}", signed ? "Not a point that is open." : "Reasons are given with the signature.");
            reasons[item] = check.Text(reason, $"openItems.{item}", 1000);
        }

        check.ThrowIfAny();
        return new DocumentStep(on, place, signatories, reasons);
    }
}

// Nine texts, as JSON escapes them.
internal sealed class FrameworkAgreementConfiguration() : ProcessDocumentConfiguration<FrameworkAgreement, FrameworkContent>(260_000)
{
    public override void Configure(EntityTypeBuilder<FrameworkAgreement> builder)
    {
        base.Configure(builder);
        builder.ToTable("FrameworkAgreements");
        builder.Ignore(f => f.State);
    }
}

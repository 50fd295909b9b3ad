using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;

namespace Concord.Designation.Tests;

/// <summary>Short ways to the aggregates under test.</summary>
internal static class Given
{
    public static readonly DateTime Start = new(2025, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    public static readonly Caller Proposer = Person();
    public static readonly Caller Approver = Person();
    public static readonly AskedOrganization Forum = Organization("Forum", "REGIONAL_ORGANIZATION");
    public static readonly AskedOrganization Council = Organization("Council", "UNITED_NATIONS");

    public static Caller Person(string? organization = null) =>
        new($"accounts/{Guid.NewGuid()}", "Person", organization ?? "organizations/" + Guid.NewGuid(), new HashSet<string>(), Classification.StrictlyConfidential);

    public static AskedOrganization Organization(string name, string kind) => new($"organizations/{Guid.NewGuid()}", name, kind);

    public static Process Process(params ProcessState[] way)
    {
        var fields = new ProcessFields("A process", "A situation", ["SSD"], ProcessKind.ResolvingMediation, SourceOfAuthority.RequestOfParties, Classification.Confidential,
            new AppointingAuthority("Secretary-General", [Proposer.Subject, Approver.Subject]));
        var (process, _) = Processes.Process.Open(ProcessId.New(), fields, false, Proposer, Start);
        foreach (var state in way)
        {
            process.Advance(state, "next", Signature.Of(Proposer), Start);
        }

        return process;
    }

    public static LeadTerms Terms(params AskedOrganization[] holders) => new(
        [.. holders.Select(h => h.Name)], null, holders.Length == 1 ? PartnershipModel.LeadWithSupport : PartnershipModel.JointMediation, null, holders.Length == 1 ? null : "Two mediators, one text",
        [.. holders.Append(Organization("Other", "STATE")).Select(h => new Candidate(h.Name, "near", "small"))], null, "best placed", holders.Length == 1 ? null : "Two offices, one secretariat");

    public static LeadChange Designate(this LeadRegister register, Process process, AskedOrganization holder, DateTime at) =>
        register.Approve(register.ProposeDesignation(Terms(holder), [holder], process.LeadEpoch, Proposer, at), Approver, at);

    public static LeadProposal HandOver(this LeadRegister register, Process process, AskedOrganization holder, DateTime at) =>
        register.ProposeHandOver(Terms(holder), new HandOverCare("by letter", "all files"), [holder], process.LeadEpoch, Proposer, at);

    public static DomainException Refused(Reason reason, Action act)
    {
        var refusal = Assert.Throws<DomainException>(act);
        Assert.Equal(reason, refusal.Reason);
        return refusal;
    }
}

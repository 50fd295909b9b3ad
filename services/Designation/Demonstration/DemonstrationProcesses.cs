using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Designation.Claims;
using Concord.Designation.Criteria;
using Concord.Designation.Lead;
using Concord.Designation.ParallelTracks;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Demonstration;

/// <summary>One process of the public record, and two invented ones, marked as such.</summary>
internal sealed class DemonstrationProcesses(DesignationDb db, TrackExamination examination, TimeProvider time) : IDemonstration
{
    private static readonly Signature PublicRecord = new(null, "Entered from the public record");
    private static readonly Signature Invented = new(null, "Invented for the demonstration");

    // In whose name what is Strictly Confidential is kept; the demonstration of the identity service makes the compartment.
    private static readonly string Chief = $"accounts/{WellKnown.Id("account", "msu.chief@un.example")}";

    private static readonly Caller Keeper = new(Chief, "Demonstration", null, new HashSet<string>(), Classification.StrictlyConfidential);

    private static readonly IReadOnlyList<string> Authority =
    [
        $"accounts/{WellKnown.Id("account", "authority.proposer@un.example")}",
        $"accounts/{WellKnown.Id("account", "authority.approver@un.example")}",
    ];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        await SouthSudanAsync(now, cancellationToken);
        await LakeDistrictAsync(now, cancellationToken);
        await RiverBasinAsync(now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static ProcessTranslation[] SouthSudanElsewhere =>
    [
        new("ar", "جنوب السودان: عملية السلام المنشَّطة",
            "وقّعت الأطراف الاتفاق المنشَّط لحل النزاع في أديس أبابا في 12 أيلول/سبتمبر 2018؛ وتتابع تنفيذَه الهيئةُ الإقليمية التي دعت إلى المنتدى.", MachineMade: true),
        new("fr", "Soudan du Sud : processus de paix revitalisé",
            "Les parties ont signé à Addis-Abeba, le 12 septembre 2018, l’accord revitalisé sur le règlement du conflit ; l’organisation régionale qui avait convoqué le forum en suit la mise en œuvre.", MachineMade: true),
    ];

    private async Task SouthSudanAsync(DateTime now, CancellationToken cancellationToken)
    {
        var fields = new ProcessFields(
            "South Sudan: Revitalised peace process",
            "The parties signed the revitalised agreement on the resolution of the conflict in Addis Ababa on 12 September 2018; the regional body that convened the forum follows its implementation.",
            ["SSD"], ProcessKind.ResolvingMediation, SourceOfAuthority.DecisionOfRegionalOrganization, Classification.Unclassified,
            new AppointingAuthority("Assembly of Heads of State and Government of IGAD", Authority), Translations: SouthSudanElsewhere);
        var signed = new DateTime(2018, 9, 12, 0, 0, 0, DateTimeKind.Utc);
        if (await OpenAsync("south-sudan-rarcss", fields, fictional: false, signed, cancellationToken) is not { } process)
        {
            return;
        }

        var igad = WellKnown.Organization("IGAD");
        var terms = new LeadTerms(
            [igad], "IGAD", PartnershipModel.LeadWithSupport, [], null, [],
            "A past fact of the public record; no comparison was made here.", "Convened the revitalisation forum and mediated the agreement; entered from the public record.");
        var lead = new LeadRegister(process, null).EnterFromRecord(terms, [new AskedOrganization(igad, "IGAD", "SUBREGIONAL_ORGANIZATION")], PublicRecord, signed, now);
        await ProposalApi.RecordAsync(db, process, lead, now, cancellationToken);
        ProcessState[] way = [ProcessState.EarlyEngagement, ProcessState.PreNegotiation, ProcessState.SubstantiveTalks, ProcessState.AgreementSigned, ProcessState.Implementation];
        for (var step = 0; step < way.Length; step++)
        {
            // The same day, a microsecond apart, so that the history keeps its order.
            db.Add(process.Advance(way[step], "Entered from the public record.", PublicRecord, signed.AddMicroseconds(step + 1)));
        }
    }

    private static ProcessTranslation[] LakeDistrictElsewhere =>
    [
        new("ar", "منطقة البحيرة (متخيَّلة)",
            "متخيَّل لأغراض العرض التوضيحي: لا وجود لهذا المكان أو النزاع أو المطالبة. يتنازع مجتمعان في منطقة متخيَّلة على صيد الأسماك والرعي، وتعرض منظمتان الوساطة.", MachineMade: true),
        new("fr", "District du lac (fictif)",
            "Inventé pour la démonstration : ni ce lieu, ni ce différend, ni aucune revendication n’existent. Deux communautés d’un district inventé se disputent la pêche et les pâturages, et deux organisations proposent leur médiation.", MachineMade: true),
    ];

    private async Task LakeDistrictAsync(DateTime now, CancellationToken cancellationToken)
    {
        var fields = new ProcessFields(
            "Lake District (fictional)",
            "Invented for the demonstration: no such place, dispute or claim exists. Two communities of an invented district quarrel over fishing and grazing, and two organizations offer to mediate.",
            ["XXA"], ProcessKind.PreventiveDialogue, SourceOfAuthority.RequestOfParties, Classification.Confidential,
            new AppointingAuthority("Secretary-General (fictional act)", Authority), Translations: LakeDistrictElsewhere);
        if (await OpenAsync("fictional-lake-district", fields, fictional: true, now, cancellationToken) is not { } process)
        {
            return;
        }

        db.Add(process.Advance(ProcessState.EarlyEngagement, "Fictional: first contacts were made.", Invented, now.AddMicroseconds(1)));
        db.Add(SharedWithForum(process, now));
        await GroundAsync(process, now, cancellationToken);
        Claim("fictional-eccas", "ECCAS", "Fictional: near to the communities and trusted by the elders.", "Fictional: one member has an interest in the fishery.", new CriterionStatement("PROXIMITY", "Fictional: its office is on the shore.", "Fictional headquarters agreement"));
        Claim("fictional-icglr", "ICGLR", "Fictional: knows the shores on both sides and has mediated there before.", "Fictional: few staff, and slow to deploy.", new CriterionStatement("FAMILIARITY", "Fictional: it has held talks there before.", "Fictional report of those talks"));

        void Claim(string key, string organization, string advantages, string disadvantages, CriterionStatement ofItself)
        {
            var (claim, registered) = Claims.Claim.Register(
                new ClaimId(WellKnown.Id("claim", key)), process, new AskedOrganization(WellKnown.Organization(organization), organization, "SUBREGIONAL_ORGANIZATION"),
                new RegisterClaim("Invented claim; the organization has made none.", advantages, disadvantages, SelfAssessment: [ofItself]), Invented, now);
            db.Add(claim);
            ClaimDesk.Raise(db, registered, now);
        }
    }

    private async Task GroundAsync(Process process, DateTime now, CancellationToken cancellationToken)
    {
        var (fishers, herders, records) = FictionalGround.Of(process, Keeper, now);
        db.AddRange(records);
        db.AddRange(FictionalPreparation.Of(process, Keeper, Invented, now));
        db.AddRange(FictionalTracks.Of(process, Keeper, now));
        db.Add(FictionalEngagement.Of(process, Keeper, now));
        var support = FictionalPreparation.Support(process, Invented, now);
        db.Add(support);
        db.Raise(new SupportRoleRegistered(process.Id.ToString(), support.Name, support.Organization, support.Version + 1, now), now);
        var contacts = FictionalContacts.Of(process, fishers, herders, Keeper, now);
        db.AddRange(contacts);
        await examination.ExamineAsync(process, contacts, [], now, cancellationToken);
    }

    private static Share SharedWithForum(Process process, DateTime now)
    {
        var consent = new ShareConsent("Both communities (fictional)", DateOnly.FromDateTime(now), ConsentForm.Oral, "Fictional minutes of a first meeting");
        var terms = new GiveShare(
            WellKnown.Organization("fictional-lake-forum"), ShareScope.Read, "Fictional: prepares a meeting of fishers and herders.", consent,
            "Fictional: the elders who speak for each community. None of them is named in the record.", null, now.AddDays(180));
        return Share.Give(new SharedRecord(process.Id.ToString(), process.Classification, WellKnown.Organization("UN")), terms, "Lake Forum (fictional)", Keeper, now);
    }

    private async Task RiverBasinAsync(DateTime now, CancellationToken cancellationToken)
    {
        var fields = new ProcessFields(
            "River Basin (fictional)", "Invented for the demonstration: a secret track of which only a few may know.", ["XXB"],
            ProcessKind.PreventiveDialogue, SourceOfAuthority.SecretaryGeneralInitiative, Classification.StrictlyConfidential,
            new AppointingAuthority("Secretary-General (fictional act)", Authority));
        (await OpenAsync("fictional-river-basin", fields, fictional: true, now, cancellationToken))?.HandToCompartment(Chief);
    }

    /// <returns>Null where it is there already.</returns>
    private async Task<Process?> OpenAsync(string key, ProcessFields fields, bool fictional, DateTime at, CancellationToken cancellationToken)
    {
        var id = new ProcessId(WellKnown.Id("process", key));
        if (await db.Processes.AnyAsync(p => p.Id == id, cancellationToken))
        {
            return null;
        }

        var (process, opened) = Process.Open(id, fields, fictional, Keeper, at);
        db.AddRange(process, opened, LeadFence.Of(process, at));
        return process;
    }
}

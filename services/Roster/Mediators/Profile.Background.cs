using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

/// <summary>What the person can do in a team, has done and has learnt (R2, R5, R13, R18, R21, R23).</summary>
internal sealed partial class Profile
{
    [Personal]
    public IReadOnlyList<TeamFunction> Functions { get; private set; } = [];

    /// <summary>What levels of expertise rest on.</summary>
    [Personal]
    public IReadOnlyList<ExpertiseEvidence> Evidence { get; private set; } = [];

    [Personal]
    public IReadOnlyList<WorkedConflict> Conflicts { get; private set; } = [];

    [Personal]
    public IReadOnlyList<CulturalKnowledge> CulturalKnowledge { get; private set; } = [];

    [Personal]
    public IReadOnlyList<Assignment> Assignments { get; private set; } = [];

    [Personal]
    public IReadOnlyList<Training> Trainings { get; private set; } = [];

    /// <summary>Days from the call to the departure; null where nobody has said.</summary>
    [Personal]
    public int? NoticeDays { get; private set; }

    [Personal]
    public IReadOnlyList<DeploymentMode> DeploymentModes { get; private set; } = [];

    /// <summary>Last day of a standby contract (R14).</summary>
    [Personal]
    public DateOnly? StandbyUntil { get; private set; }

    public Deployability? Deployability => NoticeDays is null && StandbyUntil is null && DeploymentModes.Count == 0 ? null : new Deployability(NoticeDays, DeploymentModes, StandbyUntil);

    /// <summary>The expertise with what it rests on.</summary>
    public IReadOnlyList<KnownExpertise> KnownExpertise() => [.. Expertise.Select(e => new KnownExpertise(e.Area, e.Level, Evidence.FirstOrDefault(v => v.Area == e.Area)?.Text))];

    private void TakeBackground(ProfileEdit fields, Atlas atlas, DateOnly today, Violations check)
    {
        Functions = fields.Functions ?? [];
        Evidence = ExpertiseEvidence.Of(fields.Expertise, check);
        Conflicts = check.Items(fields.Conflicts, "conflicts", WorkedConflict.Most, (c, field) => c.Checked(field, check));
        CulturalKnowledge = check.Items(fields.CulturalKnowledge, "culturalKnowledge", Mediators.CulturalKnowledge.Most, (k, field) => k.Checked(field, atlas, check));
        Assignments = check.Items(fields.Assignments, "assignments", Assignment.Most, (a, field) => a.Checked(field, atlas, today, check));
        Trainings = check.Items(fields.Trainings, "trainings", Training.Most, (t, field) => t.Checked(field, today, check));
        Mediators.Deployability.Check(fields.Deployability, today, check);
        (NoticeDays, DeploymentModes, StandbyUntil) = (fields.Deployability?.NoticeDays, fields.Deployability?.Modes ?? [], fields.Deployability?.StandbyUntil);
    }

    private void ForgetBackground()
    {
        (Functions, Evidence, Conflicts, CulturalKnowledge, Assignments, Trainings) = ([], [], [], [], [], []);
        (NoticeDays, DeploymentModes, StandbyUntil) = (null, [], null);
    }
}

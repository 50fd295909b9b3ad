using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Tracks;

/// <summary>What is offered to the parties (S/2009/189 §19).</summary>
internal enum TrainingKind
{
    NegotiationTraining = 1,
    ExperienceSharing,
}

/// <summary>Training in negotiation, or an exchange with people of other processes, offered to all parties alike (R149).</summary>
/// <param name="Kind">Which.</param>
/// <param name="Subject">1 to 500 characters.</param>
/// <param name="Provider">Who gives it; 1 to 200 characters.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; absent where it is one day or open.</param>
/// <param name="OfferedTo">Resource names of delegations; 1 to 40.</param>
internal sealed record TrainingOfferContent(TrainingKind? Kind, string? Subject, string? Provider, DateOnly? From, DateOnly? Until, IReadOnlyList<string?>? OfferedTo) : IContent<TrainingOfferContent>
{
    public TrainingOfferContent Checked(Violations check)
    {
        var offered = check.Each(OfferedTo, "offeredTo", 40, (d, _) => d);
        check.Check(offered.Count > 0, "offeredTo", "Name at least one delegation.");
        check.Check(offered.Distinct().Count() == offered.Count, "offeredTo", "Each delegation once.");
        check.Check(Until is null || From is null || Until >= From, "until", "Not before the first day.");
        return new TrainingOfferContent(check.Required(Kind, "kind"), check.Text(Subject, "subject", 500), check.Text(Provider, "provider", 200), check.Required(From, "from"), Until, offered);
    }

    public IEnumerable<(string Field, string? Delegation)> NamedDelegations() => (OfferedTo ?? []).Select((d, i) => ($"offeredTo[{i}]", d));
}

/// <summary>An offer as it was recorded. The delegations' answers are appended.</summary>
internal sealed class TrainingOffer : Recorded<TrainingOffer, TrainingOfferId, TrainingOfferContent>
{
    /// <summary>Refuses the answer of a delegation that was not asked.</summary>
    public void Answer(AnswerOffer answer)
    {
        RequireStanding();
        var check = new Violations();
        check.Required(answer.Accepted, "accepted");
        check.Check(Content.OfferedTo!.Contains(answer.Delegation), "delegation", "It was not offered to this delegation.");
        check.ThrowIfAny();
    }
}

internal sealed class TrainingOfferConfiguration() : RecordedConfiguration<TrainingOffer, TrainingOfferId, TrainingOfferContent>(20_000)
{
    public override void Configure(EntityTypeBuilder<TrainingOffer> builder)
    {
        base.Configure(builder);
        builder.ToTable("TrainingOffers");
    }
}

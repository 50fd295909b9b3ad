using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Designation.Contacts;

/// <summary>Checks what is to be recorded of a contact, and gives it the form in which it is kept.</summary>
internal sealed class ContactCheck(Violations check)
{
    public const int MostParties = 10;
    public const int MostThirdParties = 20;
    public const int MostTopics = 20;
    public const int LongestLabel = 200;

    // A day has begun somewhere before it has in UTC.
    private static readonly TimeSpan s_ahead = TimeSpan.FromHours(14);

    public IReadOnlyList<ContactParty> Parties(IReadOnlyList<ContactParty>? parties, ProcessId process)
    {
        check.Check(parties?.Count is > 0 and <= MostParties, "parties", $"1 to {MostParties} parties.");
        return [.. (parties ?? []).Take(MostParties).Select((p, i) => Party(p ?? new ContactParty(null, null, null, null, null), $"parties[{i}]", process))];
    }

    public IReadOnlyList<ThirdParty> ThirdParties(IReadOnlyList<ThirdParty>? thirdParties)
    {
        check.Check(thirdParties?.Count is > 0 and <= MostThirdParties, "thirdParties", $"1 to {MostThirdParties} third parties.");
        return [.. (thirdParties ?? []).Take(MostThirdParties).Select((t, i) => Third(t ?? new ThirdParty(null, null), $"thirdParties[{i}]")).DistinctBy(t => ActorKey.Of(t.Organization, t.Label))];
    }

    /// <returns>The interval in which it was: what is not known ends with the record of it.</returns>
    public (ContactTime? When, DateTime Earliest, DateTime Latest) Time(ContactTime? when, DateTime now)
    {
        var (from, until) = (One(when?.From, "when.from"), One(when?.Until, "when.until"));
        var earliest = from?.Start ?? PartialTime.Beginning;
        var latest = (until ?? from)?.End ?? now;
        check.Check(until is null || until.Value.End > earliest, "when.until", "Not before the beginning.");
        check.Check(earliest <= now + s_ahead && (until is null || until.Value.Start <= now + s_ahead), "when", "A contact is recorded when it has been.");
        return (from is null && until is null ? null : new ContactTime(from?.Text, until?.Text), earliest, latest > now && now > earliest ? now : latest);
    }

    public Venue Where(Venue? where)
    {
        var kind = where?.Kind ?? VenueKind.Unknown;
        var place = check.OptionalText(where?.Place, "where.place", LongestLabel);
        check.Check(kind == VenueKind.Place || (place is null && where?.Country is null), "where.kind", "Only a place has a name and a country.");
        check.Check(kind != VenueKind.Place || place is not null || where?.Country is not null, "where.place", "Name the place or its country.");
        check.Check(where?.Country is null || ProcessCountry.IsCode(where.Country), "where.country", "Expected an ISO 3166-1 alpha-3 code.");
        return new Venue(kind, place, where?.Country);
    }

    /// <param name="latest">First instant at which the contact no longer may have been.</param>
    public MadeBy? By(MadeBy? by, DateTime latest)
    {
        if (by is null)
        {
            return null;
        }

        check.Required(by.Kind, "madeBy.kind");
        check.Check(by.Organization is null || ResourceName.IsIn("organizations", by.Organization), "madeBy.organization", "Expected the form organizations/{uuid}.");
        check.Check(by.Kind != ContactMaker.Organization || by.Organization is not null || by.Name is not null, "madeBy.organization", "Name the organization.");
        check.Check(by.Kind != ContactMaker.TeamMember || by.Request is not null, "madeBy.request", "A member of the team talks with parties only at the mediator's request: say who asked, when and for what.");
        check.Check(by.Kind == ContactMaker.TeamMember || by.Request is null, "madeBy.request", "Only of a member of a mediator's team.");
        return by with { Name = check.OptionalText(by.Name, "madeBy.name", LongestLabel), Request = by.Request is { } request ? Asked(request, latest) : null };
    }

    private TalkRequest Asked(TalkRequest request, DateTime latest)
    {
        var on = check.Required(request.On, "madeBy.request.on");
        check.Check(request.On is null || on.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) < latest, "madeBy.request.on", "No later than the contact.");
        return new TalkRequest(check.Text(request.Mediator, "madeBy.request.mediator", LongestLabel), on, check.Text(request.Purpose, "madeBy.request.purpose", 300));
    }

    public IReadOnlyList<string> Topics(IReadOnlyList<string>? topics)
    {
        check.Check(topics is null || topics.Count <= MostTopics, "topics", $"At most {MostTopics} topics.");
        return [.. (topics ?? []).Take(MostTopics).Select((t, i) => check.Text(t, $"topics[{i}]", LongestLabel)).DistinctBy(ActorKey.Fold)];
    }

    /// <summary>Confidential at least, as strict as its process at least, and within what the caller would see of it afterwards.</summary>
    public Classification Label(Classification? wished, Process process, Caller caller)
    {
        var least = process.Classification > Classification.Confidential ? process.Classification : Classification.Confidential;
        var label = wished ?? least;
        check.Check(label >= least, "classification", $"Not below {ProcessAnswers.Text(least)}.");
        check.Check(caller.IsClearedFor(label), "classification", "Above your own clearance.");
        check.Check(label <= process.Classification || caller.IsNamedFor(label, process.Id.ToString()), "classification", "The compartment of the process does not name you; you would not see it yourself.");
        return label;
    }

    public Exposure Exposure(Exposure? exposure, string? exposed)
    {
        var answer = exposure ?? Contacts.Exposure.NotAsked;
        check.Check(answer != Contacts.Exposure.Somebody || exposed is not null, "exposed", "Say who may be exposed, and what is done about it.");
        check.Check(answer == Contacts.Exposure.Somebody || exposed is null, "exposed", "Only where somebody may be exposed.");
        return answer;
    }

    private ContactParty Party(ContactParty party, string field, ProcessId process)
    {
        var known = party.Party is null || (party.Party.StartsWith($"{process}/", StringComparison.Ordinal) && ResourceName.IsIn("parties", party.Party[(process.ToString().Length + 1)..]));
        check.Check(known, $"{field}.party", "Expected the form processes/{uuid}/parties/{uuid}, of this process.");
        return party with
        {
            Label = check.Text(party.Label, $"{field}.label", LongestLabel),
            Outcome = party.Outcome ?? ContactOutcome.Unknown,
            Fears = check.OptionalText(party.Fears, $"{field}.fears", 4000),
            Reply = check.OptionalText(party.Reply, $"{field}.reply", 4000),
        };
    }

    private ThirdParty Third(ThirdParty third, string field)
    {
        check.Check(third.Organization is null || ResourceName.IsIn("organizations", third.Organization), $"{field}.organization", "Expected the form organizations/{uuid}.");
        return new ThirdParty(
            third.Organization, third.Organization is null ? check.Text(third.Label, $"{field}.label", LongestLabel) : check.OptionalText(third.Label, $"{field}.label", LongestLabel));
    }

    private PartialTime? One(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        check.Check(PartialTime.TryParse(text, out var time), field, PartialTime.Expected);
        return time.Text is null ? null : time;
    }
}

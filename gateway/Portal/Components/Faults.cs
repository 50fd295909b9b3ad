using System.Globalization;
using System.Text.RegularExpressions;
using Concord.Platform.Texts;
using Concord.Portal.RosterImport;
using Concord.Portal.Texts;

namespace Concord.Portal.Components;

/// <summary>What is wrong with a field, in the language of the person who filled it in.</summary>
internal static partial class Faults
{
    /// <param name="say">The reader's language.</param>
    /// <param name="fault">A text of the API, which is English, or the key of one of ours.</param>
    /// <returns>Our words for it; the API's own where we have none.</returns>
    public static Wording Fault(this Speech say, string fault)
    {
        if (PortalTexts.Has(fault))
        {
            return say.Own(say[fault]);
        }

        if (TooLong().Match(fault) is { Success: true } match)
        {
            return say.Own(say.Count("fault.long", int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
        }

        return fault switch
        {
            "Required." => say.Own(say["fault.required"]),
            "Control characters are not allowed." or "Not valid Unicode text." => say.Own(say["fault.unreadable"]),
            "Line breaks and tabs are not allowed." => say.Own(say["fault.brokenLine"]),
            "Signs that nobody sees are not allowed." => say.Own(say["fault.unseen"]),
            "Not of the expected form." => say.Own(say["fault.form"]),
            "Not before it began." or "Not before the beginning." => say.Own(say["fault.beforeBegun"]),
            "Not before it was given." => say.Own(say["fault.beforeGiven"]),
            "Only of what is reported." => say.Own(say["fault.onlyReported"]),
            "Only of an incentive." => say.Own(say["fault.onlyIncentive"]),
            "Name the parties it was explored with." => say.Own(say["fault.exploredWith"]),
            "Only of a relation." => say.Own(say["fault.onlyRelation"]),
            "Only of a listing." => say.Own(say["fault.onlyListing"]),
            "One of them: another party of the process, or who else it is." => say.Own(say["fault.oneOther"]),
            "Another party than this one." => say.Own(say["fault.otherParty"]),
            "Name by what each supports it, each once." => say.Own(say["fault.backing"]),
            "Only of coercion by others." => say.Own(say["fault.onlyCoercion"]),
            "Today or later, within a year." => say.Own(say["fault.withinYear"]),
            "1 to 50 ISO 3166-1 alpha-3 codes." => say.Own(say["fault.countries"]),
            "Expected an ISO 3166-1 alpha-3 code." => say.Own(say["fault.country"]),
            "Above your own clearance." => say.Own(say["fault.aboveClearance"]),
            "No process for you of which you read what parties say of people." => say.Own(say["fault.partiesUnread"]),
            "Not with acceptability: what parties say is read with the eyes of whoever searches, and the watch has nobody's. Keep it without an alert, and run it." => say.Own(say["fault.partiesUnwatched"]),
            "Needs at least one letter or digit." => say.Own(say["fault.letter"]),
            "No such process or situation." or "No such process for you." or "No such language; ISO 639 is expected." or "Expected the form collection/{uuid}." or "Expected the form processes/{uuid}." or "Expected the form processes/{uuid} or situations/{uuid}." => say.Own(say["fault.form"]),
            "Lies in the future, at most 366 days from now." or "After now, and within a year." or "After today, and within 366 days." => say.Own(say["fault.untilDay"]),
            "Your own organization has it already." => say.Own(say["fault.ownOrganization"]),
            "No such organization." or "No such organization is registered." or "Expected the form organizations/{uuid}." => say.Own(say["fault.noOrganization"]),
            "Lies in the future." or "Not in the future." or "A contact is recorded when it has been." => say.Own(say["fault.notFuture"]),
            "After its beginning, and 366 days later at most." => say.Own(say["fault.shareUntil"]),
            "At least one role." => say.Own(say["fault.roles"]),
            "Not an e-mail address." => say.Own(say["fault.email"]),
            "1 to 30." => say.Own(say["fault.days"]),
            "The account holds it anyway." => say.Own(say["fault.roleAnyway"]),
            "Not above what the account is cleared for anyway." => say.Own(say["fault.clearanceAnyway"]),
            "Say a role, a clearance, or both." => say.Own(say["fault.roleOrClearance"]),
            "Lies in the future, at most 60 days after the beginning." => say.Own(say["fault.absenceUntil"]),
            "At least one." or "At least one, each at most once." or "Name at least one." or "Name at least one delegation." or "Name one at least, each once." or "1 to 15 organs and States." => say.Own(say["fault.atLeastOne"]),
            "1 to 240." => say.Own(say["fault.minutes"]),
            "Not in the future: access ends at once." => say.Own(say["fault.notFuture"]),
            "Expected the form accounts/{uuid}." => say.Own(say["fault.noAccount"]),
            "Is in the circle already." => say.Own(say["fault.inCircle"]),
            "Holds this post already." => say.Own(say["fault.holdsPost"]),
            "Name somebody to add or to remove." => say.Own(say["fault.nobodyNamed"]),
            "At least one article." => say.Own(say["fault.articlesNone"]),
            "There is nothing to read in it yet." => say.Own(say["fault.nothingWritten"]),
            "Each number once." => say.Own(say["fault.numberOnce"]),
            "64 hexadecimal digits." => say.Own(say["fault.digest"]),
            "Give the text, or its digest." => say.Own(say["fault.textOrDigest"]),
            "Not the digest of this text." => say.Own(say["fault.otherDigest"]),
            "Not before the first day." or "Not before firstDay." => say.Own(say["fault.beforeFirst"]),
            "Give the last day, or say that it is open-ended." => say.Own(say["fault.lastDayOrOpen"]),
            "After the last day before." => say.Own(say["fault.afterLast"]),
            "Between the day it was asked and today." or "Between the day it was made and today." => say.Own(say["fault.sinceAsked"]),
            "Required of another organ, and only there." => say.Own(say["fault.organName"]),
            "Give a symbol, an address or an archive reference." => say.Own(say["fault.document"]),
            "Expected an https address without a user in it." => say.Own(say["fault.https"]),
            "Name an organization or a party." => say.Own(say["fault.organizationOrParty"]),
            "Say under which conditions." => say.Own(say["fault.conditions"]),
            "Say which party objects: for an organization its own officer does." => say.Own(say["fault.whichParty"]),
            "They are changed in a change of their own." => say.Own(say["fault.authorityAlone"]),
            "It is lowered in a change of its own." => say.Own(say["fault.loweredAlone"]),
            "1 to 10 parties." => say.Own(say["fault.parties"]),
            "1 to 20 third parties." => say.Own(say["fault.thirdParties"]),
            "No such party of this process." => say.Own(say["fault.noParty"]),
            "The compartment of the process does not name you; you would not see it yourself." or "Strictly Confidential is for those who are named in the compartment of the process, and you are not." => say.Own(say["fault.notNamed"]),
            "From 1900 on, and not in the future." => say.Own(say["fault.since1900"]),
            "1 to 6 organizations." => say.Own(say["fault.oneToSix"]),
            "Not one of the holder's organizations." => say.Own(say["fault.notOfHolder"]),
            "Expected the form profiles/{uuid}." or "Expected the form profiles/{uuid}, or words." or "Name a profile, or somebody from outside." or "There is no such person." => say.Own(say["fault.noProfile"]),
            "In the future, and within a year." => say.Own(say["fault.untilDay"]),
            "1 to 20 corrections." => say.Own(say["fault.nothingCorrected"]),
            "After its start, and neither in the future." => say.Own(say["fault.afterStart"]),
            "A correction moves an end; it neither ends what lasts nor opens what has ended." => say.Own(say["fault.endMoves"]),
            "This model takes at least two organizations as one joint holder." => say.Own(say["fault.model.many"]),
            "This model takes exactly one organization." => say.Own(say["fault.model.one"]),
            "A joint mediation is one of the United Nations and a regional or subregional organization." => say.Own(say["fault.model.joint"]),
            "A joint mediation has one mediator, who represents all." => say.Own(say["fault.model.oneMediator"]),
            "A joint mediation requires terms of how the headquarters coordinate." => say.Own(say["fault.model.headquarters"]),
            "A co-mediation requires terms of how the mediators work together." => say.Own(say["fault.model.working"]),
            "In a co-mediation two or more mediators are named, each by another organization." => say.Own(say["fault.model.mediators"]),
            "Name each mediator once." => say.Own(say["fault.mediatorOnce"]),
            "Compare at least two candidates, or give the reason for one." => say.Own(say["fault.compareTwo"]),
            "Every organization of the holder is one of the candidates compared." => say.Own(say["fault.holderCompared"]),
            "Name who was there." => say.Own(say["fault.nobodyThere"]),
            "A date of three numbers: state dateOrder, DMY or MDY." => say.Own(say["fault.dateOrder"]),
            "Expected a header and at least one row." => say.Own(say["fault.noRows"]),
            "Not UTF-8. Save the table as UTF-8." => say.Own(say["fault.notUnicode"]),
            "Name the place or its country." => say.Own(say["fault.placeOrCountry"]),
            "Only a place has a name and a country." => say.Own(say["fault.onlyPlace"]),
            "Name the organization." => say.Own(say["fault.nameOrganization"]),
            "Say who may be exposed, and what is done about it." => say.Own(say["fault.whoExposed"]),
            "Only where somebody may be exposed." => say.Own(say["fault.nobodyExposed"]),
            "Not below smallestSize." => say.Own(say["fault.belowSmallest"]),
            "At least 1." => say.Own(say["fault.atLeastOneMember"]),
            "Nobody is pinned and banned." => say.Own(say["fault.pinnedAndBanned"]),
            "Each at most once." or "At most one for each criterion." => say.Own(say["fault.eachOnce"]),
            "Each needs a level." => say.Own(say["fault.eachLevel"]),
            "Name a country or a party." => say.Own(say["fault.countryOrParty"]),
            "From 0.01 to 1000000000, with at most two decimals." => say.Own(say["fault.amount"]),
            "Three capital letters (ISO 4217)." => say.Own(say["fault.currency"]),
            "Is more closely classified than the request." or "The profile is stricter than the slate." => say.Own(say["fault.moreClassified"]),
            "The process is more closely classified." => say.Own(say["fault.processClassified"]),
            "From the first day to today." => say.Own(say["fault.untilToday"]),
            "Only what is accepted provides something." => say.Own(say["fault.onlyAccepted"]),
            "Not seen at work here yet: whoever is to have it opens the request first, or takes it." => say.Own(say["fault.notAtWork"]),
            "No such slate, request for standby, deployment or profile for you." => say.Own(say["fault.notProvided"]),
            "Only what is redirected names another organization." => say.Own(say["fault.onlyRedirected"]),
            "One of them is mandatory at least." => say.Own(say["fault.oneMandatory"]),
            "It may be published, and names somebody who is not chosen." or "It names somebody who stands on the slate." => say.Own(say["fault.namesCandidate"]),
            "Name one of the short list." => say.Own(say["fault.required"]),
            "Name an area and a level." or "Name a language, ISO 639, and a level." or "Does not belong to this kind." => say.Own(say["fault.ofKind"]),
            "Each kind at most once." => say.Own(say["fault.eachKindOnce"]),
            _ when NotBefore().Match(fault) is { Success: true } year => say.Own(say.With("fault.notBefore", ("year", year.Groups[1].Value))),
            _ when NotAfter().Match(fault) is { Success: true } latest => say.Own(say.With("fault.notAfter", ("day", DateOnly.Parse(latest.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))),
            _ when WithinYears().Match(fault) is { Success: true } years => say.Own(say.With("fault.withinYears", ("count", int.Parse(years.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))),
            "Lies in the past." => say.Own(say["fault.notPast"]),
            "Not before fromYear." => say.Own(say["fault.beforeFirstYear"]),
            "No such country or region; ISO 3166-1 alpha-3 or M49 is expected." => say.Own(say["fault.place"]),
            "No such country; ISO 3166-1 alpha-3 is expected." => say.Own(say["fault.country"]),
            "Not before startDate." or "Not before from." or "Not before givenDay." => say.Own(say["fault.beforeFirst"]),
            _ when Most().Match(fault) is { Success: true } most => say.Own(say.With("fault.most", ("count", int.Parse(most.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))),
            _ when MostKilobytes().Match(fault) is { Success: true } size => say.Own(say.With("fault.fileLarge", ("size", size.Groups[1].Value))),
            _ when MostDays().Match(fault) is { Success: true } days => say.Own(say.Count("fault.mostDays", int.Parse(days.Groups[1].ValueSpan, CultureInfo.InvariantCulture))),
            _ when fault.StartsWith("Expected a year, a month, a day or an instant", StringComparison.Ordinal) || fault.StartsWith("Not a date: write ", StringComparison.Ordinal) => say.Own(say["fault.partialTime"]),
            _ when Between().Match(fault) is { Success: true } bounds => say.Own(say.With("fault.between", ("least", bounds.Groups[1].Value), ("most", bounds.Groups[2].Value))),
            _ when fault.StartsWith("Not a criterion of the kind ", StringComparison.Ordinal) || fault == "The annex names no criteria for an organization of this kind." => say.Own(say["compared.notOfKind"]),
            _ when TableFaults.KeyOf(fault) is { } key => say.Own(say[key]),
            _ => new(fault, Language.English.Tag),
        };
    }

    [GeneratedRegex("^At most ([0-9]{1,9}) characters\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex TooLong();

    [GeneratedRegex("^Not before ([0-9]{4})\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex NotBefore();

    [GeneratedRegex("^Not after ([0-9]{4}-[0-9]{2}-[0-9]{2})\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex NotAfter();

    [GeneratedRegex("^After today, and within ([0-9]{1,2}) years\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex WithinYears();

    [GeneratedRegex("^At most ([0-9]{1,9})\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Most();

    [GeneratedRegex("^At most ([0-9]{1,9}) days\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex MostDays();

    [GeneratedRegex("^At most ([0-9]{1,9} KB)\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex MostKilobytes();

    [GeneratedRegex("^(?:From )?([0-9]{1,9}) to ([0-9]{1,9})\\.$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Between();
}

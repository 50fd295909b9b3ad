namespace Concord.SqlServer.Tests.Locks;

/// <summary>Why a pattern may stay, in the words of docs/sqlserver.md.</summary>
internal static class Reasons
{
    public const string None = "NO REASON GIVEN";

    public const string Introduction = """
        # Locks on SQL Server

        What the recorded statements do that takes wide or long locks there, each with the reason it stays. `tests/SqlServer.Tests` makes this list; a new line fails it until a reason is given.
        It reads statements and indexes, not plans: it does not know how many rows there are, nor what the server's optimizer chooses.

        Every database needs `ALTER DATABASE ... SET READ_COMMITTED_SNAPSHOT ON`. EF sets it on a database that it creates itself, nobody on one that was there before.
        Without it every read below waits for every writer, and the reads without an index wait for all of them.

        What keeps writers apart: a save locks the rows it names by their keys, EF orders rows of one table by key, and a version in the condition turns a lost race into a refusal instead of a wait.
        Ranges are changed only by the sweepers, each in a transaction of its own.

        """;

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["change of many rows"] = "The condition names no whole unique key: each row found is locked until the commit, and past some 5000 the lock becomes one of the table.",
        ["change without an index"] = "Every row is read with an update lock to find those that change: two such statements wait for each other, and for every writer.",
        ["condition on a computed value"] = "An index cannot find by what is computed from a row; the rows that the other conditions leave are read one by one.",
        ["read without an index"] = "The whole table, or all of an index, is read.",
        ["stricter isolation"] = "What is read stays locked until the commit.",
    };

    private static readonly Dictionary<(string Pattern, string Table), string> Given = new()
    {
        [("change of many rows", "CompletedRequests")] = "found by the index on CompleteTime; once an hour, and older than any request that can still be answered again.",
        [("change of many rows", "Inbox")] = "found by the index on ReceiveTime; once an hour, and no event of that age comes again.",
        [("change of many rows", "Outbox")] = "found by the index on SentTime and DueTime; only sent rows, which no relay touches, once an hour or when an operator sends them again.",
        [("change of many rows", "Invitations")] = "found by the index on ExpireTime, once an hour; only what nobody can accept any more.",
        [("change of many rows", "OutgoingMails")] = "found by the index on ExpireTime, once an hour; only what is tried no more.",
        [("change of many rows", "Revocations")] = "found by the index on ExpireTime, once an hour; only what has run out, which nobody reads any more.",
        [("change of many rows", "SearchDemand")] = "found by the key, which begins with Day, once an hour; only counts of more than a year ago, which nobody changes any more.",
        [("change of many rows", "Sessions")] = "found by the index on ExpireTime, once an hour; only what ended a month ago, which nobody changes any more.",
        [("change of many rows", "OpenIddictAuthorizations")] = "the token server prunes a thousand at a time, oldest first, and only what no token refers to.",
        [("change of many rows", "OpenIddictTokens")] = "the tokens of one authorization by its index when it is revoked; pruning takes a thousand at a time, and only what is no longer good.",
        [("change without an index", "OpenIddictTokens")] =
            "the authorization is named by its key, and its tokens are found by the index on AuthorizationId; the token server writes that as a join from the other side, which the optimizer turns around.",
        [("condition on a computed value", "Alerts")] = "for whom an alert is meant is a short list in one column; the index on the state leaves the open ones.",
        [("condition on a computed value", "SavedSearchAlerts")] = "about whom an alert is, is compared with a short list; the index on the subject leaves those of one person's searches.",
        [("condition on a computed value", "ProfileAlerts")] = "for whom an alert is meant is a short list in one column; the index on the state leaves the open ones.",
        [("condition on a computed value", "Profiles")] = "what an agreement on sharing covers is compared with short lists in columns; counted when one agreement is read, over the people of one owner, found by its index.",
        [("condition on a computed value", "SharingAgreementAlerts")] = "for whom an alert is meant is a short list in one column; the index on the state leaves the open ones.",
        [("condition on a computed value", "StandbyAlerts")] = "for whom an alert is meant is a short list in one column; the index on the state leaves the open ones.",
        [("condition on a computed value", "StandbyRequests")] = "who agrees is the lead of the process, or where there is none whoever asked; compared for the requests, found by their keys, about which an agreement is asked for.",
        [("condition on a computed value", "SupportRequestAlerts")] = "for whom an alert is meant is a short list in one column; the index on the state leaves the open ones.",
        [("condition on a computed value", "SupportRequests")] = "whether a request is overdue follows from two of its times; a list that asks for it reads those of the desk, or of one organization by its index, in the order of their making.",
        [("condition on a computed value", "Contacts")] = "the parties of a contact are a short list in one column; the index on the process or the situation leaves some thousand.",
        [("condition on a computed value", "OpenIddictApplications")] = "whoever signs out and names where to go next: the clients, a handful.",
        [("condition on a computed value", "Provisions")] = "the status of a provision is its latest assessment, found by the index on Provision and AsOf; the index on Agreement leaves some hundred provisions.",
        [("read without an index", "Accounts")] =
            "asks whether there is any account, at start, where the first row answers; where a high right is to be given, the roles of those that are active; and joined by its key to the delegation by which somebody acts.",
        [("read without an index", "AuditHeads")] = "every head, for a check of the whole chain: one for a minute with entries at most.",
        [("read without an index", "Delegations")] = "by who is away or who acts, when an account is closed or handed over; few are kept.",
        [("read without an index", "Inbox")] = "the health check takes one row, whichever.",
        [("read without an index", "LeadDesignations")] = "when a person of the roster is erased, which is rare: the holders of every process, some hundreds.",
        [("read without an index", "LeadProposals")] = "when a person is erased or hands over, which is rare: the proposals of every process, some hundreds.",
        [("read without an index", "OpenIddictApplications")] = "the clients, a handful, at start.",
        [("read without an index", "Organizations")] = "some two hundred shipped organizations, at start.",
        [("read without an index", "Outbox")] = "when a person is erased, which is rare: the facts that still carry the name.",
        [("read without an index", "Processes")] =
            "joined by its key to what one organization claims or supports, which is found by the index on Organization; and all of them, some hundreds, for who has put one under Strictly Confidential and when an officer hands over.",
        [("read without an index", "Profiles")] = "the search index reads every profile once when the process starts, and so do a report, an export and a count of all that somebody sees; without a transaction.",
        [("read without an index", "Deployments")] = "those of the requests about which an agreement is asked for, joined by the index on Request: the open alerts of one kind, some dozens.",
        [("read without an index", "Duplicates")] = "what people said of pairs of records, some thousand; each is looked at by the keys of its two records.",
        [("read without an index", "SharingAgreements")] = "agreements between organizations on sharing people, some hundreds.",
        [("read without an index", "StandbyRequests")] = "the demonstration asks whether it is there already, at start, where the first row answers.",
        [("read without an index", "ProposedActs")] = "what was proposed about a record that is erased or made stricter, or by a person who hands over or may no more, or about a compartment that somebody came into in an emergency: rare, and few acts take two persons.",
        [("read without an index", "SubjectKeys")] = "asks whether any key is wrapped, at start, where the first row answers.",
        [("read without an index", "SupportRoles")] = "when an officer hands over, which is rare: the support roles of every process, some hundreds.",
        [("read without an index", "ConductAcceptances")] = "once a minute, of the processes in which talks are prepared or held: some hundreds; after a change those of one process, by its index.",
        [("read without an index", "ConductCodes")] = "once a minute, the one that counts of each process in which talks are prepared or held: some dozens; after a change that of one process, by its index.",
        [("read without an index", "Engagements")] = "those whose circle names the caller, found by the index on the account in the circle; and once a minute those that are active: few, for each is a dialogue with an armed group.",
        [("read without an index", "FrameworkAgreements")] = "once a minute, one for each process in which talks are held: some dozens; after a change that of one process, by its key.",
        [("read without an index", "Friends")] = "once a minute, those that are one now, some hundreds; after a change those of one process, by its index.",
        [("read without an index", "TalkSessions")] = "once a minute, of the processes in which talks are held: some hundreds; after a change those of one process, by its index.",
        [("read without an index", "TrackFindings")] = "once a minute, those that are open: some dozens; after a change those of one process, by its index.",
        [("read without an index", "Alerts")] = "the open alerts about the processes that a caller sees, found by the index on their state or one process; and a few hundred of them where a list asks for no subject.",
        [("read without an index", "Claims")] = "once a minute, for the alert that two claim the same: the claims of every process, some hundreds; after a change those of one process, by its index.",
        [("read without an index", "Contacts")] = "the contacts of one process, found by its index, of which a list may ask for what one organization took part in; some thousand for the most.",
        [("read without an index", "CouncilMissions")] = "joined by its key to the open recommendations, which are found by their index.",
        [("read without an index", "KnownMediators")] = "once a minute, those that are away, of some thousand that processes name.",
        [("read without an index", "KnownOrganizations")] = "once a minute, those that have left, of some hundred; and all of them by name when contacts are imported.",
        [("read without an index", "Mandates")] = "those that run out soon, of every process that the caller sees: some hundreds.",
        [("read without an index", "Missions")] = "all of them, some dozens, for who heads the one that serves an agreement.",
        [("read without an index", "Spoilers")] = "those without a strategy, of every process near an agreement: some dozens.",
    };

    public static bool IsShared(string table) => table is "Outbox" or "Inbox" or "CompletedRequests";

    public static string Meaning(string pattern) => Meanings[pattern];

    public static string For(string pattern, string table) => Given.GetValueOrDefault((pattern, table), None);
}

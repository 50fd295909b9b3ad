namespace Concord.Platform.Errors;

/// <summary>Reasons that every service shares.</summary>
public static class PlatformReasons
{
    public static readonly Reason InvalidField = new("INVALID_FIELD", Refusal.Invalid, "A field is missing or not valid.");
    public static readonly Reason MalformedBody = new("MALFORMED_BODY", Refusal.Invalid, "The body cannot be read.");
    public static readonly Reason BodyTooLarge = new("BODY_TOO_LARGE", Refusal.TooLarge, "The body is larger than this service accepts.");
    public static readonly Reason Unauthenticated = new("UNAUTHENTICATED", Refusal.Unauthenticated, "Sign in, or send a valid access token.");
    public static readonly Reason PermissionDenied = new("PERMISSION_DENIED", Refusal.Forbidden, "Your roles, or the scopes of your token, do not include this permission.");
    public static readonly Reason ServiceNotAllowed = new("SERVICE_NOT_ALLOWED", Refusal.Forbidden, "The service that asks is not among those that may.");
    public static readonly Reason ResourceNotFound = new("RESOURCE_NOT_FOUND", Refusal.NotFound, "There is no such resource for you.");
    public static readonly Reason RouteNotFound = new("ROUTE_NOT_FOUND", Refusal.NotFound, "There is no such address.");
    public static readonly Reason ConcurrentChange = new("CONCURRENT_CHANGE", Refusal.Conflict, "Someone else changed it at the same moment; read it again and retry.", "R143");
    public static readonly Reason EtagMismatch = new("ETAG_MISMATCH", Refusal.Stale, "It changed since you read it; read it again and retry.", "R143");
    public static readonly Reason EtagRequired = new("ETAG_REQUIRED", Refusal.PreconditionRequired, "Send the ETag you read in If-Match.", "R143");
    public static readonly Reason IdempotencyKeyRequired = new("IDEMPOTENCY_KEY_REQUIRED", Refusal.Invalid, "Send an Idempotency-Key header, so that a retry cannot act twice.");
    public static readonly Reason IdempotencyKeyReused = new("IDEMPOTENCY_KEY_REUSED", Refusal.Unprocessable, "This Idempotency-Key was used for another request.");
    public static readonly Reason AnswerNotKept = new("ANSWER_NOT_KEPT", Refusal.Conflict, "It was carried out already; its answer was not kept.");
    public static readonly Reason FourEyesRequired = new("FOUR_EYES_REQUIRED", Refusal.Conflict, "A second person decides on a proposal, never its proposer.");
    public static readonly Reason NotTheProposer = new("NOT_THE_PROPOSER", Refusal.Forbidden, "Only its proposer withdraws a proposal.");
    public static readonly Reason NotWithdrawable = new("NOT_WITHDRAWABLE", Refusal.Conflict, "It tells of what has happened already; those who are asked decide on it, and nobody withdraws it.");
    public static readonly Reason ProposalNotOpen = new("PROPOSAL_NOT_OPEN", Refusal.Conflict, "The proposal is decided already.");
    public static readonly Reason ProposalExpired = new("PROPOSAL_EXPIRED", Refusal.Conflict, "The proposal has expired.");
    public static readonly Reason ProposalOvertaken = new("PROPOSAL_OVERTAKEN", Refusal.Conflict, "What it would change is not as it was when this was proposed; withdraw it and propose again.", "R143");
    public static readonly Reason ConsentRequired = new("CONSENT_REQUIRED", Refusal.Unprocessable, "Nothing is shared, and nobody activated, without consent: say whose, since when and how it was recorded.", "R20");
    public static readonly Reason NotForSharing = new("NOT_FOR_SHARING", Refusal.Conflict, "What is Strictly Confidential is not shared; its compartment names persons.", "R20");
    public static readonly Reason AlreadyShared = new("ALREADY_SHARED", Refusal.Conflict, "It is shared with that organization already; end that share first.", "R20");
    public static readonly Reason ShareEnded = new("SHARE_ENDED", Refusal.Conflict, "The share has ended already.", "R20");
    public static readonly Reason TooManyShares = new("TOO_MANY_SHARES", Refusal.Conflict, "As many records as can be are shared with that organization already.");
    public static readonly Reason DependencyUnavailable = new("DEPENDENCY_UNAVAILABLE", Refusal.Unavailable, "A service this one relies on does not answer; retry shortly.");
    public static readonly Reason StoreFull = new("STORE_FULL", Refusal.Unavailable, "The store has no room or cannot be written; nothing was written.");
    public static readonly Reason StoreUnavailable = new("STORE_UNAVAILABLE", Refusal.Unavailable, "The store does not answer; retry shortly, a change with the same Idempotency-Key.");
    public static readonly Reason StoreBusy = new("STORE_BUSY", Refusal.Unavailable, "The store is busy; nothing was written; retry shortly.");
    public static readonly Reason AuditBroken = new("AUDIT_BROKEN", Refusal.Unavailable, "The audit chain has lost its end; nothing is written until an administrator has looked.");
    public static readonly Reason HeadPending = new("AUDIT_HEAD_PENDING", Refusal.Conflict, "No signed head counts this entry yet; the next one is signed within a minute.");
    public static readonly Reason WitnessUnknown = new("AUDIT_WITNESS_UNKNOWN", Refusal.Conflict, "No key of this witness is on record.");
    public static readonly Reason WitnessSignature = new("AUDIT_SIGNATURE_INVALID", Refusal.Unprocessable, "The signature is not this witness's over this head.");
    public static readonly Reason AccessUncertain = new("ACCESS_UNCERTAIN", Refusal.Unavailable, "It is not known now whose access has ended; retry shortly.");
    public static readonly Reason Stopping = new("STOPPING", Refusal.Unavailable, "This process is stopping; another one answers.");
}

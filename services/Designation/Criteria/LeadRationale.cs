using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;

namespace Concord.Designation.Criteria;

/// <summary>Tells those who see the process why this holder leads.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Text">What is published; 1 to 8000 characters.</param>
/// <param name="Criteria">Codes of the criteria that counted; at most 20.</param>
/// <param name="Reason">Why this holder; 1 to 4000 characters.</param>
internal sealed record PublishRationale(long? LeadEpoch, string? Text, IReadOnlyList<string>? Criteria, string? Reason);

/// <summary>
/// Why a holder leads, published to those who see the process (recommendation 6 of the Policy Guidance: transparency and accountability in selection). At the classification of the process: nobody outside it reads it.
/// Another version follows the one before; none is rewritten.
/// </summary>
internal sealed class LeadRationale : IListed<LeadRationaleId>
{
    private LeadRationale() { } // EF

    public LeadRationaleId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Of the designation that it explains.</summary>
    public long Epoch { get; private init; }
    public string Text { get; private init; } = "";
    public IReadOnlyList<string> Criteria { get; private init; } = [];
    public string Reason { get; private init; } = "";
    public Signature PublishedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }

    /// <param name="open">The designation that lasts; a rationale explains who leads, not who might.</param>
    public static LeadRationale Publish(LeadDesignation? open, PublishRationale request, Signature by, DateTime now)
    {
        var check = new Violations();
        var (text, reason, criteria) = (check.Text(request.Text, "text", 8000), check.Text(request.Reason, "reason", 4000), (request.Criteria ?? []).Distinct().ToList());
        check.Check(criteria.Count <= CriterionStatement.Most && criteria.All(CriteriaBook.Codes.Contains), "criteria", $"At most {CriterionStatement.Most} codes of the criteria.");
        check.ThrowIfAny();
        if (open is null)
        {
            throw Fail.Because(DesignationReasons.NoLead, "Nobody leads the process.");
        }

        return new LeadRationale { Id = LeadRationaleId.New(), Process = open.Process, Epoch = open.Epoch, Text = text, Criteria = criteria, Reason = reason, PublishedBy = by, CreateTime = now };
    }
}

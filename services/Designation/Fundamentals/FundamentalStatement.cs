using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Fundamentals;

/// <summary>The fundamentals of the United Nations Guidance for Effective Mediation (A/66/811, annex; R64).</summary>
internal enum Fundamental
{
    Preparedness = 1,
    Consent,
    Impartiality,
    Inclusivity,
    NationalOwnership,
    InternationalLawAndNormativeFrameworks,
    CoherenceCoordinationComplementarity,
    QualityPeaceAgreements,
}

/// <summary>How a process stands by one fundamental.</summary>
/// <param name="Fundamental">Which one.</param>
/// <param name="Statement">1 to 4000 characters.</param>
internal sealed record StateFundamental(Fundamental? Fundamental, string? Statement);

/// <summary>What one author says of a process and one fundamental, in words: there is no level and no score (R157).</summary>
internal sealed class FundamentalStatement : IVersioned, IListed<FundamentalStatementId>
{
    private FundamentalStatement() { } // EF

    public FundamentalStatementId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public Fundamental Fundamental { get; private init; }

    [Personal]
    public string Statement { get; private init; } = "";
    public Signature By { get; private init; } = new(null, "");
    public Closing? Retraction { get; private set; }
    public bool Retracted { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static FundamentalStatement Of(ProcessId process, StateFundamental request, Caller caller, DateTime now)
    {
        var check = new Violations();
        var said = new FundamentalStatement
        {
            Id = FundamentalStatementId.New(),
            Process = process,
            Fundamental = check.Required(request.Fundamental, "fundamental"),
            Statement = check.Text(request.Statement, "statement", 4000),
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.ThrowIfAny();
        return said;
    }

    public void Retract(string? reason, Caller caller, DateTime now) => (Retraction, Retracted) = (Closing.Of(Retraction, reason, caller, now), true);
}

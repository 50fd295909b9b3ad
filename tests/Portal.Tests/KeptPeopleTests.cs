using Concord.Portal.Frame;
using Concord.Portal.Roster;
using Concord.Support;

namespace Concord.Portal.Tests;

/// <summary>What is offered on the page of a person to whoever keeps the record.</summary>
public sealed class KeptPeopleTests
{
    private const string Owner = "organizations/0197a000-0000-7000-8000-000000000001";
    private static readonly Me s_officer = new("accounts/o", "Officer", null, Owner, null, ["regional-officer"], "CONFIDENTIAL", null);
    private static readonly Consent s_given = new("SEARCH", new DateOnly(2026, 1, 31), null, "A letter", false, null);
    private static readonly Consent s_back = s_given with { WithdrawTime = DateTimeOffset.UnixEpoch };

    [Fact, Rule("R20")]
    public void That_a_consent_was_taken_back_can_be_recorded_until_all_of_them_were()
    {
        Assert.Equal(["SEARCH", "SHARING"], Of().TakesBack); // nobody had asked: then it is a no
        Assert.Equal(["SEARCH", "SHARING"], Of(s_given).TakesBack);
        Assert.Equal(["SHARING"], Of(s_back).TakesBack);
        Assert.True(Of(s_back).Offers("withdrawConsent", s_officer));
        var over = Of(s_back, s_back with { Scope = "SHARING", GivenDay = null });
        Assert.Empty(over.TakesBack);
        Assert.False(over.Offers("withdrawConsent", s_officer));
        Assert.True(over.Offers("recordConsent", s_officer));
    }

    private static Profile Of(params Consent[] consents) => new(
        "profiles/p", "Ama", false, "ACTIVE", null, "WOMAN", "EXPERT", [], [], [], [], [], [], [], [], [], [], null, null, consents, [], Owner, "CONFIDENTIAL", null, null, "\"1\"");
}

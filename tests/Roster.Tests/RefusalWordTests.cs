using Concord.Platform.Errors;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;
using Concord.Support;

namespace Concord.Roster.Tests;

/// <summary>What is refused is told in the words of the API, and in none of the program's own.</summary>
public sealed class RefusalWordTests
{
    [Fact]
    public void A_state_is_told_as_the_answer_would_write_it()
    {
        var refused = Assert.Throws<DomainException>(() => Some.In(ProfileState.UnderVetting).Vet("accounts/b", Some.Now));
        Assert.Contains(" is UNDER_VETTING;", refused.Message, StringComparison.Ordinal);
        Assert.Contains(("state", "UNDER_VETTING"), refused.Metadata);
    }

    [Fact, Rule("R20")]
    public void A_scope_of_consent_is_too()
    {
        var person = Some.Draft(Some.Fields with { Person = "accounts/0197a000-0000-7000-8000-000000000001" });
        person.Consent(ConsentScope.Search, null, Some.Now);
        var refused = Assert.Throws<DomainException>(() => person.Record([new ConsentTold(ConsentScope.Search, Some.Day, null, "A letter")], "consents", Some.Now));
        Assert.Contains("said to SEARCH only", refused.Message, StringComparison.Ordinal);
    }
}

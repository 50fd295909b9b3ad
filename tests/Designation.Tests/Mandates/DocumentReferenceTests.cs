using Concord.Designation.Mandates;
using Concord.Platform.Errors;

namespace Concord.Designation.Tests;

public sealed class DocumentReferenceTests
{
    private static readonly DocumentReference s_resolution = new("Resolution", "S/RES/2046 (2012)", null, null, null, null, null);

    public static TheoryData<string> Wrong => [.. s_wrong.Keys];

    private static readonly Dictionary<string, DocumentReference> s_wrong = new()
    {
        ["no title"] = s_resolution with { Title = null },
        ["nowhere to be found"] = s_resolution with { Symbol = null },
        ["not https"] = s_resolution with { Address = "http://un.example/res" },
        ["a script"] = s_resolution with { Address = "javascript:alert(1)" },
        ["with a user"] = s_resolution with { Address = "https://un@evil.example/res" },
        ["no address"] = s_resolution with { Address = "docs/res.pdf" },
        ["no language"] = s_resolution with { Language = "xx-none" },
        ["short digest"] = s_resolution with { Sha256 = "abc" },
        ["no digest"] = s_resolution with { Sha256 = new string('z', 64) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_reference_that_leads_nowhere_or_elsewhere_is_refused(string what) => Given.Refused(PlatformReasons.InvalidField, () => Check(s_wrong[what]));

    [Fact]
    public void A_symbol_an_address_or_an_archive_is_enough_and_ten_are_the_most()
    {
        var archive = s_resolution with { Symbol = null, Archive = "Box 12, folder 3", Language = "fr", Date = new DateOnly(2012, 5, 2) };
        Assert.Equal([archive], Check(archive));
        Assert.Equal("https://un.example/res", Assert.Single(Check(s_resolution with { Symbol = null, Address = " https://un.example/res " })).Address);
        Assert.Equal(10, Check([.. Enumerable.Repeat(s_resolution, 10)]).Count);
        Given.Refused(PlatformReasons.InvalidField, () => Check([.. Enumerable.Repeat(s_resolution, 11)]));
    }

    private static IReadOnlyList<DocumentReference> Check(params DocumentReference[] given)
    {
        var check = new Violations();
        var documents = DocumentReference.Check(given, check);
        check.ThrowIfAny();
        return documents;
    }
}

using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>What a program reads of a field before it sends it.</summary>
public sealed class FieldDescriptionTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Each_field_is_described_by_its_comment_a_list_a_choice_and_a_part_with_fields_of_its_own_too()
    {
        var schemas = (await _service.As(null).ReadAsync("/openapi/v1.json")).Is(HttpStatusCode.OK)["components"]["schemas"]!;
        foreach (var request in (string[])["SearchRequest", "TeamRequest", "CreateSlate", "ProposeSharing", "AskSupport", "RequestStandby"])
        {
            var fields = schemas[request]!["properties"]!.AsObject();
            Assert.NotEmpty(fields);
            Assert.Empty(fields.Where(f => string.IsNullOrEmpty((string?)f.Value!["description"])).Select(f => $"{request}.{f.Key}"));
        }

        Assert.Equal("On all of these days.", (string?)schemas["SearchRequest"]!["properties"]!["availability"]!["description"]);
        Assert.Equal("Resource name, `sharingAgreements/{uuid}`.", (string?)schemas["SharingAgreementAnswer"]!["properties"]!["name"]!["description"]);
    }
}

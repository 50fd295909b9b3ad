using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>A filter that is no name of what it asks for is a mistake, and an empty list would hide it.</summary>
public sealed class ListFilterTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("profiles", "owner")]
    [InlineData("profiles:export", "owner")]
    [InlineData("standbyRequests", "process")]
    [InlineData("sharingAgreements", "owner")]
    [InlineData("sharingAgreements", "receiver")]
    [InlineData("supportRequests", "assignee")]
    [InlineData("deployments", "request")]
    [InlineData("deployments", "profile")]
    [InlineData("duplicates", "profile")]
    [InlineData("duplicateSuggestions", "profile")]
    public async Task A_filter_by_what_is_no_name_is_refused_by_its_name(string list, string filter)
    {
        foreach (var wrong in (string[])["x", "things/0197a000-0000-7000-8000-000000000001", "organizations/1", ""])
        {
            WrongIn([filter], await _service.As(Desk).ReadAsync($"/api/v1/{list}?{filter}={wrong}"));
        }
    }
}

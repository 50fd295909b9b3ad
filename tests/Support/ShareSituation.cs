using System.Net;
using Concord.Contracts.Access;
using Concord.Platform.Persistence;
using Concord.Platform.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Concord.Support;

/// <summary>How a record stands to an organization that is not its own.</summary>
public enum Standing
{
    NotShared,
    Shared,
    SharedLater,
    Expired,
    Ended,
    SharedWithAnother,
    SharedButNotCleared,
}

/// <summary>Puts a record into one of them.</summary>
public static class ShareSituation
{
    public static TheoryData<Standing> All => new(Enum.GetValues<Standing>());

    public static object Terms(string organization, DateTime? from = null, DateTime? until = null) => new
    {
        organization,
        scope = "READ",
        purpose = "Prepares the round of March",
        consent = new { by = "The parties", date = "2026-01-31", form = "WRITTEN", evidence = "Letter 12" },
        exposedToReprisals = "Nobody by name",
        fromTime = from,
        untilTime = until ?? DateTime.UtcNow.AddDays(30),
    };

    /// <param name="service">Where the record is.</param>
    /// <param name="keeper">Who shares it.</param>
    /// <param name="record">Its address, <c>/api/v1/…</c>.</param>
    /// <param name="reader">Somebody of the other organization.</param>
    /// <param name="another">Resource name of a third organization.</param>
    /// <param name="standing">The situation.</param>
    /// <returns>Who reads, and whether the record is to be seen.</returns>
    public static async Task<(TestCaller Reader, bool Sees)> StandsAsync(this TestService service, TestCaller keeper, string record, TestCaller reader, string another, Standing standing)
    {
        var now = DateTime.UtcNow;
        switch (standing)
        {
            case Standing.SharedLater:
                await GiveAsync(Terms(reader.Organization!, from: now.AddDays(1)));
                break;
            case Standing.Expired:
                await OutlastAsync(service, (await GiveAsync(Terms(reader.Organization!))).TextOf("name"), now);
                break;
            case Standing.Ended:
                var share = (await GiveAsync(Terms(reader.Organization!))).Location!;
                (await service.As(keeper).PostAsync($"{share}:end", new { reason = "The round is over" })).Is(HttpStatusCode.OK);
                break;
            case Standing.SharedWithAnother:
                await GiveAsync(Terms(another));
                break;
            case Standing.Shared or Standing.SharedButNotCleared:
                await GiveAsync(Terms(reader.Organization!));
                break;
        }

        return (standing == Standing.SharedButNotCleared ? reader with { Clearance = Classification.Unclassified } : reader, standing == Standing.Shared);

        async Task<ApiAnswer> GiveAsync(object terms) => (await service.As(keeper).PostAsync($"{record}/shares", terms)).Is(HttpStatusCode.Created);
    }

    /// <summary>A month has gone by since the share was given, for one day.</summary>
    private static async Task OutlastAsync(TestService service, string share, DateTime now)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var id = new ShareId(Guid.Parse(share[(share.LastIndexOf('/') + 1)..]));
        var (from, until) = (Instant.Truncate(now.AddDays(-30)), Instant.Truncate(now.AddSeconds(-1)));
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<Share>().Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.FromTime, from).SetProperty(x => x.UntilTime, until)));
    }
}

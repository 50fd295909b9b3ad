using Concord.Abuse.Tests.People;

namespace Concord.Abuse.Tests.Rows;

internal static class Roster
{
    private const string Officer = "igad.officer";
    private const string Other = "eccas.officer";
    private const string Support = "msu.officer";

    public static IEnumerable<Row> Rows { get; } =
    [
        new("ListProfiles", Support, _ => Table.Nothing),
        new("GetProfile", Officer, w => Task.FromResult(w.Profile)),
        new("CreateProfile", Officer, _ => Table.Nothing) { Body = (_, _) => World.ProfileBody() },
        new("EditProfile", Officer, w => w.ProfileAsync("active")) { Stranger = Other },
        new("ListAvailability", Officer, w => Task.FromResult(w.Profile)),
        new("GetAvailability", Officer, w => Task.FromResult(w.Window)),
        new("AddAvailability", Officer, w => w.ProfileAsync("active")) { Stranger = Other },
        new("CancelAvailability", Officer, async w => await w.WindowAsync(await w.ProfileAsync("active"))) { Stranger = Other },
        new("SubmitProfile", Officer, w => w.ProfileAsync("draft")) { Stranger = Other },
        new("VetProfile", Support, w => w.ProfileAsync("submitted")),
        new("ActivateProfile", Support, w => w.ProfileAsync("vetted")),
        new("SuspendProfile", Support, w => w.ProfileAsync("active")),
        new("ReinstateProfile", Support, w => w.ProfileAsync("suspended")),
        new("RetireProfile", Support, w => w.ProfileAsync("active")),
        new("SearchProfiles", Support, _ => Table.Nothing),
    ];
}

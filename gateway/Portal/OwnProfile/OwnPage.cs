using Concord.Portal.Frame;
using Concord.Portal.Roster;

namespace Concord.Portal.OwnProfile;

/// <summary>A form about the own record. Whoever has none is led to the page that says so.</summary>
public abstract class OwnPage : ActPage
{
    public const string Path = "/me/profile";

    protected Profile Own { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var own = await Api.FindAsync<Profile>("me/profile");
        if (own is null)
        {
            Open(Path);
            return;
        }

        Own = own;
    }

    protected (string, string)[] Way => [(Path, Say["ownRecord.title"])];
}

using Concord.Contracts.Access;
using Concord.Roster.Contacts;

namespace Concord.Roster.Mediators;

/// <summary>What the profile knows of the contacts, which are kept apart from it.</summary>
internal sealed partial class Profile
{
    /// <summary>The ways to reach the person that are kept.</summary>
    public IReadOnlyList<ContactKind> ContactKinds { get; private set; } = [];

    /// <summary>Of the contacts: never lower than Confidential, and never lower than the profile.</summary>
    public Classification ContactClassification => Classification > Classification.Confidential ? Classification : Classification.Confidential;

    public void KeepContacts(IReadOnlyList<ContactKind> kinds, DateTime now)
    {
        RefuseIfRetired();
        ContactKinds = kinds;
        Touch(now);
    }

    /// <summary>In every state: what is not kept cannot leak.</summary>
    public void RemoveContacts(DateTime now)
    {
        ContactKinds = [];
        Touch(now);
    }
}

using Concord.Platform.Persistence;

namespace Concord.Designation.Contacts;

internal readonly record struct ContactId(Guid Value) : IStrongId<ContactId>
{
    public static string Collection => "contacts";
    public static ContactId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ContactId id) => StrongId.TryParse(segment, out id);
    public static ContactId New() => new(Guid.CreateVersion7());
    public static bool operator >(ContactId left, ContactId right) => left.Value > right.Value;
    public static bool operator <(ContactId left, ContactId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

using Concord.Platform.Errors;
using Concord.Platform.Persistence;

namespace Concord.Roster;

/// <summary>A filter of a list by a resource name of another service. One that is no such name is a mistake of the caller, and an empty list would hide it.</summary>
internal static class NameFilter
{
    public static void Require(string? name, string collection, string field)
    {
        if (name is not null && !ResourceName.IsIn(collection, name))
        {
            throw Fail.Invalid(field, $"Expected the form {collection}/{{uuid}}.");
        }
    }
}

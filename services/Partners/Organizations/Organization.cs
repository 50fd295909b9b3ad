using System.Globalization;
using System.Text;
using Concord.Contracts.Events;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Texts;

namespace Concord.Partners.Organizations;

internal readonly record struct OrganizationId(Guid Value) : IStrongId<OrganizationId>
{
    public static string Collection => "organizations";
    public static OrganizationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out OrganizationId id) => StrongId.TryParse(segment, out id);
    public static OrganizationId New() => new(Guid.CreateVersion7());
    public static bool operator >(OrganizationId left, OrganizationId right) => left.Value > right.Value;
    public static bool operator <(OrganizationId left, OrganizationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>What an organization is, after the partner kinds of the field (R65).</summary>
internal enum OrganizationKind
{
    UnitedNations = 1,
    RegionalOrganization,
    SubregionalOrganization,
    Organ,
    State,
    InternationalNgo,
    LocalNgo,
    CivilSociety,
    IndependentExperts,
}

/// <summary>The fields of an organization that its keeper may change.</summary>
internal sealed record OrganizationEdit(string? DisplayName, string? Acronym);

/// <summary>An organization that may hold accounts, register roles and appear in a process.</summary>
internal sealed class Organization : IVersioned, IListed<OrganizationId>
{
    private Organization() { } // EF

    public OrganizationId Id { get; private init; }
    public string DisplayName { get; private set; } = "";
    public string? Acronym { get; private set; }

    /// <summary>The name without case, accents and spacing: unique, so that one body is registered once (R83).</summary>
    public string NameKey { get; private set; } = "";
    public OrganizationKind Kind { get; private init; }

    /// <summary>Code in the shipped reference data; null for organizations that users registered.</summary>
    public string? ReferenceCode { get; private init; }

    /// <summary>Resource name of the organization it is an organ of.</summary>
    public string? Parent { get; private init; }

    /// <summary>The day on which it left the platform; null where it takes part.</summary>
    public DateOnly? LeaveDay { get; private set; }
    public string? LeaveReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    public static (Organization, OrganizationRegistered) Register(
        OrganizationId id, string? displayName, string? acronym, OrganizationKind? kind, string? parent, string? referenceCode, DateTime now)
    {
        var check = new Violations();
        var organization = new Organization
        {
            Id = id,
            Kind = check.Required(kind, "kind"),
            Parent = parent,
            ReferenceCode = referenceCode,
            CreateTime = now,
        };
        check.Check(parent is null || ResourceName.TryParse<OrganizationId>(parent, out _), "parent", "Expected the form organizations/{uuid}.");
        organization.Name(displayName, acronym, check);
        check.ThrowIfAny();
        return (organization, new OrganizationRegistered(id.ToString(), organization.DisplayName, organization.Acronym ?? "", organization.Kind.ToString(), 1, now));
    }

    public OrganizationRenamed Edit(OrganizationEdit edit, DateTime now)
    {
        var check = new Violations();
        Name(edit.DisplayName, edit.Acronym, check);
        check.ThrowIfAny();
        return new OrganizationRenamed(Id.ToString(), DisplayName, Acronym ?? "", Version + 1, now);
    }

    /// <summary>It takes part no more, from this moment on; what it did stays.</summary>
    /// <param name="reason">Why; 1 to 2000 characters.</param>
    /// <param name="day">The day that is recorded; today where null, and never a later one, because access ends at once.</param>
    /// <param name="now">Now, UTC.</param>
    public OrganizationLeft Leave(string? reason, DateOnly? day, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        var today = DateOnly.FromDateTime(now);
        check.Check(day is null || day <= today, "day", "Not in the future: access ends at once.");
        check.ThrowIfAny();
        if (LeaveDay is not null)
        {
            throw Fail.Because(PartnersReasons.OrganizationLeft, PartnersReasons.OrganizationLeft.Title);
        }

        (LeaveDay, LeaveReason) = (day ?? today, why);
        return new OrganizationLeft(Id.ToString(), why, Version + 1, now);
    }

    /// <summary>It takes part again, from now on; what ended when it left stays ended.</summary>
    public OrganizationRejoined Rejoin(DateTime now)
    {
        if (LeaveDay is null)
        {
            throw Fail.Because(PartnersReasons.OrganizationTakesPart, PartnersReasons.OrganizationTakesPart.Title);
        }

        (LeaveDay, LeaveReason) = (null, null);
        return new OrganizationRejoined(Id.ToString(), Version + 1, now);
    }

    private void Name(string? displayName, string? acronym, Violations check)
    {
        DisplayName = check.Text(displayName, "displayName", 200);
        Acronym = check.OptionalText(acronym, "acronym", 30);
        NameKey = KeyOf(DisplayName);
        check.Check(DisplayName.Length == 0 || NameKey.Length > 0, "displayName", "Needs at least one letter or digit.");
    }

    private static string KeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var c in NormalForm.In(name, NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
        }

        return key.Length > 200 ? key.ToString(0, 200) : key.ToString();
    }
}

using Concord.Designation.Processes;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Successions;

internal readonly record struct PersonChangeId(Guid Value) : IStrongId<PersonChangeId>
{
    public static string Collection => "personHistory";
    public static PersonChangeId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out PersonChangeId id) => StrongId.TryParse(segment, out id);
    public static PersonChangeId New() => new(Guid.CreateVersion7());
    public static bool operator >(PersonChangeId left, PersonChangeId right) => left.Value > right.Value;
    public static bool operator <(PersonChangeId left, PersonChangeId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>Where a process names a person.</summary>
internal enum PersonPlace
{
    /// <summary>Acts for the appointing authority.</summary>
    AppointingAuthority = 1,

    /// <summary>Coordinates the support of an organization.</summary>
    Coordinator,
}

/// <summary>One person followed another in a place that a process names; appended, never rewritten.</summary>
internal sealed class PersonChange : IListed<PersonChangeId>
{
    private PersonChange() { } // EF

    public PersonChange(ProcessId process, PersonPlace place, string record, string from, string to, DateTime now) =>
        (Id, Process, Place, Record, From, To, CreateTime) = (PersonChangeId.New(), process, place, record, from, to, now);

    public PersonChangeId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public PersonPlace Place { get; private init; }

    /// <summary>Resource name of what names the person: the process, or a support role.</summary>
    public string Record { get; private init; } = "";

    /// <summary>Resource name of an account.</summary>
    public string From { get; private init; } = "";

    /// <summary>The same of who followed.</summary>
    public string To { get; private init; } = "";
    public DateTime CreateTime { get; private init; }
}

internal sealed class PersonChangeConfiguration : IEntityTypeConfiguration<PersonChange>
{
    public void Configure(EntityTypeBuilder<PersonChange> builder)
    {
        builder.ToTable("PersonChanges");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Place).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Record).HasMaxLength(120);
        builder.Property(c => c.From).HasMaxLength(60);
        builder.Property(c => c.To).HasMaxLength(60);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
    }
}

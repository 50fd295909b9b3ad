using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Friends;

internal sealed class FriendConfiguration : IEntityTypeConfiguration<Friend>, IEntityTypeConfiguration<FriendNote>
{
    public void Configure(EntityTypeBuilder<Friend> builder)
    {
        builder.ToTable("Friends");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Name);
        builder.Property(f => f.Organization).HasMaxLength(60);
        builder.Property(f => f.ExceptionReason).HasMaxLength(2000);
        builder.Property(f => f.EndReason).HasMaxLength(2000);
        builder.Property(f => f.ChosenBy).HasJson(600);
        builder.Property(f => f.EndedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(f => f.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.Process, f.Number }).IsUnique();
        builder.HasIndex(f => new { f.Process, f.CreateTime, f.Id });
        builder.OwnsMany(f => f.Functions, function =>
        {
            function.ToTable("FriendFunctions");
            function.WithOwner().HasForeignKey("FriendId");
            function.HasKey("FriendId", nameof(FriendFunctionTerm.Number));
            function.Property(f => f.Number).ValueGeneratedNever();
            function.Property(f => f.Function).HasConversion<string>().HasMaxLength(40);
            function.Property(f => f.EndReason).HasMaxLength(2000);
            function.Property(f => f.GivenBy).HasJson(600);
            function.Property(f => f.EndedBy!).HasJson(600);
        });
    }

    public void Configure(EntityTypeBuilder<FriendNote> builder)
    {
        builder.ToTable("FriendNotes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Ignore(n => n.Name);
        builder.Property(n => n.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(n => n.Criterion).HasConversion<string>().HasMaxLength(40);
        builder.Property(n => n.Text).HasMaxLength(FriendNote.LongestText);
        builder.Property(n => n.WithdrawReason).HasMaxLength(2000);
        builder.Property(n => n.By).HasJson(600);
        builder.Property(n => n.WithdrawnBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(n => n.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Friend>().WithMany().HasForeignKey(n => n.Friend).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FriendNote>().WithMany().HasForeignKey(n => n.RepliesTo).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.Friend, n.CreateTime, n.Id });
    }
}

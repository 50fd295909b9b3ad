using Concord.Platform.Sealing;
using Concord.Roster.Persistence;

namespace Concord.Roster.Standby.Calls;

/// <summary>Puts what a person said to a call, and what a link tells, under the seal of the person, and takes it out; the only place that does.</summary>
internal sealed class CallKeeper(Sealer sealer)
{
    public async Task<Sealed?> SealRemarkAsync(StandbyCallPlace call, string? remark, CancellationToken cancellationToken) =>
        remark is null ? null : await sealer.SealAsync(call.Of(nameof(StandbyCall.Remark)), remark, cancellationToken);

    public Task<Sealed> SealTextAsync(StandbyCallPlace call, LinkText text, CancellationToken cancellationToken) => sealer.SealAsync(call.Of(nameof(StandbyCall.LinkText)), text, cancellationToken);

    /// <returns>Null where nothing was said.</returns>
    public async Task<string?> RemarkAsync(StandbyCall call, CancellationToken cancellationToken) =>
        call.Remark is { } held ? await sealer.OpenAsync<string>(StandbyCallPlace.Of(call).Of(nameof(StandbyCall.Remark)), held, cancellationToken) : null;

    public Task<LinkText> TextAsync(StandbyCall call, CancellationToken cancellationToken) => sealer.OpenAsync<LinkText>(StandbyCallPlace.Of(call).Of(nameof(StandbyCall.LinkText)), call.LinkText!, cancellationToken);
}

/// <summary>Where the sealed parts of a call belong.</summary>
internal sealed record StandbyCallPlace(Mediators.ProfileId Profile, CallId Id, Contracts.Access.Classification Label)
{
    public static StandbyCallPlace Of(StandbyCall call) => new(call.Profile, call.Id, call.Classification);

    public SealedPlace Of(string column) => new(Profile.ToString(), nameof(RosterDb.Calls), Id.ToString(), column, Label);
}

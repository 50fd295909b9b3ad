using Concord.Portal.Components;
using Microsoft.AspNetCore.Components;

namespace Concord.Portal.Tracks;

/// <summary>One kind of record around the talks, with what came of each.</summary>
public abstract class TrackPart<TContent> : Part
{
    /// <summary>Of the process.</summary>
    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<Followed<TContent>> Records { get; set; } = [];

    /// <summary>Whether the reader may record here and act on what is recorded.</summary>
    [Parameter, EditorRequired]
    public bool Keeps { get; set; }

    /// <summary>What delegations are called, by resource name, as far as the reader may know of them.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Parties { get; set; } = new Dictionary<string, string>();

    protected string? WithdrawalOf(Followed<TContent> record) => Keeps ? $"/{record.Name}/withdraw" : null;

    /// <summary>Nothing more comes of what was withdrawn.</summary>
    protected bool ActsOn(Followed<TContent> record) => Keeps && record.Withdrawn is null;
}

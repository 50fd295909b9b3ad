namespace Concord.Portal.Talks;

/// <summary>One article in the form for a version.</summary>
/// <param name="At">Its place in the form, by which its fields are called.</param>
/// <param name="Key">By which it is the same article in every version; made with the form for one that is new.</param>
/// <param name="Number">As typed; null where nothing is.</param>
/// <param name="Heading">The same.</param>
/// <param name="Body">The same.</param>
/// <param name="State">How far the parties are with it.</param>
/// <param name="IsNew">The last version does not have it.</param>
/// <param name="After">Place in the form of the article that a new one follows; <see cref="First"/>, or null for the end.</param>
internal sealed record ArticleSlot(int At, string Key, string? Number, string? Heading, string? Body, string State, bool IsNew, int? After)
{
    public const int First = -1;

    /// <summary>Nothing is written there: it is left out.</summary>
    public bool IsEmpty => Number is null && Heading is null && Body is null;

    public string Field(string of) => Rows.Field("articles", At, of);

    /// <summary>Those that are written, in the order of the text.</summary>
    public static IReadOnlyList<ArticleSlot> InOrder(IEnumerable<ArticleSlot> slots)
    {
        var written = slots.Where(s => !s.IsEmpty).ToList();
        var (kept, added) = (written.Where(s => !s.IsNew).ToList(), written.Where(s => s.IsNew).ToList());
        return
        [
            .. added.Where(a => a.After == First),
            .. kept.SelectMany(k => added.Where(a => a.After == k.At).Prepend(k)),
            .. added.Where(a => a.After != First && kept.All(k => k.At != a.After)), // also after one that this version leaves out
        ];
    }
}

namespace Concord.Contracts.Reference;

/// <summary>A name in the six official languages of the United Nations; a language without a name holds an empty text.</summary>
public sealed record LocalizedName(string Arabic, string Chinese, string English, string French, string Russian, string Spanish)
{
    /// <summary>The name in the language of a tag such as <c>fr</c> or <c>zh-Hans-CN</c>, in English where there is none.</summary>
    public string In(string languageTag)
    {
        var end = languageTag.AsSpan().IndexOfAny('-', '_');
        var name = (end < 0 ? languageTag : languageTag[..end]).ToUpperInvariant() switch
        {
            "AR" => Arabic,
            "ZH" => Chinese,
            "FR" => French,
            "RU" => Russian,
            "ES" => Spanish,
            _ => English,
        };
        return name.Length > 0 ? name : English;
    }

    /// <summary>The English name.</summary>
    public override string ToString() => English;
}

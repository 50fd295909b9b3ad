namespace Concord.Roster.Names;

/// <summary>Greek, Armenian and Georgian.</summary>
internal static class OtherAlphabets
{
    private const string Greek = """
        α=a ά=a β=V γ=G γγ=NG γκ=G γξ=NKS δ=D ε=e έ=e ζ=Z η=i ή=i θ=T ι=i ί=i ϊ=i ΐ=i κ=K λ=L μ=M ν=N ξ=KS ο=o ό=o π=P ρ=R σ=S ς=S τ=T τζ=Z τσ=Z υ=i ύ=i ϋ=i ΰ=i φ=F χ=H ψ=PS ω=o ώ=o
        αι=e αί=e ει=i εί=i οι=i οί=i ου=u ού=u αυ=aV αύ=aV ευ=eV εύ=eV
        """;

    private const string Armenian = """
        ա=a բ=B գ=G դ=D ե=e զ=Z է=e ը=? թ=T ժ=G ի=i լ=L խ=H ծ=Z կ=K հ=H ձ=Z ղ=G ճ=C մ=M յ=i ն=N շ=X ո=o ու=u չ=C պ=P ջ=G ռ=R ս=S վ=V տ=T ր=R ց=Z ւ=V փ=P ք=K և=eV օ=o ֆ=F
        """;

    private const string Georgian = """
        ა=a ბ=B გ=G დ=D ე=e ვ=V ზ=Z თ=T ი=i კ=K ლ=L მ=M ნ=N ო=o პ=P ჟ=G რ=R ს=S ტ=T უ=u ფ=P ქ=K ღ=G ყ=K შ=X ჩ=C ც=Z ძ=Z წ=Z ჭ=C ხ=H ჯ=G ჰ=H
        """;

    private static readonly Reading[] s_greek = [new("μπ=B ντ=D ^γι=i ^γ+=i", Greek), new("μπ=MB ντ=ND", Greek), new("ευ=eu εύ=eu αυ=au αύ=au υ=u ύ=u ντ=NT μπ=MP", Greek)];
    private static readonly Reading[] s_armenian = [new(Armenian)];
    private static readonly Reading[] s_georgian = [new(Georgian), new("ფ=F", Georgian)];

    public static bool Has(char c) => ReadingsOf(c) is not null;

    public static IEnumerable<string> Read(string word) => ReadingsOf(word[0])!.Select(r => r.Read(word));

    private static Reading[]? ReadingsOf(char c) => c switch
    {
        >= '\u0370' and <= '\u03ff' => s_greek,
        >= '\u0530' and <= '\u058f' => s_armenian,
        >= '\u10a0' and <= '\u10ff' => s_georgian,
        _ => null,
    };
}

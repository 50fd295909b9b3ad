using Concord.Platform.Browsers;

namespace Concord.Identity.Factors;

/// <summary>What the forms about factors send; empty where a form has no such field.</summary>
internal sealed record FactorForm(string Code, string Credential, string State, string Name, string Factor, string ReturnUrl)
{
    public static async Task<FactorForm> ReadAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        return new(form["code"].ToString(), form["credential"].ToString(), form["state"].ToString(), form["name"].ToString().Trim(), form["factor"].ToString(), LocalAddress.OrStart(form["returnUrl"]));
    }
}

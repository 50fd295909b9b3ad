using Microsoft.IdentityModel.Tokens;

namespace Concord.Identity.Tokens.Keys;

/// <summary>One pair of keys.</summary>
/// <param name="Name">Which.</param>
/// <param name="Signing">Of all tokens: ES256.</param>
/// <param name="Encryption">Of what only this server reads: codes and refresh tokens.</param>
internal sealed record TokenKey(KeyName Name, SigningCredentials Signing, EncryptingCredentials Encryption)
{
    /// <summary>As tokens and the published set name it.</summary>
    public string Id => Signing.Key.KeyId;
}

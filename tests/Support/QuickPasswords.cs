using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Support;

/// <summary>Passwords cost an attacker a tenth of a second each, and so they would every test that signs somebody in. What tests show does not depend on it.</summary>
public static class QuickPasswords
{
    public const int Rounds = 1_000;

    public static void Use(WebApplicationBuilder builder) => builder.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = Rounds);
}

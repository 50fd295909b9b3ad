using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Tests.Sealing;

/// <summary>Two columns of one row, so that a test can swap them.</summary>
internal sealed class Deposit
{
    public required string Id { get; init; }
    public required Sealed First { get; set; }
    public Sealed? Second { get; set; }

    public static SealedPlace PlaceOf(string id, string column = nameof(First), Classification label = Classification.Confidential) => new($"people/{id}", "Deposits", id, column, label);
}

internal sealed class VaultDb(DbContextOptions options) : VaultDbBase(options);

internal abstract class VaultDbBase(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<Deposit> Deposits => Set<Deposit>();
    public DbSet<SubjectKey> Keys => Set<SubjectKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var deposit = modelBuilder.Entity<Deposit>();
        deposit.Property(d => d.Id).HasMaxLength(60);
        deposit.Property(d => d.First).IsSealed(1000);
        deposit.Property(d => d.Second!).IsSealed(1000);
        modelBuilder.ApplyConfiguration(new SubjectKeyConfiguration());
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed record DepositBody(string? Text);

/// <summary>A small service that seals what it is given.</summary>
internal sealed class VaultModule : IServiceModule
{
    private static readonly Permission Use = new("vault.use", "Use the vault.", "keeper");

    public static string Name => "vault";

    public static IReadOnlyList<Permission> Permissions => [Use];

    public static IReadOnlyList<Reason> Reasons => SealingReasons.All;

    public static readonly TestCaller Keeper = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000001", "keeper");

    public static Task<TestService> StartAsync(string? directory = null, Action<WebApplicationBuilder>? configure = null) => TestService.StartAsync<VaultModule>(configure, directory, async services =>
    {
        await TestStore.Current.PrepareAsync(Name, services);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.EnsureCreatedAsync();
    });

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<VaultDbBase>(Name, new(o => new VaultDb(o), o => new VaultDb(o), o => new VaultDb(o)));
        builder.Services.AddSealing();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        api.MapPut("/deposits/{id}", PutAsync).Needs(Use);
        api.MapGet("/deposits/{id}", GetAsync).Needs(Use);
        api.MapPost("/deposits/{id}:erase", EraseAsync).Needs(Use).ReadsOnly();
    }

    private static async Task<IResult> PutAsync(string id, DepositBody body, VaultDbBase db, Sealer sealer, CancellationToken token)
    {
        var text = await sealer.SealAsync(Deposit.PlaceOf(id), body.Text ?? "", token);
        if (await db.Deposits.FindAsync([id], token) is { } held)
        {
            held.First = text;
        }
        else
        {
            db.Add(new Deposit { Id = id, First = text });
        }

        await db.SaveChangesAsync(token);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> GetAsync(string id, VaultDbBase db, Sealer sealer, CancellationToken token)
    {
        var held = await db.Deposits.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, token) ?? throw Fail.NotFound(id);
        return TypedResults.Ok(new DepositBody(await sealer.OpenAsync<string>(Deposit.PlaceOf(id), held.First, token)));
    }

    private static async Task<IResult> EraseAsync(string id, VaultDbBase db, Sealer sealer, CancellationToken token)
    {
        await sealer.DestroyAsync($"people/{id}", token);
        await db.SaveChangesAsync(token);
        return TypedResults.NoContent();
    }
}

internal static class VaultClient
{
    public static Task<ApiAnswer> DepositAsync(this TestService vault, string id, string text) => vault.As(VaultModule.Keeper).SendAsync(HttpMethod.Put, $"/api/v1/deposits/{id}", new { text });

    public static Task<ApiAnswer> TakeAsync(this TestService vault, string id) => vault.As(VaultModule.Keeper).ReadAsync($"/api/v1/deposits/{id}");

    public static Task<ApiAnswer> EraseAsync(this TestService vault, string id) => vault.As(VaultModule.Keeper).PostAsync($"/api/v1/deposits/{id}:erase", (object?)null);

    /// <summary>Works on the store and the sealer of the service itself.</summary>
    public static async Task WithinAsync(this TestService vault, Func<VaultDbBase, Sealer, Task> act)
    {
        await using var scope = vault.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<VaultDbBase>(), scope.ServiceProvider.GetRequiredService<Sealer>());
    }
}

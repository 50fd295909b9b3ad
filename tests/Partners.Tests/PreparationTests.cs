using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Partners.Tests;

/// <summary>Migrations and shipped records, when several instances bring one store up to date at the same moment.</summary>
public sealed class PreparationTests
{
    [Fact]
    public async Task Several_that_prepare_one_new_store_at_once_all_succeed_and_ship_each_organization_once()
    {
        for (var round = 0; round < 4; round++)
        {
            var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
            var instances = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
                TestService.StartAsync<PartnersModule>(directory: directory, prepare: services => services.PrepareStoreAsync(CancellationToken.None)))));
            await using (var scope = instances[0].Services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
                Assert.Equal(ReferenceData.Organizations.Length, await db.Outbox.CountAsync(m => m.Type == OrganizationRegistered.Type));
                Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            }

            var page = await instances[^1].As(TestCaller.Person(WellKnown.Organization("AU"), Roles.Analyst)).ReadAsync("/api/v1/organizations?pageSize=500");
            Assert.Equal(ReferenceData.Organizations.Length, page["items"].AsArray().Count);
            foreach (var instance in instances)
            {
                await instance.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_keep_out_the_next()
    {
        TestStore.OnlyOn(DatabaseProvider.Sqlite, "the others take back the lock of a session that has ended.");
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using (var killed = new SqliteConnection($"Data Source={Path.Combine(directory, $"{PartnersModule.Name}.db")};Pooling=False"))
        {
            await killed.OpenAsync(TestContext.Current.CancellationToken);
            await using var mark = killed.CreateCommand();
            mark.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await mark.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var second = await TestService.StartAsync<PartnersModule>(directory: directory, prepare: services => services.PrepareStoreAsync(patience.Token));
    }
}

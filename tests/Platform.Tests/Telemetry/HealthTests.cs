using System.Net;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests.Telemetry;

public sealed class HealthTests
{
    [Fact]
    public async Task A_service_whose_store_does_not_answer_is_alive_and_not_ready()
    {
        await using var service = await NotesModule.StartAsync();
        await using (var scope = service.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.ExecuteSqlRawAsync("""DROP TABLE "Inbox" """);
        }

        (await service.As(null).ReadAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");
        (await service.As(null).ReadAsync("/health/live")).Is(HttpStatusCode.OK);
        Assert.Equal(1, await HealthVerb.RunAsync(Own(service), NotesModule.Name));
    }

    [Fact]
    public async Task A_stopping_service_says_so_and_serves_on_until_those_who_ask_it_have_noticed()
    {
        await using var service = await NotesModule.StartAsync(b => b.Configuration[Draining.Seconds.Key] = "60");
        Assert.Equal(0, await HealthVerb.RunAsync(Own(service), NotesModule.Name));
        using var enough = new CancellationTokenSource();
        var stopping = service.StopAsync(enough.Token);

        await Eventually.TrueAsync(async () => (await service.As(null).ReadAsync("/health/ready")).Status == HttpStatusCode.ServiceUnavailable, "it says that it is not ready");
        (await service.As(null).ReadAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "STOPPING");
        (await service.As(null).ReadAsync("/health/live")).Is(HttpStatusCode.OK);
        (await service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "still served" })).Is(HttpStatusCode.Created);
        Assert.False(stopping.IsCompleted);
        await enough.CancelAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Where_nobody_answers_the_verb_says_not_ready()
    {
        string[] own;
        await using (var service = await NotesModule.StartAsync())
        {
            own = Own(service);
        }

        Assert.Equal(1, await HealthVerb.RunAsync(own, NotesModule.Name));
    }

    [Theory]
    [InlineData(null, null, "http://127.0.0.1:8080/health/ready")]
    [InlineData("0.0.0.0", "9000", "http://127.0.0.1:9000/health/ready")]
    [InlineData("::", null, "http://[::1]:8080/health/ready")]
    [InlineData("10.1.2.3", null, "http://10.1.2.3:8080/health/ready")]
    public void The_verb_asks_where_the_server_listens(string? address, string? port, string asked) =>
        Assert.Equal(asked, HealthVerb.AddressIn(new ConfigurationBuilder().AddInMemoryCollection([new("Listen:Address", address), new("Listen:Http", port)]).Build(), secure: false, "ready").AbsoluteUri);

    private static string[] Own(TestService service) => [$"--Listen:Address={IPAddress.Loopback}", $"--Listen:Http={new Uri(service.HttpAddress).Port}"];
}

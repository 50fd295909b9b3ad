using Concord.Platform.Hosting;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Tests;

/// <summary>What a process does not start with where it would protect real people, and what it reads from a file.</summary>
public sealed class ProductionStartTests
{
    private static readonly Setting s_shared = new("Test:Shared", "A secret of two programs.", Secret: true);

    private static WebApplication Build(string environment, params (string Key, string Value)[] settings) => ServiceHost.Build<NotesModule>([$"--environment={environment}"], builder =>
    {
        builder.Configuration.AddInMemoryCollection([new("Identity:Issuer", "https://concord.test/"), new("ConnectionStrings:notes", "Data Source=:memory:")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.TakesSetting(s_shared);
    });

    [Theory, Abuse(36)]
    [InlineData("Identity:Issuer", "http://concord.example.org/")]
    [InlineData("Identity:Issuer", "http://10.0.0.1/")]
    [InlineData("ConnectionStrings:rabbitmq", "amqp://guest:guest@broker:5672")]
    [InlineData("ConnectionStrings:rabbitmq", "amqp://broker:5672")]
    [InlineData("ConnectionStrings:rabbitmq", "amqp://concord:guest@broker:5672")]
    [InlineData("Test:Shared", "thirty-one-characters-are-no-32")]
    public async Task Production_refuses_it_in_one_line_without_the_value_and_another_environment_takes_it(string key, string value)
    {
        await using var production = Build("Production", (key, value));
        var refusal = Assert.Throws<SettingException>(production.CheckProduction).Message;
        Assert.StartsWith($"{key} must ", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
        Assert.DoesNotContain(value, refusal, StringComparison.Ordinal);
        await using var demonstration = Build("Demonstration", (key, value));
        demonstration.CheckProduction();
    }

    [Theory]
    [InlineData("Identity:Issuer", "https://concord.example.org/")]
    [InlineData("Identity:Issuer", "http://127.0.0.1:5080/")]
    [InlineData("Identity:Issuer", "http://[::1]:5080/")]
    [InlineData("Identity:Issuer", "http://localhost:5080/")]
    [InlineData("ConnectionStrings:rabbitmq", "amqp://concord:b4c8d1@broker:5672")]
    [InlineData("Test:Shared", "thirty-two-characters-are-enough")]
    public async Task Production_takes_what_is_fit_for_it(string key, string value)
    {
        await using var production = Build("Production", (key, value));
        production.CheckProduction();
    }

    [Theory]
    [InlineData("Production", null, null, true)]
    [InlineData("Production", "Mesh:CertificateDirectory", "/etc/concord/mesh", false)]
    [InlineData("Production", "Mesh:ProtectedBy", "a service mesh", false)]
    [InlineData("Demonstration", null, null, false)]
    public async Task Services_speak_plain_http_in_production_only_where_somebody_says_what_protects_it(string environment, string? key, string? value, bool refused)
    {
        await using var app = Build(environment);
        if (key is not null)
        {
            app.Configuration[key] = value;
        }

        var refusal = Record.Exception(() => ProductionStart.CheckLines(app.Environment, app.Configuration));
        Assert.Equal(refused, refusal is SettingException);
        Assert.True(!refused || await ServiceHost.ServeAsync(() => Build(environment, ("Listen:Http", "0"), ("Listen:Grpc", "0"))) == 1);
    }

    [Fact]
    public async Task A_process_that_nobody_told_where_it_runs_is_in_production()
    {
        Assert.Equal("Production", ProductionStart.Name.Default);
        var before = Environment.GetEnvironmentVariable(ProductionStart.Name.Key);
        await using var app = Build("Production");
        Assert.True(app.Environment.IsProduction());
        Assert.Equal("Test", before); // which is why tests may use what they use
    }

    [Fact]
    public async Task The_process_ends_with_the_refusal_and_so_does_each_verb()
    {
        Assert.Equal(1, await ServiceHost.ServeAsync(() => Build("Production", ("Test:Shared", "short"), ("Listen:Http", "0"), ("Listen:Grpc", "0"))));
        Assert.Equal(1, await Verbs.RunAsync<NotesModule>("migrate", [], b =>
        {
            b.Environment.EnvironmentName = "Production";
            b.Configuration.AddInMemoryCollection([new("Identity:Issuer", "http://concord.example.org/"), new("ConnectionStrings:notes", "Data Source=:memory:")]);
        }));
    }

    [Fact, Abuse(36)]
    public async Task The_demonstration_is_not_loaded_in_production()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        Task<int> MigrateAsync(string environment) => Verbs.RunAsync<NotesModule>("migrate", ["--demo"], b =>
        {
            b.Environment.EnvironmentName = environment;
            b.Configuration["Identity:Issuer"] = "https://concord.test/";
            TestStore.Current.Use(b, NotesModule.Name, directory);
        });
        Assert.Equal(1, await MigrateAsync("Production"));
        Assert.Empty(Directory.GetFiles(directory, "*.db"));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Demonstration", false)]
    public async Task A_store_that_holds_the_demonstration_ends_the_process_in_production_only(string environment, bool ends)
    {
        var services = new ServiceCollection().AddLogging().AddScoped<IDemonstration, Loaded>().BuildServiceProvider();
        using var lifetime = new Lifetime();
        using var guard = new LoadedDemonstration(
            services.GetRequiredService<IServiceScopeFactory>(), new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = environment }, lifetime,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<LoadedDemonstration>.Instance);
        await guard.StartAsync(CancellationToken.None);
        await guard.ExecuteTask!;
        Assert.Equal((ends, ends), (guard.Found, lifetime.Stopped));
    }

    [Fact]
    public void A_secret_may_stand_in_a_file_and_what_stands_in_the_setting_itself_goes_first()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("concord-test-").FullName, "secret");
        File.WriteAllText(path, "from a file\n");
        Assert.Equal("from a file", s_shared.In(Of(("Test:SharedFile", path))));
        Assert.Equal("set", s_shared.In(Of(("Test:SharedFile", path), ("Test:Shared", "set"))));
        Assert.Null((s_shared with { Secret = false }).In(Of(("Test:SharedFile", path))));
        File.WriteAllText(path, "\n");
        foreach (var bad in (string[])[path, $"{path}.none", Path.GetDirectoryName(path)!])
        {
            var refusal = Assert.Throws<SettingException>(() => s_shared.In(Of(("Test:SharedFile", bad)))).Message;
            Assert.StartsWith("Test:SharedFile names a file that ", refusal, StringComparison.Ordinal);
        }
    }

    private static IConfigurationRoot Of(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

    private sealed class Loaded : IDemonstration
    {
        public Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<bool> IsLoadedAsync(CancellationToken cancellationToken) => Task.FromResult(true);
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _never = new();

        public bool Stopped { get; private set; }

        public CancellationToken ApplicationStarted => _never.Token;

        public CancellationToken ApplicationStopping => _never.Token;

        public CancellationToken ApplicationStopped => _never.Token;

        public void StopApplication() => Stopped = true;

        public void Dispose() => _never.Dispose();
    }
}

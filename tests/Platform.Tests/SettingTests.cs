using Concord.Platform.Hosting;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Telemetry;
using Concord.Platform.Telemetry.Logs;
using Concord.Platform.Tests.Notes;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Tests;

public sealed class SettingTests
{
    public static readonly TheoryData<Setting, string, bool> Values = new()
    {
        { AccessSetup.Issuer, "https://concord.example/", true },
        { AccessSetup.Issuer, "https://concord.example", false },
        { AccessSetup.Issuer, "concord.example/", false },
        { TelemetrySetup.Endpoint, "http://collector:4317", true },
        { TelemetrySetup.Endpoint, "collector:4317", false },
        { TelemetrySetup.Endpoint, "not an uri", false },
        { TelemetrySetup.SampledShare, "0.25", true },
        { TelemetrySetup.SampledShare, "7", false },
        { TelemetrySetup.SampledShare, "NaN", false },
        { Draining.Seconds, "0", true },
        { Draining.Seconds, "-3", false },
        { Draining.Seconds, "ten", false },
        { Listening.Http, "0", true },
        { Listening.Http, "65536", false },
        { Listening.Address, "::1", true },
        { Listening.Address, "here", false },
        { ServiceAddresses.Http, "http://roster-0:8080, http://roster-1:8080", true },
        { ServiceAddresses.Http, "http://roster-0:8080,garbage", false },
        { ServiceAddresses.Grpc, "dns:///roster-grpc:8081", true },
        { ServiceAddresses.Grpc, "dns:///", false },
        { RabbitMqTransport.Address, "amqps://user:pass%20word@broker:5671/concord", true },
        { RabbitMqTransport.Address, "http://broker:5672", false },
        { RabbitMqTransport.Address, "broker:5672", false },
        { RabbitMqTransport.Address, "amqp://broker/a/b", false },
        { ServiceDatabase.Provider, "postgresql", true },
        { ServiceDatabase.Provider, "2", false },
        { DiscreetLogs.Formatter, "json", true },
        { DiscreetLogs.Formatter, "xml", false },
    };

    [Theory, MemberData(nameof(Values))]
    public void A_value_has_the_form_of_its_setting_or_is_refused_without_being_repeated(Setting setting, string value, bool fits)
    {
        var configuration = Of((setting.Key, value));
        if (fits)
        {
            Assert.Equal(value, setting.In(configuration));
        }
        else
        {
            var refusal = Assert.Throws<SettingException>(() => setting.In(configuration)).Message;
            Assert.StartsWith($"{setting.Key} must be ", refusal, StringComparison.Ordinal);
            Assert.EndsWith(setting.Meaning, refusal, StringComparison.Ordinal);
            Assert.DoesNotContain($"'{value}'", refusal, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Identity:Issuer", "")]
    [InlineData("Identity:Issuer", "garbage")]
    [InlineData("Services:identity:Http", "garbage")]
    [InlineData("Database:Provider", "garbage")]
    [InlineData("ConnectionStrings:notes", "")]
    [InlineData("Listen:DrainSeconds", "-1")]
    [InlineData("Logging:Console:FormatterName", "garbage")]
    public async Task A_process_with_a_wrong_setting_says_so_and_does_not_start(string key, string value)
    {
        var right = new Dictionary<string, string?> { ["Identity:Issuer"] = "https://concord.test/", ["ConnectionStrings:notes"] = "Data Source=:memory:", ["Listen:Http"] = "0", ["Listen:Grpc"] = "0", [key] = value };
        Assert.Equal(1, await ServiceHost.ServeAsync(() => ServiceHost.Build<NotesModule>([], builder => builder.Configuration.AddInMemoryCollection(right))));
    }

    private static IConfigurationRoot Of(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}

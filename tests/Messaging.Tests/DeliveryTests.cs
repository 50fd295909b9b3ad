using Concord.Messaging.Tests.Modules;

namespace Concord.Messaging.Tests;

public sealed class DeliveryTests(CalmBroker broker, ITestOutputHelper output)
{
    [Fact]
    public async Task A_fact_of_one_service_is_heard_once_by_another()
    {
        var host = await broker.NextHostAsync();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        await teller.TellAsync("tales", 50);

        await listener.HeardOnceEachAsync(50);
        var server = await broker.ServerAsync();
        listener.Trouble.With = _ => new InvalidOperationException("secret");
        await teller.TellAsync("bad", 1);
        await Task.Delay(5000);
        output.WriteLine(await server.ControlAsync("list_queues", "-p", host.AbsolutePath[1..], "name", "type", "messages", "arguments"));
        output.WriteLine(await server.ControlAsync("list_bindings", "-p", host.AbsolutePath[1..]));
        output.WriteLine(await server.ControlAsync("list_exchanges", "-p", host.AbsolutePath[1..], "name", "type", "arguments"));
    }
}

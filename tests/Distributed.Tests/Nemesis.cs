using Concord.Support.Servers;

namespace Concord.Distributed.Tests;

/// <summary>Kills replicas (-9), pauses them in the middle of what they do (SIGSTOP), and cuts the broker off, one thing after the other, until it is told to end; then everything runs again.</summary>
internal sealed class Nemesis : IAsyncDisposable
{
    private readonly TaskCompletionSource _end = new();
    private readonly Task _work;
    private int _disturbances;

    private Nemesis(IReadOnlyList<ServiceProcess> replicas, RabbitMqServer broker, Random random) => _work = Task.Run(() => WorkAsync(replicas, broker, random));

    public int Disturbances => _disturbances;

    public static Nemesis Begin(IReadOnlyList<ServiceProcess> replicas, RabbitMqServer broker, Random random) => new(replicas, broker, random);

    public async Task EndAsync()
    {
        _end.TrySetResult();
        await _work;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task WorkAsync(IReadOnlyList<ServiceProcess> replicas, RabbitMqServer broker, Random random)
    {
        while (!_end.Task.IsCompleted)
        {
            await Task.Delay(random.Next(100, 600));
            var replica = replicas[random.Next(replicas.Count)];
            switch (random.Next(5))
            {
                case 0 or 1:
                    await replica.KillAsync();
                    await replica.StartAsync();
                    break;
                case 2 or 3:
                    replica.Pause();
                    await Task.Delay(random.Next(300, 3000));
                    replica.Resume();
                    break;
                default:
                    broker.Pause();
                    await Task.Delay(random.Next(300, 2000));
                    broker.Resume();
                    break;
            }

            _disturbances++;
        }
    }
}

using Microsoft.Extensions.Hosting;

namespace MountSim.Serve;

/// <summary>Signals are the program's affair, not the server's.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

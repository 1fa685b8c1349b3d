using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MountSim.Experiments;

namespace MountSim.Serve;

/// <summary>The page on loopback, from its start to its disposal.</summary>
public sealed class PageServer : IAsyncDisposable
{
    internal const string Api = "/api";

    // Simulations hold pool threads for seconds; these stay for the next question, which ends them.
    private const int ThreadsForRequests = 8;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly WebApplication application;
    private readonly CancellationTokenSource stopping;

    private PageServer(WebApplication application, CancellationTokenSource stopping) => (this.application, this.stopping) = (application, stopping);

    /// <summary>Where the page is.</summary>
    public Uri Address => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("localhost", "127.0.0.1", StringComparison.Ordinal));

    /// <summary>Starts to listen.</summary>
    /// <exception cref="Model.ModelException">What the questions start from is not usable.</exception>
    /// <exception cref="IOException">The port is taken, or this user may not have it.</exception>
    public static async Task<PageServer> StartAsync(ServeOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ScenarioBuilder.Build(options.Base);
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads((options.MostAtATime * Environment.ProcessorCount) + ThreadsForRequests, ports);
        var stopping = new CancellationTokenSource();
        var server = new PageServer(Build(options, stopping.Token), stopping);
        try
        {
            await server.application.StartAsync(cancellation);
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            if (e is not IOException and not System.Net.Sockets.SocketException) throw;
            var why = e.InnerException is AddressInUseException ? "another program listens on it" : e.Message;
            throw new IOException($"--port: found '{options.Port}', but {why}; allowed: a free port from 1024 to 65535, or 0 for any free one", e);
        }
    }

    /// <summary>Ends the questions that are being answered and stops to listen.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
        stopping.Dispose();
    }

    // An empty builder: no file and no variable of the environment opens another address or another feature.
    private static WebApplication Build(ServeOptions options, CancellationToken stopping)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limits.Set(kestrel.Limits);
            if (options.Port == 0) kestrel.Listen(IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        Limits.AddTo(builder.Services, options);
        var application = builder.Build();
        application.Use(GuardAsync);
        application.UseRouting();
        application.UseRateLimiter();
        foreach (var (path, type, bytes) in Assets.All) application.MapGet(path, (RequestDelegate)(context => SendAsync(context.Response, type, bytes)));
        var questions = new Questions(options, TimeProvider.System, stopping);
        application.MapGet($"{Api}/predict", (RequestDelegate)questions.PredictAsync);
        application.MapGet($"{Api}/mitigations", (RequestDelegate)questions.MitigateAsync);
        return application;
    }

    private static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.Set(context.Response.Headers);
        return LoopbackGuard.Refusal(context.Request) is var (status, why) ? new AnswerStream(context.Response).RefuseAsync(status, why, context.RequestAborted) : next(context);
    }

    private static async Task SendAsync(HttpResponse response, string type, byte[] bytes)
    {
        (response.ContentType, response.ContentLength) = (type, bytes.Length);
        await response.Body.WriteAsync(bytes);
    }
}

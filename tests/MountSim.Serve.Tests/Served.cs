using System.Net;
using System.Text.Json;
using MountSim.Experiments;

namespace MountSim.Serve.Tests;

/// <summary>The page, served on a free port for one test.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly PageServer server;

    private Served(PageServer server)
    {
        this.server = server;
        Client = new HttpClient { BaseAddress = server.Address };
    }

    public HttpClient Client { get; }

    public string Address => server.Address.ToString();

    /// <summary>A small base, so that a question takes milliseconds.</summary>
    public static PredictRequest Small { get; } = new PredictRequest { Cores = 8, Sockets = 1 }.With(load => load with { Containers = 10 });

    public static async Task<Served> StartAsync(Func<ServeOptions, ServeOptions>? change = null)
    {
        var options = new ServeOptions { Port = 0 };
        return new Served(await PageServer.StartAsync(change is null ? options : change(options), TestContext.Current.CancellationToken));
    }

    /// <summary>The lines that answer a question.</summary>
    public async Task<IReadOnlyList<JsonElement>> AskAsync(string question)
    {
        using var response = await Client.GetAsync(question, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    /// <summary>Status and reason of a refusal.</summary>
    public async Task<(HttpStatusCode Status, string Error)> RefusedAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var said = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, said.GetProperty("error").GetString()!);
    }

    public Task<(HttpStatusCode Status, string Error)> RefusedAsync(string question) => RefusedAsync(new HttpRequestMessage(HttpMethod.Get, question));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MountSim.Cli.Tests;

/// <summary>The verb that serves the page.</summary>
public sealed class ServeVerbTests
{
    [Fact]
    public async Task It_prints_its_address_answers_there_and_ends_well_at_ctrl_c()
    {
        using var interrupt = new CancellationTokenSource();
        using var output = new FirstLine();
        using var tool = new ToolUnderTest { Out = output, Cancellation = interrupt.Token };
        var run = Task.Run(() => tool.Run("serve", "--port", "0", "--quiet"), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(await output.Text) };
        Assert.Contains("<title>MountSim</title>", await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await interrupt.CancelAsync();
        Assert.Equal(ExitCode.Done, (await run).Exit);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_port_that_is_taken_is_the_hosts_affair()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var tool = new ToolUnderTest();
        var result = tool.Run("serve", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.Equal(ExitCode.HostCannot, result.Exit);
        Assert.Contains("another program listens on it; allowed: a free port", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    [Theory]
    [InlineData("--port: found '65536'; allowed: a whole number from 0 to 65535", "--port", "65536")]
    [InlineData("no-such-profile.json", "--port", "0", "--profile", "no-such-profile.json")]
    [InlineData("--cores: no such option", "--cores", "4")]
    public void Bad_usage_is_refused_before_anything_listens(string message, params string[] args)
    {
        using var tool = new ToolUnderTest();
        var result = tool.Run(["serve", .. args]);
        Assert.Equal(ExitCode.BadInput, result.Exit);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    private sealed class FirstLine : TextWriter
    {
        private readonly StringBuilder line = new();
        private readonly TaskCompletionSource<string> text = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Text => text.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value == '\n') text.TrySetResult(line.ToString().Trim());
            else line.Append(value);
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace MountSim.Serve.Tests;

/// <summary>Whom the server answers, and how much it takes.</summary>
public sealed class GuardTests
{
    [Fact]
    public async Task It_listens_on_loopback_only()
    {
        await using var served = await Served.StartAsync();
        Assert.Equal(IPAddress.Loopback, IPAddress.Parse(new Uri(served.Address).Host));
    }

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Host", "127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    public async Task A_foreign_page_is_not_answered(string header, string value, HttpStatusCode status)
    {
        await using var served = await Served.StartAsync(options => options with { Base = Served.Small });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/predict");
        request.Headers.TryAddWithoutValidation(header, value);
        Assert.Equal(status, (await served.RefusedAsync(request)).Status);
    }

    [Fact]
    public async Task A_tunnel_may_end_in_another_port()
    {
        await using var served = await Served.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "localhost:9000";
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Only_get_is_answered(string method)
    {
        await using var served = await Served.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/predict");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await served.RefusedAsync(request)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/page.js")]
    [InlineData("/page.css")]
    [InlineData("/nothing")]
    [InlineData("/api/predict?containers=0")]
    public async Task Every_response_says_what_a_browser_may_run(string path)
    {
        await using var served = await Served.StartAsync();
        using var response = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_page_names_no_other_host()
    {
        await using var served = await Served.StartAsync();
        foreach (var path in new[] { "/", "/page.js", "/page.css" })
        {
            var text = await served.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("//", text.Replace("// ", "", StringComparison.Ordinal).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("style=", text, StringComparison.Ordinal);
            Assert.DoesNotContain("onclick", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/api/predict?containers=0")]
    [InlineData("/api/mitigations?machine=r5.metal&cores=4")]
    [InlineData("/api/predict?chart-width=9")]
    public async Task Bad_settings_are_status_400_and_a_reason(string question)
    {
        await using var served = await Served.StartAsync();
        var (status, error) = await served.RefusedAsync(question);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(": ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("--machine:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_questions_than_it_takes_are_told_to_wait()
    {
        await using var served = await Served.StartAsync(options => options with { MostASecond = 1 });
        for (var question = 0; question < 2; question++) await served.RefusedAsync("/api/predict?containers=0");
        using var response = await served.Client.GetAsync("/api/predict?containers=0", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task A_long_address_and_many_headers_are_refused()
    {
        await using var served = await Served.StartAsync();
        using var line = await served.Client.GetAsync("/?" + new string('x', 5_000), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, line.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        for (var header = 0; header < 60; header++) request.Headers.Add($"X-{header}", "1");
        using var headers = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, headers.StatusCode);
    }

    [Fact]
    public async Task A_question_that_takes_too_long_ends_and_says_so()
    {
        await using var served = await Served.StartAsync(options => options with { TimeLimit = TimeSpan.FromMilliseconds(1) });
        var (status, error) = await served.RefusedAsync("/api/predict?containers=1000");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("use the command line", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_given_up_leaves_its_place_to_the_next()
    {
        await using var served = await Served.StartAsync(options => options with { MostAtATime = 1 });
        using (var given = new CancellationTokenSource())
        {
            using var slow = await served.Client.GetAsync("/api/predict?containers=1000&replications=100", HttpCompletionOption.ResponseHeadersRead, given.Token);
            Assert.Equal(HttpStatusCode.OK, slow.StatusCode);
        }

        // A hundred replications of a thousand containers would take minutes.
        Assert.NotEmpty(await served.AskAsync("/api/predict?containers=5&replications=2"));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_a_remedy()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var error = await Assert.ThrowsAsync<IOException>(() => Served.StartAsync(options => options with { Port = port }));
        Assert.Equal($"--port: found '{port}', but another program listens on it; allowed: a free port from 1024 to 65535, or 0 for any free one", error.Message);
    }
}

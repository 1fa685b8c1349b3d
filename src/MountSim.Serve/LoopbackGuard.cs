using Microsoft.AspNetCore.Http;

namespace MountSim.Serve;

/// <summary>
/// Answers only what a reader of the page asks. The server listens on loopback, but any page that the reader's browser shows could ask too: by a name that
/// its owner points at 127.0.0.1 (then the Host is that name), or from its own site (then the Origin or the Sec-Fetch-Site says so).
/// </summary>
internal static class LoopbackGuard
{
    private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase) { "127.0.0.1", "localhost", "[::1]" };

    /// <summary>Status and reason of a refusal; null for a request to answer.</summary>
    public static (int Status, string Why)? Refusal(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method)) return (StatusCodes.Status405MethodNotAllowed, "only GET is answered");
        if (!Hosts.Contains(request.Host.Host)) return (StatusCodes.Status421MisdirectedRequest, $"the host '{PageField.Shown(request.Host.Host)}' is not this server; use 127.0.0.1 or localhost");
        if (request.Headers.Origin is [{ } origin] && !origin.Equals($"http://{request.Host}", StringComparison.OrdinalIgnoreCase)) return Foreign(origin);
        if (request.Headers.Origin.Count > 1) return Foreign(string.Join(", ", request.Headers.Origin.ToArray()));
        // A link to the page may stand on any site; what the page asks comes from the page.
        var asks = request.Path.StartsWithSegments(PageServer.Api, StringComparison.Ordinal);
        return asks && request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none") ? Foreign(site) : null;
    }

    private static (int, string) Foreign(string from) => (StatusCodes.Status403Forbidden, $"the page at '{PageField.Shown(from)}' may not ask this server");
}

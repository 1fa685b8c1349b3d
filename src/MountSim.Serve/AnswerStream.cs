using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace MountSim.Serve;

/// <summary>A response of JSON lines, each sent as soon as it is known. Until the first line the status is still open.</summary>
internal sealed class AnswerStream(HttpResponse response)
{
    public async Task WriteAsync<T>(T line, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        if (!response.HasStarted) response.ContentType = "application/x-ndjson";
        await JsonSerializer.SerializeAsync(response.Body, line, type, cancellation);
        await response.Body.WriteAsync("\n"u8.ToArray(), cancellation);
        await response.Body.FlushAsync(cancellation);
    }

    /// <summary>Says why there is no answer, or no further one.</summary>
    public async Task RefuseAsync(int status, string why, CancellationToken cancellation)
    {
        if (!response.HasStarted) (response.StatusCode, response.ContentType) = (status, "application/json");
        await JsonSerializer.SerializeAsync(response.Body, new PageError(why), PageJson.Default.PageError, cancellation);
    }
}

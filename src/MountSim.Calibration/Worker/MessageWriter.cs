using System.Text.Json;

namespace MountSim.Calibration.Worker;

/// <summary>Writes messages as JSON lines.</summary>
internal sealed class MessageWriter(Stream output) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    /// <summary>Writes one line, whole.</summary>
    internal void Write(WorkerMessage message)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(message, WorkerJson.Default.WorkerMessage);
        var whole = new byte[line.Length + 1];
        line.CopyTo(whole, 0);
        whole[^1] = (byte)'\n';
        output.Write(whole);
        output.Flush();
    }
}

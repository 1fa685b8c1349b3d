using System.Globalization;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Tracing;

/// <summary>
/// A trace instance of our own: buffers and switches that no other user of the tracer shares. Its name says whose it is (boot, PID namespace,
/// process, start time), so that what a killed process left is known for sure.
/// </summary>
internal sealed class TraceInstance : IDisposable
{
    private const string Prefix = "mountsim-";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static int _count;
    private readonly string _folder;

    private TraceInstance(string folder) => _folder = folder;

    /// <summary>Makes one, switched off, on the monotonic clock that this process reads too.</summary>
    /// <param name="traceFs">The tracing file system.</param>
    /// <param name="kilobytesPerCpu">Size of each CPU's buffer.</param>
    internal static TraceInstance Make(TraceFs traceFs, int kilobytesPerCpu)
    {
        var number = Interlocked.Increment(ref _count);
        var folder = string.Create(CultureInfo.InvariantCulture, $"{traceFs.Instances}/{Prefix}{Owner.Self()}-{number}");
        Directories.Make(folder);
        var instance = new TraceInstance(folder);
        try
        {
            instance.Write("tracing_on", "0");
            instance.Write("trace_clock", "mono");
            instance.Write("buffer_size_kb", kilobytesPerCpu.ToString(CultureInfo.InvariantCulture));
            return instance;
        }
        catch
        {
            instance.Dispose();
            throw;
        }
    }

    /// <summary>Removes the instances whose owner, as their name says it, <paramref name="isGone"/>. Never another's.</summary>
    internal static void Sweep(TraceFs traceFs, Func<string, bool> isGone)
    {
        foreach (var folder in Directory.EnumerateDirectories(traceFs.Instances, Prefix + "*"))
            if (isGone(System.IO.Path.GetFileName(folder)[Prefix.Length..]))
                new TraceInstance(folder).Dispose();
    }

    /// <summary>The path of one of its files.</summary>
    internal string Path(string file) => _folder + "/" + file;

    /// <summary>Writes one of its files.</summary>
    internal void Write(string file, string text) => TraceFile.Write(Path(file), text);

    /// <summary>Reads one of its files.</summary>
    internal string Read(string file) => File.ReadAllText(Path(file));

    /// <summary>Switches everything off and removes it. Of a process that was killed just now the kernel may still hold the files open.</summary>
    public void Dispose()
    {
        TraceFile.TryWrite(Path("tracing_on"), "0");
        TraceFile.TryWrite(Path("events/enable"), "0");
        SpinWait.SpinUntil(() => Directories.TryRemove(_folder) || !Directory.Exists(_folder), Patience);
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Tracing;

/// <summary>The per-CPU buffers of an instance, read raw and without waiting.</summary>
internal sealed unsafe partial class CpuBuffers : IDisposable
{
    private const int NonBlocking = 0x800;
    private readonly TraceInstance _instance;
    private readonly int[] _pipes;
    private readonly NativeText _page;

    internal CpuBuffers(TraceInstance instance)
    {
        _instance = instance;
        _page = new NativeText(new string(' ', PageBytes(instance.Read("events/header_page"))));
        _pipes = [.. CpuFolders().Select(folder => Open(folder + "/trace_pipe_raw"))];
    }

    /// <summary>Called for each page that was read: the CPU's number and the page.</summary>
    internal delegate void PageReader(int cpu, ReadOnlySpan<byte> page);

    /// <summary>Hands every page that is there to <paramref name="read"/>.</summary>
    internal void Drain(PageReader read)
    {
        for (var cpu = 0; cpu < _pipes.Length; cpu++)
            for (var length = ReadPage(cpu); length > 0; length = ReadPage(cpu))
                read(cpu, new ReadOnlySpan<byte>(_page.Pointer, length));
    }

    /// <summary>Events lost so far in all buffers: overwritten before they were read, or dropped.</summary>
    internal long Lost() => CpuFolders().Sum(folder => Lost(File.ReadAllText(folder + "/stats")));

    /// <summary>Closes them.</summary>
    public void Dispose()
    {
        foreach (var pipe in _pipes)
            _ = Libc.Close(pipe);
    }

    private static long Lost(string stats) => LostLine().Matches(stats).Sum(line => long.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture));

    private int ReadPage(int cpu)
    {
        var length = Libc.Read(_pipes[cpu], _page.Pointer, (nuint)_page.Text.Length);
        return length >= 0 || Marshal.GetLastPInvokeError() == (int)Errno.TryAgain
            ? (int)length
            : (int)SyscallException.Check(length, "read", "trace_pipe_raw");
    }

    private IEnumerable<string> CpuFolders() => Directory.EnumerateDirectories(_instance.Path("per_cpu"), "cpu*").Order(StringComparer.Ordinal);

    // field: char data;	offset:16;	size:4080;	signed:0;
    private static int PageBytes(string headerPage)
    {
        var data = headerPage.Split('\n').First(line => line.Contains(" data;", StringComparison.Ordinal));
        return RingPage.HeaderBytes + int.Parse(data.Split("size:")[1].Split(';')[0], CultureInfo.InvariantCulture);
    }

    private static int Open(string path)
    {
        var text = new NativeText(path);
        return (int)SyscallException.Check(Libc.Open(text.Pointer, NonBlocking | MountFlags.OpenCloseOnExec, 0), "open", path);
    }

    [GeneratedRegex(@"^(?:overrun|commit overrun|dropped events): (\d+)", RegexOptions.Multiline)]
    private static partial Regex LostLine();
}

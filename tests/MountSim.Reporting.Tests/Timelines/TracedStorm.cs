using MountSim.Experiments;
using MountSim.Model.Simulation;
using MountSim.Reporting.Timelines;

namespace MountSim.Reporting.Tests.Timelines;

/// <summary>The main job, 500 containers at once on 192 cores, traced once for all tests that look at it.</summary>
public sealed class TracedStorm
{
    public TracedStorm()
    {
        var bytes = Write(new PredictRequest(), TraceWindow.Of(0, null), compress: false, out var result);
        Trace = ReadTrace.Of(bytes);
        Result = result;
    }

    internal ReadTrace Trace { get; }

    internal StormResult Result { get; }

    internal static byte[] Write(PredictRequest request, TraceWindow window, bool compress, out StormResult result)
    {
        using var stream = new MemoryStream();
        using (var trace = new StormTrace(stream, window, compress))
        {
            result = FirstReplication.Watch(request, trace, TestContext.Current.CancellationToken);
            trace.Finish([("scenario", "test")]);
        }

        return stream.ToArray();
    }
}

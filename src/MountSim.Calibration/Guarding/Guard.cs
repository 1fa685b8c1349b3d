using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Guarding;

/// <summary>A guard over this process, from its owner's side: as long as it is not disposed, what this process leaves behind is removed.</summary>
internal sealed class Guard : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly GuardOrder _order;

    private Guard(Process process, GuardOrder order) => (_process, _order) = (process, order);

    /// <summary>Starts one and waits until it watches.</summary>
    /// <param name="folder">The temporary folder that this process works in.</param>
    internal static Guard Start(string folder)
    {
        var order = new GuardOrder(Owner.Self(), folder);
        var process = Process.Start(OwnProgram.Child(OwnProgram.Command(GuardProgram.Verb, JsonSerializer.Serialize(order, WorkerJson.Default.GuardOrder))))
            ?? throw new CalibrationException("the guard process did not start");
        var guard = new Guard(process, order);
        if (process.StandardOutput.ReadLine() == GuardProgram.Ready)
            return guard;
        var reason = process.StandardError.ReadToEnd().Trim();
        guard.Dispose();
        throw new CalibrationException($"the guard process did not start: {reason}");
    }

    /// <summary>Tells it of a child that works for this process, whose end it waits for before it cleans up.</summary>
    internal void Mind(int child)
    {
        try
        {
            _process.StandardInput.WriteLine(child.ToString(CultureInfo.InvariantCulture));
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // Somebody killed the guard: we and the child clean up ourselves.
        }
    }

    /// <summary>Lets it clean up and waits for its end; does its work where somebody killed it.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }

        if (!_process.WaitForExit(Patience))
            _process.Kill();
        _process.WaitForExit();
        if (_process.ExitCode != 0)
            _order.CleanUp();
        _process.Dispose();
    }
}

namespace MountSim.Engine;

/// <summary>
/// A station of one or more equal servers with a first-come first-served queue of processes, as SimPy's and Sim#'s Resource. A process requests it, and
/// goes on at once or is resumed when its turn has come; it releases what it got.
/// </summary>
/// <remarks>Hands over by a timeout of zero, so the order among events of one instant is the order of scheduling. Allocates only when its queue grows.</remarks>
/// <param name="capacity">Servers, at least 1.</param>
public sealed class Resource(int capacity)
{
    private Process[] _queue = new Process[16];
    private int _head;

    /// <summary>Servers.</summary>
    public int Capacity { get; } = capacity >= 1 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity), $"a resource of {capacity} servers serves nobody");

    /// <summary>Servers in use.</summary>
    public int InUse { get; private set; }

    /// <summary>Processes that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Asks for a server.</summary>
    /// <returns>True: the process has it now. False: it waits, and is resumed when it has it; until then it schedules nothing.</returns>
    public bool Request(Process process)
    {
        if (InUse < Capacity)
        {
            InUse++;
            return true;
        }

        if (Waiting == _queue.Length) Grow();
        _queue[(_head + Waiting++) & (_queue.Length - 1)] = process;
        return false;
    }

    /// <summary>Gives a server back; the first process that waits has it from this instant.</summary>
    /// <exception cref="InvalidOperationException">No server is in use.</exception>
    public void Release()
    {
        if (InUse == 0) throw new InvalidOperationException("a resource was released more often than it was granted");
        if (Waiting == 0)
        {
            InUse--;
            return;
        }

        var next = _queue[_head];
        _head = (_head + 1) & (_queue.Length - 1);
        Waiting--;
        next.Timeout(SimSpan.Zero);
    }

    private void Grow()
    {
        var larger = new Process[_queue.Length * 2];
        for (var i = 0; i < Waiting; i++) larger[i] = _queue[(_head + i) & (_queue.Length - 1)];
        _queue = larger;
        _head = 0;
    }
}

namespace MountSim.Model.Simulation;

/// <summary>A first-in first-out queue of tasks, linked through the tasks themselves: a task waits in at most one queue, and nothing is allocated.</summary>
public struct TaskQueue
{
    private SimTask? _head;
    private SimTask? _tail;

    /// <summary>Tasks in the queue.</summary>
    public int Count { get; private set; }

    /// <summary>The first task, or null.</summary>
    public readonly SimTask? Head => _head;

    /// <summary>Adds a task at the end.</summary>
    public void Enqueue(SimTask task)
    {
        task.NextInQueue = null;
        if (_tail is null) _head = task;
        else _tail.NextInQueue = task;
        _tail = task;
        Count++;
    }

    /// <summary>Takes the first task out; the queue must not be empty.</summary>
    public SimTask Dequeue()
    {
        var task = _head!;
        _head = task.NextInQueue;
        if (_head is null) _tail = null;
        task.NextInQueue = null;
        Count--;
        return task;
    }

    /// <summary>Takes a task out, wherever it stands; it must be in the queue.</summary>
    public void Remove(SimTask task)
    {
        if (_head == task)
        {
            Dequeue();
            return;
        }

        var before = _head!;
        while (before.NextInQueue != task) before = before.NextInQueue!;
        before.NextInQueue = task.NextInQueue;
        if (_tail == task) _tail = before;
        task.NextInQueue = null;
        Count--;
    }
}

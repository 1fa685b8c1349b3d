using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// Spinlock and sequence in one cache line. States of the sequence: even (readers may start); odd (a writer is inside: readers spin with loads, unbounded, no
/// queue). A reader that ends finds the sequence changed or not, and says so. Write mode makes the sequence odd; Exclusive mode takes only the spinlock.
/// include/linux/seqlock.h v6.12:851 (write_seqlock), :977 (read_seqlock_excl); fs/namei.c path_init.
/// </summary>
/// <remarks>
/// Polling readers share the line with the writers: each store of a writer invalidates all their copies, and they re-fetch it one by one, which both delays the
/// next writer and lets only as many readers through an even phase as can fetch the line while it lasts (lock-theory 4.9).
/// </remarks>
public sealed class SeqLock : QSpinLock
{
    /// <summary>What <see cref="Sample"/> reports for a reader that started between two sections of a batch: the next section changes the sequence.</summary>
    private const long MidBatch = -1;

    private readonly Pump _pump;
    private readonly ReaderWait _readerWait;
    private readonly RandomStream _random;
    private TaskQueue _readers;
    private long _sectionPs;

    /// <summary>A free seqlock on a line.</summary>
    public SeqLock(Scheduler scheduler, CacheLine line, RandomStream random) : base(scheduler, line)
    {
        _pump = new Pump(this);
        _readerWait = new ReaderWait(this);
        _random = random;
    }

    /// <summary>The sequence: odd while a writer is inside.</summary>
    public long Sequence { get; private set; }

    /// <summary>What lockless readers saw: acquisitions are samples, retries are changed sequences.</summary>
    public LockStatistics Walks { get; } = new();

    /// <summary>Readers that spin on an odd sequence now.</summary>
    public int SpinningReaders => _readers.Count;

    /// <summary>
    /// Says that the next write section is a batch of short ones of this length (ps) each: a reader that meets it waits for one of them, not for all. 0: not a
    /// batch.
    /// </summary>
    public long SectionPs { get; set; }

    /// <summary>read_seqbegin: waits for an even sequence, which the task then keeps in <see cref="SimTask.SampledSequence"/>.</summary>
    /// <returns>Picoseconds the sample takes, or -1: the task spins and goes on when the sequence is even.</returns>
    public long Sample(SimTask task)
    {
        Settle();
        var done = Line.Read(Now, task.Cpu, Walks.Transfers);
        if ((Sequence & 1) == 0)
        {
            Walks.CountFree(1);
            task.SampledSequence = Sequence;
            return done - Now;
        }

        task.WaitStart = Now;
        task.PreemptDepth++;
        task.Spin(_readerWait);
        if (_sectionPs > 0 && Waiters == 0)
        {
            task.SampledSequence = MidBatch;
            task.GrantAt(done + (long)(_random.NextDouble() * _sectionPs));
            return -1;
        }

        _readers.Enqueue(task);
        Line.Pollers = _readers.Count;
        return -1;
    }

    /// <summary>read_seqretry: true when the sequence changed since the task sampled it; the cost (ps) of the look comes out too.</summary>
    public bool Changed(SimTask task, out long cost)
    {
        Settle();
        cost = Line.Read(Now, task.Cpu, Walks.Transfers) - Now;
        if (Sequence == task.SampledSequence) return false;
        Walks.Retries++;
        return true;
    }

    /// <inheritdoc/>
    protected override bool IsIdle => base.IsIdle && _readers.Count == 0;

    /// <inheritdoc/>
    protected override void Held(SimTask task, LockMode mode)
    {
        if (mode != LockMode.Write) return;
        Sequence++;
        _sectionPs = SectionPs;
        _pump.Cancel();
    }

    /// <inheritdoc/>
    protected override void Released(SimTask task, LockMode mode, long visible, int sections)
    {
        if (mode != LockMode.Write) return;
        Sequence++;
        if (_readers.Count > 0) _pump.StartAt(visible);
    }

    private void LetOneReaderThrough()
    {
        var reader = _readers.Dequeue();
        Line.Pollers = _readers.Count;
        reader.SampledSequence = Sequence;
        reader.GrantAt(Now);
    }

    /// <summary>While the sequence is even, lets one spinning reader after the other fetch the line and go.</summary>
    private sealed class Pump(SeqLock owner) : Process(owner.Scheduler.Simulation)
    {
        internal void StartAt(long visible) => TimeoutAt(new SimTime(visible + FetchTime()));

        protected override void Resume()
        {
            owner.LetOneReaderThrough();
            if (owner._readers.Count > 0) Timeout(new SimSpan(FetchTime()));
        }

        private long FetchTime() => owner.Scheduler.Hardware.MeanTransferPs[owner._readers.Head!.Cpu];
    }

    /// <summary>What a reader waits for: the even sequence.</summary>
    private sealed class ReaderWait(SeqLock owner) : IWaitObject
    {
        public int WaitIndex { get => owner.WaitIndex; set => owner.WaitIndex = value; }

        public void Woken(SimTask task) => throw new InvalidOperationException("a seqlock reader spins");

        public void Acquired(SimTask task)
        {
            task.PreemptDepth--;
            owner.Walks.CountContended(owner.Now - task.WaitStart, 1);
        }

        public void AskedToYield(SimTask task)
        {
        }
    }
}

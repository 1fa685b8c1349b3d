using System.Globalization;
using MountSim.Calibration.Bursts.Calls;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// Makes real system calls of a runtime model's steps. Paths are relative and have as many components as the step says; each mount has a directory of its own.
/// What the model leaves open is decided here: a detached mount is attached in the order it was made, an umount takes the newest of its kind.
/// </summary>
internal sealed class CallCompiler
{
    private const string SourceName = "s";

    private readonly BurstOrder _order;
    private readonly SortedSet<string> _hostDirectories = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _rootDirectories = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _layers = new(StringComparer.Ordinal);
    private readonly List<BurstCall> _calls = [];
    private readonly List<string> _roots = [];
    private readonly List<string> _hostTargets = [];
    private readonly Queue<string> _detached = new();
    private readonly MountArea _host;
    private readonly List<MountArea> _areas = [];
    // Indices of the namespaces that have not ended, the newest last.
    private readonly List<int> _live = [];
    private ContextOptions? _context;
    private bool _freshMount;
    private int _next;

    private CallCompiler(BurstOrder order)
    {
        _order = order;
        _host = new MountArea(_hostDirectories);
        if (order.NamespaceBeforeStart)
            AddNamespace("r0", new MountArea(_rootDirectories) { Unshared = true });
    }

    /// <summary>Compiles a start.</summary>
    /// <exception cref="CalibrationException">A step cannot be done for real here.</exception>
    internal static CompiledStart Compile(BurstOrder order)
    {
        var compiler = new CallCompiler(order);
        for (var i = 0; i < order.Steps.Count; i++)
            compiler.Add(order.Steps[i], i);
        return new CompiledStart
        {
            Calls = compiler._calls,
            Roots = compiler._roots,
            PremadeNamespaces = order.NamespaceBeforeStart ? 1 : 0,
            HostDirectories = compiler._hostDirectories,
            RootDirectories = compiler._rootDirectories,
            Layers = compiler._layers,
            HostTargets = compiler._hostTargets,
            WantsCgroupNamespace = order.Steps.Any(step => step.Operation == "mount.cgroup2"),
        };
    }

    private void Add(BurstStep step, int index)
    {
        if (step is { InHost: true, Shared: false })
            throw Refusal(step, "mounts of the host that do not propagate lie on a private mount, which a burst does not make");
        var place = PlaceOf(step);
        var area = place == Container.Host ? _host : _areas[place];
        switch (step.Operation)
        {
            case null:
                _calls.Add(new UserCodeCall { Operation = "user code", Place = place, UserNs = step.UserNs, WalksPerMs = _order.WalksPerCpuMs, Path = Existing(area, _order.PathComponents) });
                break;
            case "namespace.copy" or "namespace.exit" or "setns":
                AddNamespaceCall(step, place);
                break;
            case "mountinfo.read":
                _calls.Add(new ReadCall { Operation = step.Operation, Place = place });
                break;
            case "path.lookup":
                _calls.Add(new ReadCall { Operation = step.Operation, Place = place, Path = Existing(area, step.Components) });
                break;
            case "pivot_root" or "umount.detach.oldroot":
                AddRootCall(step, place, area);
                break;
            case { } name when name.StartsWith("mount.", StringComparison.Ordinal):
                AddMount(step, name["mount.".Length..], place, area);
                break;
            case { } name when name.StartsWith("umount.", StringComparison.Ordinal):
                AddUnmount(step, place, area);
                break;
            case { } name when name.StartsWith("remount.", StringComparison.Ordinal) || name.StartsWith("propagation.", StringComparison.Ordinal):
                AddChange(step, place, area);
                break;
            case "fsopen":
                _context = ContextOptions.Of(_order.Steps.Skip(index + 1), area);
                AddContext(step, place, ContextStage.Open, _context.Type);
                break;
            case { } name when _context is not null && (name is "fsconfig.set" or "fsmount" or "close.fscontext" || name.StartsWith("fsconfig.create.", StringComparison.Ordinal)):
                AddContextStage(step, place);
                break;
            default:
                AddTree(step, place, area);
                break;
        }
    }

    private int PlaceOf(BurstStep step)
    {
        // User code has no namespace in the model: it runs where the step before it left the start.
        if (step.Operation is null)
            return _calls.Count > 0 ? _calls[^1].Place : _live.Count > 0 ? _live[^1] : Container.Host;
        if (step.InHost)
            return Container.Host;
        return _live.Count > step.Outer ? _live[^(1 + step.Outer)] : throw Refusal(step, "it is done in a namespace that no step has made");
    }

    private void AddNamespace(string root, MountArea area)
    {
        _live.Add(_roots.Count);
        _roots.Add(root);
        _areas.Add(area);
    }

    private void AddNamespaceCall(BurstStep step, int place)
    {
        switch (step.Operation)
        {
            case "namespace.copy":
                var overlay = _host.Newest("overlay");
                AddNamespace(
                    overlay ?? "r" + _roots.Count.ToString(CultureInfo.InvariantCulture),
                    new MountArea(_rootDirectories) { RootIsMount = overlay is not null });
                _calls.Add(new NamespaceCall { Operation = step.Operation, Place = place, Stage = NamespaceStage.Copy, Index = _roots.Count - 1 });
                break;
            case "setns":
                _calls.Add(place == Container.Host
                    ? throw Refusal(step, "a burst moves between namespaces by itself")
                    : new NamespaceCall { Operation = step.Operation, Place = place, Stage = NamespaceStage.Join, Index = place });
                break;
            default:
                _live.Remove(place);
                _calls.Add(new NamespaceCall { Operation = step.Operation!, Place = Container.Host, Stage = NamespaceStage.End, Index = place });
                break;
        }
    }

    private void AddRootCall(BurstStep step, int place, MountArea area)
    {
        if (step.Operation == "pivot_root")
        {
            if (!area.Unshared || !area.RootIsMount)
                throw Refusal(step, "pivot_root(2) wants a root file system that is a mount, and no shared parent");
            area.OldRootOnTop = true;
            _calls.Add(new RootCall { Operation = step.Operation, Place = place, Stage = RootStage.Pivot });
            return;
        }

        area.OldRootOnTop = false;
        _calls.Add(new RootCall { Operation = step.Operation!, Place = place, Stage = RootStage.DetachOld });
    }

    private void AddMount(BurstStep step, string kind, int place, MountArea area)
    {
        if (kind == "rbind" && place != Container.Host && !area.RootIsMount && PivotsLater(step))
        {
            area.RootIsMount = true;
            _calls.Add(new RootCall { Operation = step.Operation!, Place = place, Stage = RootStage.BindOnItself });
            return;
        }

        if (step.Tree > 1)
            throw Refusal(step, "it binds a tree of several mounts");
        var target = NewTarget(step, area);
        var call = kind switch
        {
            "bind" or "rbind" => new MountCall
            {
                Operation = step.Operation!,
                Place = place,
                Source = step.Fails ? new NativeText(MountArea.File) : Existing(area, step.Components, SourceName),
                Target = target,
                Flags = MountFlags.Bind | (kind == "rbind" ? MountFlags.Recursive : 0),
                Refused = step.Fails ? Errno.NotDirectory : Errno.None,
            },
            "overlay" => NewFileSystem(step, place, kind, target, OverlayOptions(step, area)),
            "devpts" => NewFileSystem(step, place, kind, target, "newinstance,ptmxmode=0666,mode=0620"),
            "tmpfs" or "proc" or "sysfs" or "mqueue" or "cgroup2" => NewFileSystem(step, place, kind, target, null),
            _ => throw Refusal(step, "a burst does not know this file system"),
        };
        _calls.Add(call);
        if (!step.Fails)
            Mounted(area, target.Text, kind is "rbind" ? "bind" : kind);
    }

    private static MountCall NewFileSystem(BurstStep step, int place, string type, NativeText target, string? options)
    {
        var name = new NativeText(type);
        return new MountCall { Operation = step.Operation!, Place = place, Source = name, Target = target, Type = name, Data = options is null ? null : new NativeText(options) };
    }

    // Images share their layers between containers; what lies in a container's own root file system is its own.
    private string OverlayOptions(BurstStep step, MountArea area)
    {
        var number = _next.ToString(CultureInfo.InvariantCulture);
        var lowers = Enumerable.Range(0, step.Layers).Select(i =>
        {
            var name = i == step.Layers - 1 ? "image" : "l" + i.ToString(CultureInfo.InvariantCulture);
            if (area != _host)
                return area.Directory(step.Components, name);
            var shared = "../layers/" + string.Concat(Enumerable.Repeat("p/", Math.Max(0, step.Components - 3))) + name;
            _layers.Add(shared);
            return shared;
        });
        var options = $"lowerdir={string.Join(':', lowers)},upperdir={area.Directory(step.Components, "u" + number)},workdir={area.Directory(step.Components, "w" + number)}";
        return options.Length < Environment.SystemPageSize ? options : throw Refusal(step, "its options do not fit into a page, which mount(2) takes at most");
    }

    private void AddUnmount(BurstStep step, int place, MountArea area)
    {
        var type = step.Operation!.StartsWith("umount.detach.", StringComparison.Ordinal) ? step.Operation["umount.detach.".Length..] : "bind";
        var target = area.TakeNewest(type) ?? throw Refusal(step, "nothing is mounted there");
        _calls.Add(new UnmountCall
        {
            Operation = step.Operation,
            Place = place,
            Target = new NativeText(target),
            Flags = step.Operation == "umount.plain" ? 0 : MountFlags.Detach,
        });
        if (area == _host)
            _hostTargets.Remove(target);
    }

    private void AddChange(BurstStep step, int place, MountArea area)
    {
        var whole = step.WholeTree ? area.OldRootOnTop ? "." : "/" : null;
        var target = whole ?? area.Newest() ?? (place != Container.Host ? area.RootIsMount ? "." : _order.NamespaceBeforeStart ? "/" : _order.Directory : null)
            ?? throw Refusal(step, "nothing of the container's is mounted on the host yet");
        var (flags, data) = step.Operation switch
        {
            "remount.bind" => (MountFlags.Remount | MountFlags.Bind | MountFlags.ReadOnly, null),
            "remount.sb" => (MountFlags.Remount, "size=1m"),
            "propagation.slave" => (MountFlags.Slave, (string?)null),
            _ => (MountFlags.Private, null),
        };
        if (step.WholeTree && place != Container.Host)
            area.Unshared = true;
        _calls.Add(new MountCall
        {
            Operation = step.Operation!,
            Place = place,
            Target = new NativeText(target),
            Flags = flags | (step.WholeTree ? MountFlags.Recursive : 0),
            Data = data is null ? null : new NativeText(data),
        });
    }

    private void AddContextStage(BurstStep step, int place)
    {
        switch (step.Operation)
        {
            case "fsconfig.set":
                var (key, value) = _context!.Options.Dequeue();
                AddContext(step, place, ContextStage.Set, key, value);
                break;
            case "fsmount":
                _detached.Enqueue(_context!.Type);
                _freshMount = true;
                AddContext(step, place, ContextStage.Mount, _context.Type);
                break;
            case "close.fscontext":
                AddContext(step, place, ContextStage.Close, _context!.Type);
                break;
            default:
                AddContext(step, place, ContextStage.Create, _context!.Type);
                break;
        }
    }

    private void AddContext(BurstStep step, int place, ContextStage stage, string name, string? value = null) => _calls.Add(new ContextCall
    {
        Operation = step.Operation!,
        Place = place,
        Stage = stage,
        Name = new NativeText(name),
        Value = value is null ? null : new NativeText(value),
    });

    private void AddTree(BurstStep step, int place, MountArea area)
    {
        var (stage, path) = step.Operation switch
        {
            "open_tree.clone" => (TreeStage.Clone, Existing(area, step.Components, SourceName).Text),
            "move_mount" => (TreeStage.Attach, NewTarget(step, area).Text),
            "mount_setattr.ro" => (TreeStage.ReadOnly, area.Newest()),
            "mount_setattr.propagation" => (TreeStage.Private, area.Newest() ?? "."),
            "close.attached" => (TreeStage.CloseAttached, ""),
            "close.detached" => (TreeStage.CloseDetached, ""),
            _ => throw Refusal(step, "a burst cannot do it; take a runtime, or variables of it, without"),
        };
        var byPath = !_freshMount || _detached.Count == 0;
        _calls.Add(new TreeCall { Operation = step.Operation!, Place = place, Stage = stage, Path = new NativeText(path ?? ""), ByPath = byPath });
        switch (stage)
        {
            case TreeStage.Clone:
                _detached.Enqueue("bind");
                _freshMount = true;
                break;
            case TreeStage.Attach:
                if (!_detached.TryDequeue(out var type))
                    throw Refusal(step, "no step has made the mount that it attaches");
                _freshMount = false;
                Mounted(area, path!, type);
                break;
            case TreeStage.CloseDetached:
                if (_detached.Count == 0)
                    throw Refusal(step, "no step has made the mount that it drops");
                DropNewestDetached();
                break;
            default:
                break;
        }
    }

    private void DropNewestDetached()
    {
        var kept = _detached.SkipLast(1).ToList();
        _detached.Clear();
        kept.ForEach(_detached.Enqueue);
        _freshMount = false;
    }

    private void Mounted(MountArea area, string path, string type)
    {
        area.Mounted(path, type);
        if (area == _host)
            _hostTargets.Add(path);
    }

    private NativeText NewTarget(BurstStep step, MountArea area) =>
        new(area.Directory(step.Components, "t" + (_next++).ToString(CultureInfo.InvariantCulture)));

    private static NativeText Existing(MountArea area, int components, string name = "p") => new(area.Directory(components, name));

    private bool PivotsLater(BurstStep step) => _order.Steps.SkipWhile(other => !ReferenceEquals(other, step)).Any(later => later.Operation == "pivot_root");

    private static CalibrationException Refusal(BurstStep step, string reason) =>
        new($"the runtime's step '{step.Operation}' in {(step.InHost ? "the host's namespace" : "the container's namespace")} cannot be done for real: {reason}");
}

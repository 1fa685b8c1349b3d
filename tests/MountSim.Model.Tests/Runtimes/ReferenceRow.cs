using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>A row of the table in section 3 of the runtimes reference: calls of a start of one container, and reads of the mount table at its stop.</summary>
public sealed record ReferenceRow(string Runtime, string Case, Calls Calls, int StopReads)
{
    private static readonly Dictionary<string, double> KubernetesApp = new() { ["P"] = 6, ["F"] = 6, ["Brm"] = 7, ["Bprop"] = 7 };

    /// <summary>The table, and below it three runtimes that it leaves out, counted by its rule from the reference's list of steps.</summary>
    public static readonly IReadOnlyList<ReferenceRow> All =
    [
        new("runc-1.5", "docker-like V=1", new(13, 45, 37, 17, 2, 5, 0), 0),
        new("runc-1.5", "k8s app, no userns", new(13, 57, 49, 17, 2, 5, 0), 0),
        new("runc-1.5", "k8s app, userns", new(14, 75, 49, 35, 2, 5, 0), 0),
        new("runc-1.5", "k8s app, 96-CPU Intel", new(13, 153, 145, 17, 2, 5, 0), 0),
        new("runc-1.5", "k8s pause", new(13, 39, 31, 17, 2, 5, 0), 0),
        new("runc-1.1", "docker-like V=1", new(4, 43, 42, 0, 1, 0, 2), 0),
        new("runc-1.1", "96-CPU Intel", new(4, 235, 234, 0, 1, 0, 2), 0),
        new("crun-1.29-otn", "podman-like V=1", new(41, 89, 3, 125, 1, 10, 1), 0),
        new("crun-1.29", "podman-like V=1", new(28, 97, 5, 117, 1, 8, 1), 0),
        new("crun-1.29", "userns", new(34, 97, 5, 123, 1, 2, 1), 0),
        new("crun-1.8", "podman-like V=1", new(7, 67, 71, 0, 1, 0, 1), 0),
        new("k8s-containerd-2.3", "C=1,L=50", new(4, 0, 4, 0, 0, 0, 0), 8),
        new("k8s-containerd-2.2", "C=1,L=50", new(6, 0, 5, 0, 0, 0, 0), 8),
        new("k8s-containerd-userns-perlayer", "C=1,L=50", new(411, 0, 6, 303, 0, 0, 0), 8),
        new("k8s-containerd-userns-common", "C=1,L=50", new(19, 0, 6, 9, 0, 0, 0), 8),
        new("k8s-containerd-userns-2.3", "C=1,L=50", new(13, 0, 5, 6, 0, 0, 2), 8),
        new("podman-crun", "", new(7, 0, 5, 0, 0, 0, 0), 1),
        new("podman-crun-userns", "", new(12, 4, 6, 3, 1, 0, 1), 1),
        new("docker-29", "", new(6, 0, 4, 0, 0, 0, 0), 4),
        new("docker-overlay2", "", new(6, 0, 6, 0, 0, 0, 0), 4),
        new("gvisor", "F=6,V=1", new(3, 41, 36, 0, 2, 0, 0), 0),

        new("podman-runc", "", new(7, 0, 5, 0, 0, 0, 0), 1),
        new("kata-virtiofs", "C=1,F=6,V=1", new(1, 41, 39, 0, 2, 0, 0), 0),
        new("kata-block", "C=1,F=6,V=1", new(1, 35, 33, 0, 2, 0, 0), 0),
    ];

    /// <summary>What the case sets.</summary>
    public IReadOnlyDictionary<string, double> Variables => Case switch
    {
        "k8s app, no userns" => KubernetesApp,
        "k8s app, userns" => new Dictionary<string, double>(KubernetesApp) { ["U"] = 1, ["Vid"] = 6 },
        "k8s app, 96-CPU Intel" => new Dictionary<string, double>(KubernetesApp) { ["T"] = 96 },
        "k8s pause" => new Dictionary<string, double> { ["P"] = 5, ["F"] = 2, ["Bprop"] = 0, ["Brm"] = 2, ["RO"] = 1, ["MF"] = 3, ["MD"] = 4 },
        "96-CPU Intel" => new Dictionary<string, double> { ["T"] = 96 },
        "userns" => new Dictionary<string, double> { ["U"] = 1 },
        _ => new Dictionary<string, double>(),
    };

    /// <summary>The workload of the case: ten layers and one volume unless it says otherwise.</summary>
    public RuntimeInputs Inputs => new(Layers: Case.Contains("L=50", StringComparison.Ordinal) ? 50 : 10, Volumes: Case == "k8s pause" ? 0 : 1);

    public override string ToString() => $"{Runtime} {Case}".TrimEnd();
}

using System.Text.Json.Serialization;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>A bundle's config.json, as far as real starts need it (opencontainers/runtime-spec v1.0, config.md and config-linux.md).</summary>
internal sealed record OciSpec(string OciVersion, OciProcess Process, OciRoot Root, IReadOnlyList<OciMount> Mounts, OciLinux Linux);

/// <summary>What runs in the container.</summary>
internal sealed record OciProcess(bool Terminal, OciUser User, IReadOnlyList<string> Args, IReadOnlyList<string> Env, string Cwd);

/// <summary>As whom.</summary>
internal sealed record OciUser(int Uid, int Gid);

/// <summary>The root file system.</summary>
internal sealed record OciRoot(string Path, bool Readonly);

/// <summary>A mount, in the order in which they are made.</summary>
internal sealed record OciMount(string Destination, string Type, string Source, IReadOnlyList<string> Options);

/// <summary>What is Linux's own. No resources: they would need a cgroup.</summary>
internal sealed record OciLinux(IReadOnlyList<OciNamespace> Namespaces, IReadOnlyList<string> MaskedPaths, IReadOnlyList<string> ReadonlyPaths);

/// <summary>A namespace of the container's own.</summary>
internal sealed record OciNamespace(string Type);

/// <summary>The specification as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OciSpec))]
internal sealed partial class OciJson : JsonSerializerContext
{
}

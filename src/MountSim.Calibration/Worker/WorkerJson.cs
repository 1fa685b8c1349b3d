using System.Text.Json.Serialization;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Guarding;

namespace MountSim.Calibration.Worker;

/// <summary>The lines between the two processes.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(GuardOrder))]
[JsonSerializable(typeof(WorkerOrder))]
[JsonSerializable(typeof(WorkerMessage))]
[JsonSerializable(typeof(BurstOrder))]
[JsonSerializable(typeof(BurstReport))]
internal sealed partial class WorkerJson : JsonSerializerContext
{
}

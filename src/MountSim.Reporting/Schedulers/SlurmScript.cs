using System.Globalization;
using MountSim.Experiments.Requests;

namespace MountSim.Reporting.Schedulers;

/// <summary>The script that <c>sbatch</c> takes.</summary>
public static class SlurmScript
{
    private const int SecondsOfMinute = 60;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, ArrayJob job)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(job);
        var minutes = (job.Seconds + SecondsOfMinute - 1) / SecondsOfMinute;
        string[] lines =
        [
            "#!/bin/sh",
            $"#SBATCH --job-name={job.Name}",
            string.Create(CultureInfo.InvariantCulture, $"#SBATCH --array=0-{job.Shards - 1}"),
            string.Create(CultureInfo.InvariantCulture, $"#SBATCH --ntasks=1 --cpus-per-task={job.Cpus} --mem={job.MemoryMiB}M --time={minutes}"),
            "# A task's index is its shard's number. Missing shards alone: sbatch --array=LIST this-script, with LIST as 'mountsim sweep status' prints it.",
            $"exec {string.Join(' ', job.Command.Select(ShellWord.Quote))}",
        ];
        foreach (var line in lines) writer.Write(line + "\n");
    }
}

using System.CommandLine;
using System.Globalization;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Shards;
using MountSim.Reporting.Schedulers;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>The verbs <c>sweep emit slurm</c> and <c>sweep emit kubernetes</c>: what a scheduler is given to run a sweep's shards.</summary>
internal sealed class SweepEmitVerb
{
    private const int LeastSeconds = 600; // a queue's clock is coarse, and a node's first start of the tool is slow
    private const double Slack = 4; // a slower CPU, a busy node, and the laws' own error

    private readonly SweepInput input = new();
    private readonly IntegerOption shards = new("--shards", "Shards, each a task of the array", 1, Shard.Most) { Required = true };
    private readonly TextOption folder;
    private readonly IntegerOption cpus = new("--cpus", "CPUs of a shard, and scenarios at a time", 1, 1_024, 1);
    private readonly TextOption program = new("--program", "PATH", "The tool where the shards run", "mountsim");

    private SweepEmitVerb(string byDefault) => folder = new TextOption("--out", "DIR", "Folder that all shards write to, as they see it", byDefault);

    public static Verb Create(Session session) =>
        new("emit", "Print what a scheduler is given to run the shards of a sweep: resources as 'sweep plan' estimates them, with room.", ["mountsim sweep emit slurm --design design.yaml --shards 40 --out parts > sweep.sh"], [])
        {
            Slurm(session),
            Kubernetes(session),
        };

    private static Verb Slurm(Session session)
    {
        var emit = new SweepEmitVerb("parts");
        var verb = new Verb(
            "slurm",
            "Print the script of a Slurm job array.",
            ["mountsim sweep emit slurm --design design.yaml --shards 40 --out parts > sweep.sh", "sbatch sweep.sh", "sbatch --array=3,7-9 sweep.sh"],
            [new OptionGroup("Array", [emit.input.Design, emit.shards, emit.folder, emit.cpus, emit.program]), .. emit.input.Groups]);
        verb.SetAction(parsed =>
        {
            SlurmScript.Write(session.Out, emit.Job(parsed, session.Cancellation));
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Kubernetes(Session session)
    {
        var emit = new SweepEmitVerb("/sweep/parts");
        var image = new TextOption("--image", "IMAGE", "A container image that has the tool") { Required = true };
        var claim = new TextOption("--claim", "NAME", "Volume claim (ReadWriteMany) that is mounted on the folder's parent; a design file must lie in it", "mountsim-sweep");
        var verb = new Verb(
            "kubernetes",
            "Print the manifest of a Kubernetes Indexed Job.",
            ["mountsim sweep emit kubernetes --image registry.example/mountsim:1.0 --containers 50..500:50 --shards 40 > job.yaml", "kubectl apply -f job.yaml"],
            [new OptionGroup("Job", [emit.input.Design, emit.shards, emit.folder, emit.cpus, emit.program, image, claim]), .. emit.input.Groups]);
        verb.SetAction(parsed =>
        {
            var mounted = Path.GetDirectoryName(Path.GetFullPath(parsed.GetValue(emit.folder)!))!;
            new KubernetesJob(emit.Job(parsed, session.Cancellation), parsed.GetValue(image)!, parsed.GetValue(claim)!, mounted, [ExitCode.BadInput, ExitCode.HostCannot, ExitCode.Partial, ExitCode.Bug]).Write(session.Out);
            return ExitCode.Done;
        });
        return verb;
    }

    private ArrayJob Job(ParseResult parsed, CancellationToken cancellation)
    {
        var (plan, count, threads) = (input.Plan(parsed), parsed.GetValue(shards)!.Value, parsed.GetValue(cpus)!.Value);
        var estimate = SweepEstimate.Of(plan, count, new EventEstimate(), cancellation);
        string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        return new ArrayJob(
            plan.Hash,
            [parsed.GetValue(program)!, "sweep", "run", .. input.Words(parsed), "--shards", Text(count), "--out", parsed.GetValue(folder)!, "--threads", Text(threads), "--quiet"],
            count,
            threads,
            (int)Math.Ceiling(2 * estimate.MemoryMiB(threads)),
            (long)Math.Max(LeastSeconds, Math.Ceiling(Slack * estimate.LargestShardSeconds / threads)));
    }
}

using Microsoft.AspNetCore.WebUtilities;
using MountSim.Experiments;
using MountSim.Serve;

namespace MountSim.Hardening.Fuzzing;

/// <summary>The kinds of input that the tool reads, each drawn from valid ones.</summary>
internal sealed class FuzzKinds
{
    private static readonly string[] Query = ["cores=64&sockets=2", "machine=r5.metal&smt=off&kernel=linux-6.12", "runtime=crun-1.29&api=fd&containers=50", "layers=10&volumes=2&host-mounts=60&replications=4&seed=7", "concurrency=5&other-namespaces=10"];

    // As the lab's guest writes them: two sections of one thread.
    public static IReadOnlyList<(string Name, string Text)> Records { get; } =
    [
        ("costs", "release 6.12.94\ncpus 1\nfunction down_write 900\nfunction up_write 900\nfunction _raw_spin_lock 1000\nfunction _raw_spin_unlock 1000\nfunction call_rcu 900\n"),
        ("sections", "mount_bind , 7 100000 120000\npivot_root extra_tasks,4 7 200000 203000\n"),
        ("symbols", "0000000000020000 D per_cpu_thing\nffffffff82c096c0 D mount_lock\nffffffff82d7d7c0 d namespace_sem\nffffffff82d7d800 d behind\n"),
        ("trace", "# tracer: nop\n#\n# entries-in-buffer/entries-written: 4/4   #P:1\n#\n           <...>-7     [000] ..... 101000: down_write: (down_write+0x4/0x60) lock=0xffffffff82d7d7c0\n           <...>-7     [000] ..... 102000: _raw_spin_lock: (_raw_spin_lock+0x4/0x30) lock=0xffffffff82c096c4 sequence=8\n           <...>-7     [000] ...1. 105000: _raw_spin_unlock: (_raw_spin_unlock+0x4/0x30) lock=0xffffffff82c096c4 sequence=10\n           <...>-7     [000] ..... 115000: up_write: (up_write+0x4/0x60) lock=0xffffffff82d7d7c0\n"),
    ];

    private readonly Corpus corpus;
    private readonly CommandLines lines = new();

    /// <param name="corpus">What the inputs are made of.</param>
    public FuzzKinds(Corpus corpus)
    {
        this.corpus = corpus;
        All =
        [
            new("kernel", 6, random => Model("in.yaml", corpus.Kernels, random, "--kernel")),
            new("machine", 8, random => Model("in.yaml", corpus.Machines, random, "--machine", "--cores", "--sockets")),
            new("runtime", 1, random => Model("in.yaml", corpus.Runtimes, random, "--runtime", "--runtime")),
            new("mitigation", 1, random => FuzzCase.Of("in.yaml", Changed(corpus.Mitigations, random), "models", "check", "{}/in.yaml")),
            new("profile", 6, random => FuzzCase.Of("in.json", Json(corpus.Profiles, random), ["predict", "--profile", "{}/in.json", .. Corpus.Small])),
            new("fleet", 4, random => FuzzCase.Of("in.csv", Changed(corpus.Tables, random), "fleet", "{}/in.csv", "--keep-going", "--output", "{}/out.csv")),
            new("design csv", 14, random => FuzzCase.Of("in.csv", Changed(corpus.Tables, random), ["sweep", "--design", "{}/in.csv", "--output", "{}/out.csv"]) with { OnlyReads = true }),
            new("design yaml", 4, random => FuzzCase.Of("in.yaml", Changed(corpus.Designs, random), ["sweep", "--design", "{}/in.yaml", "--output", "{}/out.csv"]) with { OnlyReads = true }),
            new("lock traces", 1, random => Folder(corpus.Traces, random, "models", "check", "linux-6.12", "--against", "{}", "--format", "csv", "--output", "{}/out.csv")),
            new("lab records", 14, random => Folder(Records, random, "models", "trace", "{}", "--output", "{}")),
            new("sweep parts", 14, random => Folder(corpus.Parts, random, random.Next(2) == 0 ? ["sweep", "status", "{}"] : ["sweep", "merge", "{}", "--output", "{}/out.csv"])),
            new("fleet parts", 14, random => Folder(corpus.FleetParts, random, ["fleet", $"{{}}/{Corpus.FleetTableName}", "--from", "{}", "--output", "{}/out.csv", .. Corpus.Small])),
            new("journal", 3, Journal),
            new("result", 8, random => FuzzCase.Of("in.json", Json(corpus.Results, random), "report", "{}/in.json", "--output", "{}/out.csv")),
            new("command line", 100, CommandLine),
            new("page request", 150, Request),
        ];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<FuzzKind> All { get; }

    private static byte[] Changed(IReadOnlyList<string> texts, Random random) => TextMutator.Change(texts[random.Next(texts.Count)], texts[random.Next(texts.Count)], random);

    private static byte[] Json(IReadOnlyList<string> texts, Random random) => random.Next(3) == 0 ? Changed(texts, random) : JsonMutator.Change(texts[random.Next(texts.Count)], random);

    // A model is predicted with as often as it is checked, since a law may be sound and yet have a value that breaks a run.
    private static FuzzCase Model(string name, IReadOnlyList<string> texts, Random random, string option, params string[] without)
    {
        var small = Corpus.Small.Chunk(2).Where(pair => !without.Contains(pair[0])).SelectMany(pair => pair);
        return FuzzCase.Of(name, Changed(texts, random), random.Next(2) == 0 ? ["models", "check", "{}/" + name] : ["predict", option, "{}/" + name, .. small]);
    }

    private static FuzzCase Folder(IReadOnlyList<(string Name, string Text)> files, Random random, params string[] arguments)
    {
        var changed = random.Next(files.Count);
        return new(arguments, [.. files.Select((file, at) => (file.Name, at == changed ? TextMutator.Change(file.Text, files[random.Next(files.Count)].Text, random) : System.Text.Encoding.UTF8.GetBytes(file.Text)))], "");
    }

    private FuzzCase Journal(Random random)
    {
        var bytes = (byte[])corpus.Journal.Clone();
        for (var left = random.Next(1, 30); left > 0; left--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (random.Next(4) == 0) bytes = bytes[..random.Next(bytes.Length)];
        return new(["sweep", .. Corpus.JournalSweep, "--journal", "{}/in.journal", "--output", "{}/out.csv"], [("in.journal", bytes)], "in.journal");
    }

    private FuzzCase CommandLine(Random random)
    {
        var words = lines.Draw(random);
        return new(words, [("in.csv", Changed(corpus.Tables, random)), ("in.yaml", Changed(corpus.Designs, random)), ("in.json", "{}"u8.ToArray())], null) { OnlyReads = true };
    }

    private static FuzzCase Request(Random random)
    {
        var query = System.Text.Encoding.UTF8.GetString(Changed(Query, random));
        return new([query], [], null) { Reads = () => PageFields.Read(new PredictRequest(), QueryHelpers.ParseQuery(query)) };
    }
}

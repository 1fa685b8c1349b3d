using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Tests;

/// <summary>The corpus, which takes a moment to make, and the tool that inputs are given to. One after the other: the current folder is the process's.</summary>
public sealed class Given : IDisposable
{
    /// <summary>The collection of all tests here.</summary>
    public const string OneAfterTheOther = "one after the other";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly string root = Directory.CreateTempSubdirectory("mountsim-harden-").FullName;
    private readonly FuzzRun run;

    public Given()
    {
        var corpus = new Corpus(root);
        (Kinds, Journal, Results, Parts) = (new FuzzKinds(corpus).All, corpus.Journal, corpus.Results, corpus.Parts);
        run = new FuzzRun(root);
    }

    internal IReadOnlyList<FuzzKind> Kinds { get; }

    /// <summary>A sweep's journal.</summary>
    public byte[] Journal { get; }

    /// <summary>JSON results.</summary>
    public IReadOnlyList<string> Results { get; }

    /// <summary>A folder of parts of a sweep.</summary>
    public IReadOnlyList<(string Name, string Text)> Parts { get; }

    /// <summary>Where the files of an input lie.</summary>
    public string Folder => Path.Combine(root, "case");

    /// <summary>What became of an input; fails when it hangs.</summary>
    internal FuzzResult Of(FuzzCase input)
    {
        var answer = Task.Factory.StartNew(() => run.Give(input), TaskCreationOptions.LongRunning);
        Assert.True(answer.Wait(Longest), $"no answer in {Longest.TotalSeconds} s");
        return answer.Result;
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory("/");
        run.Dispose();
        Directory.Delete(root, recursive: true);
    }
}

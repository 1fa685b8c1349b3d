using System.IO.Compression;

namespace MountSim.Package.Tests;

/// <summary>What a user gets, in a folder with nothing in it and an environment that knows neither the repository nor the SDK.</summary>
public sealed class InstalledPrograms(CleanCopy copy) : IClassFixture<CleanCopy>
{
    private const string Profile = "profile zen4-guest-linux-6.18, measured on AMD EPYC";
    private static readonly string[] MainJob = ["predict", "--cores", "192", "--sockets", "2", "--containers", "500", "--format", "csv", "--quiet"];

    [Fact]
    public void The_tool_installs_from_a_folder_and_does_the_main_job()
    {
        RequireSdk();
        Assert.StartsWith($"mountsim 0.1.0\ncommit {CleanCopy.Commit}\n{Profile}", Run(copy.Installed, copy.Empty(), "--version"), StringComparison.Ordinal);
        CheckMainJob(copy.Installed);
        CheckLibraries(copy.Installed);
    }

    [Fact]
    public void The_single_file_needs_no_runtime_and_does_the_main_job()
    {
        RequireSdk();
        Assert.StartsWith($"mountsim 0.1.0\ncommit unknown: not built in a git repository\n{Profile}", Run(copy.SingleFile, copy.Empty(), "--version"), StringComparison.Ordinal);
        CheckMainJob(copy.SingleFile);
        CheckLibraries(copy.SingleFile);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(copy.SingleFile)!, "*.dll"));
    }

    /// <summary>Minutes of compiling: on demand (<c>--explicit only</c>).</summary>
    [Fact(Explicit = true)]
    public void The_native_program_does_what_the_compiled_one_does_in_the_same_bytes()
    {
        RequireSdk();
        Assert.SkipUnless(CleanCopy.HasLinker, "neither clang nor gcc: nothing links a native program");
        CheckLibraries(copy.Native);
        Assert.Equal(Run(copy.SingleFile, copy.Empty(), MainJob), Run(copy.Native, copy.Empty(), MainJob));
        Assert.Equal(Run(copy.SingleFile, copy.Empty(), "calibrate", "--help"), Run(copy.Native, copy.Empty(), "calibrate", "--help"));
        string[] measured = ["calibrate", "--quick", "--format", "csv", "--quiet"];
        Assert.Equal(Names(Run(copy.SingleFile, copy.Empty(), measured)), Names(Run(copy.Native, copy.Empty(), measured)));
    }

    [Fact]
    public void Both_answer_in_the_same_bytes()
    {
        RequireSdk();
        Assert.Equal(Run(copy.Installed, copy.Empty(), MainJob), Run(copy.SingleFile, copy.Empty(), MainJob));
    }

    [Fact]
    public void The_package_and_the_single_file_carry_what_licences_ask_for()
    {
        RequireSdk();
        Assert.True(File.Exists(copy.Installed));
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(copy.Feed)));
        Assert.Contains("sbom.cdx.json", package.Entries.Select(entry => entry.FullName));
        Assert.Contains("README.md", package.Entries.Select(entry => entry.FullName));
        Assert.Contains("THIRD-PARTY-NOTICES.txt", package.Entries.Select(entry => entry.Name));
        Assert.Equal(
            ["THIRD-PARTY-NOTICES-Microsoft.AspNetCore.App.txt", "THIRD-PARTY-NOTICES-Microsoft.NETCore.App.txt", "THIRD-PARTY-NOTICES.txt"],
            Directory.GetFiles(Path.GetDirectoryName(copy.SingleFile)!, "*.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static void RequireSdk() => Assert.SkipUnless(CleanCopy.HasSdk, "no .NET SDK: nothing can be packed");

    private void CheckMainJob(string program)
    {
        var lines = Run(program, copy.Empty(), MainJob).TrimEnd().Split("\n");
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("epyc-9654-2s/linux-6.12/containerd-runc/500,", lines[1], StringComparison.Ordinal);
    }

    /// <summary>Models from inside the program, a journal by SQLite, a picture by Skia, a workbook.</summary>
    private void CheckLibraries(string program)
    {
        var folder = copy.Empty();
        Assert.Contains("linux-6.12", Run(program, folder, "models", "list"), StringComparison.Ordinal);
        Run(program, folder, "predict", "--containers", "5", "--replications", "2", "--plot", "plot.png", "--output", "plan.xlsx", "--quiet");
        Run(program, folder, "sweep", "--containers", "3,5", "--replications", "2", "--output", "sweep.csv", "--quiet");
        Assert.Equal(["plan.xlsx", "plot.png", "sweep.csv"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([0x89, .. "PNG"u8], File.ReadAllBytes(Path.Combine(folder, "plot.png"))[..4]);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(folder, "sweep.csv")).Length);
    }

    private static IEnumerable<string> Names(string csv) => csv.Split('\n').Select(line => line.Split(',')[0]);

    private string Run(string program, string folder, params string[] arguments)
    {
        var home = copy.Empty();
        var ran = Command.Run(program, folder, new Dictionary<string, string> { ["HOME"] = home }, arguments);
        Assert.True(ran.Exit == 0, $"{program} {string.Join(' ', arguments)}\n{ran.Error}");
        Assert.Empty(Directory.GetFileSystemEntries(home));
        return ran.Out.ReplaceLineEndings("\n");
    }
}

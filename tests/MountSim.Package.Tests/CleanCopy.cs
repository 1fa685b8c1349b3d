namespace MountSim.Package.Tests;

/// <summary>The sources of the tool in a folder of their own, without history, and what the SDK makes of them there: a package, a single file, a native program.</summary>
public sealed class CleanCopy : IDisposable
{
    /// <summary>A commit that a build is told; the other is told none.</summary>
    public const string Commit = "a84c1f0e5b7d29c6348fa1d0b92e7c5f6308d1ab";

    private static readonly string[] Sources = ["src", "models", "calibration"];

    // No build process outlives the folder, no analyzer looks at what it has looked at, and the runtime stays as it comes compiled: a minute instead of five.
    private static readonly string[] Quick = ["-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:PublishReadyToRunComposite=false"];

    private readonly string _root = Directory.CreateTempSubdirectory("mountsim-package-").FullName;
    private readonly Lazy<string> _installed;
    private readonly Lazy<string> _singleFile;
    private readonly Lazy<string> _native;

    public CleanCopy()
    {
        _installed = new(Install);
        _singleFile = new(() => Publish("single", "--self-contained", "-p:PublishSingleFile=true"));
        _native = new(() => Publish("native", "-p:Native=true"));
        if (HasSdk) Copy();
    }

    /// <summary>False where there is no SDK to make anything with.</summary>
    public static bool HasSdk { get; } = FindSdk();

    /// <summary>False where nothing links a native program.</summary>
    public static bool HasLinker { get; } = new[] { "clang", "gcc" }.Any(name => Path.Exists(Path.Combine("/usr/bin", name)));

    /// <summary>The command of the tool, packed and installed from a folder feed.</summary>
    public string Installed => _installed.Value;

    /// <summary>The self-contained program.</summary>
    public string SingleFile => _singleFile.Value;

    /// <summary>The program without a runtime that compiles.</summary>
    public string Native => _native.Value;

    /// <summary>The packages' folder.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>A new, empty folder.</summary>
    public string Empty() => Directory.CreateDirectory(Path.Combine(_root, Path.GetRandomFileName())).FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Tree => Path.Combine(_root, "tree");

    private string Install()
    {
        Dotnet(["pack", "src/MountSim.Cli", "-c", "Release", "-o", Feed, $"-p:SourceRevisionId={Commit}", .. Quick]);
        var tools = Path.Combine(_root, "tools");
        Dotnet(["tool", "install", "mountsim", "--tool-path", tools, "--add-source", Feed]);
        return Path.Combine(tools, "mountsim");
    }

    private string Publish(string name, params string[] how)
    {
        var folder = Path.Combine(_root, name);
        Dotnet(["publish", "src/MountSim.Cli", "-c", "Release", "-o", folder, .. how, .. Quick]);
        return Path.Combine(folder, "mountsim");
    }

    private static bool FindSdk()
    {
        try
        {
            return Command.Run("dotnet", Repository.Root, environment: null, "--version").Exit == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private void Dotnet(string[] arguments)
    {
        var ran = Command.Run("dotnet", Tree, environment: null, arguments);
        Assert.True(ran.Exit == 0, $"dotnet {string.Join(' ', arguments)}\n{ran.Out}\n{ran.Error}");
    }

    private void Copy()
    {
        // A worktree's .git is a file, which would lead to the history.
        foreach (var file in Directory.GetFiles(Repository.Root).Where(file => Path.GetFileName(file) != ".git")) CopyFile(file);
        foreach (var file in Sources.SelectMany(folder => Files(new DirectoryInfo(Path.Combine(Repository.Root, folder))))) CopyFile(file.FullName);
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.Name is "bin" or "obj" ? [] : folder.GetFiles().Concat(folder.GetDirectories().SelectMany(Files));

    private void CopyFile(string file)
    {
        var target = Path.Combine(Tree, Path.GetRelativePath(Repository.Root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}

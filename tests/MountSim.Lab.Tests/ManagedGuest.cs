using System.Diagnostics;

namespace MountSim.Lab.Tests;

/// <summary>A guest's root folder with .NET and a program of ours in it: the runtime that this test runs on, and the libraries it loads.</summary>
internal static class ManagedGuest
{
    private const string DotNet = "/usr/share/dotnet";

    /// <summary>Fills <paramref name="root"/>.</summary>
    /// <param name="root">The folder that becomes the guest's root.</param>
    /// <param name="program">The program's name; its files lie beside the tests.</param>
    /// <returns>The program's path in the guest.</returns>
    internal static string Furnish(string root, string program)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var version = Path.GetFileName(framework);
        var host = Path.GetFullPath(Path.Combine(framework, "../../../host"));
        Copy(framework, root + DotNet + "/shared/Microsoft.NETCore.App/" + version);
        Copy(host, root + DotNet + "/host");
        Copy(AppContext.BaseDirectory, root + "/app", name => name.EndsWith(".dll", StringComparison.Ordinal) || name.StartsWith(program, StringComparison.Ordinal));
        foreach (var library in Libraries(Path.Combine(AppContext.BaseDirectory, program), Path.Combine(framework, "libcoreclr.so"), Path.Combine(framework, "libSystem.Native.so")))
        {
            Directory.CreateDirectory(root + Path.GetDirectoryName(library));
            File.Copy(library, root + library, overwrite: true);
        }

        return "/app/" + program;
    }

    private static void Copy(string from, string to, Func<string, bool>? which = null)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", which is null ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly))
        {
            if (which is not null && !which(Path.GetFileName(file)))
                continue;
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    // ldd prints "name => path (address)", and the loader's path alone.
    private static IEnumerable<string> Libraries(params string[] files)
    {
        using var ldd = Process.Start(new ProcessStartInfo("ldd", files) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var lines = ldd.StandardOutput.ReadToEnd().Split('\n');
        ldd.WaitForExit();
        return lines.Select(l => l.Trim().Split(" => ")[^1].Split(" (")[0]).Where(l => l.StartsWith('/') && File.Exists(l)).Distinct();
    }
}

using System.Text.Json;
using MountSim.Materials;

namespace MountSim.Package.Tests;

public class SoftwareBillTests
{
    private static readonly JsonElement Bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, SoftwareBill.FileName))).RootElement;

    [Fact]
    public void The_bill_is_what_the_lock_files_give_now() => Same(SoftwareBill.FileName, SoftwareBill.Of(LockFiles.Read(Repository.Root)));

    [Fact]
    public void The_notices_are_what_the_packages_say_now() => Same(Notices.FileName, Notices.Of(LockFiles.Read(Repository.Root)));

    [Fact]
    public void The_bill_lists_exactly_the_packages_of_all_lock_files()
    {
        var locked = LockFiles.Find(Repository.Root).SelectMany(Packages).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(locked, Listed(_ => true));
    }

    [Fact]
    public void What_is_not_excluded_is_what_the_tool_has()
    {
        var locked = Packages(Path.Combine(Repository.Root, LockFiles.Tool, "packages.lock.json")).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(locked, Listed(component => component.GetProperty("scope").GetString() == "required"));
    }

    [Fact]
    public void Every_dependency_is_listed_itself()
    {
        var known = Bill.GetProperty("dependencies").EnumerateArray().Select(one => one.GetProperty("ref").GetString()).ToHashSet();
        Assert.All(Bill.GetProperty("dependencies").EnumerateArray().SelectMany(one => one.GetProperty("dependsOn").EnumerateArray()), needed => Assert.Contains(needed.GetString(), known));
        Assert.Equal(Listed(_ => true).Count() + 1, known.Count);
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Select(Path.GetDirectoryName).Order(StringComparer.Ordinal);
        Assert.Equal(projects, LockFiles.Find(Repository.Root).Select(Path.GetDirectoryName).Order(StringComparer.Ordinal));
    }

    /// <summary>A native program is made of the same packages; its own lock file has the compiler besides, which is restored only for it.</summary>
    [Fact]
    public void The_native_build_needs_a_compiler_and_nothing_else()
    {
        var project = Path.Combine(Repository.Root, LockFiles.Tool);
        var more = Packages(Path.Combine(project, "packages.native.lock.json")).Except(Packages(Path.Combine(project, "packages.lock.json"))).Select(url => url.Split('@')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(["pkg:nuget/Microsoft.DotNet.ILCompiler", "pkg:nuget/Microsoft.NET.ILLink.Tasks", "pkg:nuget/runtime.linux-x64.Microsoft.DotNet.ILCompiler"], more);
    }

    private static void Same(string file, string now) =>
        Assert.True(File.ReadAllText(Path.Combine(Repository.Root, file)) == now, $"{file} is stale: dotnet run --project build/MountSim.Materials");

    // The lock files as plain JSON, so that what reads them for the bill is not what checks it.
    private static IEnumerable<string> Packages(string file) =>
        JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => $"pkg:nuget/{package.Name}@{package.Value.GetProperty("resolved").GetString()}");

    private static IEnumerable<string> Listed(Func<JsonElement, bool> which) =>
        Bill.GetProperty("components").EnumerateArray().Where(which).Select(component => component.GetProperty("purl").GetString()!).Order(StringComparer.Ordinal);
}

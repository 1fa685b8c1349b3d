using System.Collections.Concurrent;
using System.Text;
using MountSim.Model;
using MountSim.Model.Files;

namespace MountSim.Reporting.Files;

/// <summary>
/// Files that appear whole or not at all: written without a name, on the target's file system, then named beside the target and renamed over it. Where files need
/// names, a temporary one from the start.
/// </summary>
/// <remarks>Several files are staged first and renamed together, so that a full disk leaves the old ones in place.</remarks>
public static class AtomicFile
{
    private static readonly ConcurrentDictionary<string, bool> Temporaries = new(StringComparer.Ordinal);

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Refuses a target that could not be written, before any work is done for it.</summary>
    /// <param name="option">The option that named the path, for the message.</param>
    /// <param name="path">The path as the user wrote it.</param>
    /// <exception cref="ModelException">What is wrong with the target.</exception>
    public static void Check(string option, string path)
    {
        var target = Resolve(option, path);
        if (UnnamedFile.Open(Path.GetDirectoryName(target)!) is { } unnamed)
        {
            unnamed.Dispose();
            return;
        }
        Guard(option, path, () =>
        {
            using var probe = new FileStream(TemporaryName(target), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        });
    }

    /// <summary>Writes all of the files, or none.</summary>
    /// <param name="files">The option that named a path, the path and the content.</param>
    public static void WriteAll(IReadOnlyList<OutputFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var staged = new List<StagedFile>();
        try
        {
            foreach (var file in files)
            {
                var target = Resolve(file.Option, file.Path);
                var one = new StagedFile(target, TemporaryName(target));
                staged.Add(one);
                Temporaries[one.Temporary] = true;
                Guard(file.Option, file.Path, () => one.Write(file.Write));
            }
            foreach (var (file, one) in files.Zip(staged)) Guard(file.Option, file.Path, one.Name);
            foreach (var (file, one) in files.Zip(staged)) Guard(file.Option, file.Path, one.Replace);
        }
        finally
        {
            foreach (var one in staged)
            {
                one.Dispose();
                Remove(one.Temporary); // a renamed one is gone already
            }
        }
    }

    /// <summary>Removes what is being written, for a process that ends without waiting for it.</summary>
    public static void Abandon()
    {
        foreach (var temporary in Temporaries.Keys) Remove(temporary);
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What hindered the writing hinders the removal; the writing's failure is what is told.
        }
        Temporaries.TryRemove(temporary, out _);
    }

    private static string Resolve(string option, string path)
    {
        if (path.Length == 0) throw new ModelException(option, "found an empty path; allowed: a file's path");
        if (path.Contains('\0', StringComparison.Ordinal)) throw new ModelException(option, "found a NUL character in the path");
        var target = Path.GetFullPath(path);
        if (path[^1] == Path.DirectorySeparatorChar || Directory.Exists(target))
            throw new ModelException(option, $"'{path}' is a directory; allowed: a file's path");
        if (new FileInfo(target).LinkTarget is not null)
            Guard(option, path, () => target = File.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new ModelException(option, $"'{path}' is in a directory that does not exist; create it first");
        if (FileKinds.Of(target) is not (FileKind.Regular or FileKind.Missing))
            throw new ModelException(option, $"'{path}' is a device, a pipe or a socket and cannot be written whole or not at all; allowed: a regular file, or leave {option} out for standard output");
        return target;
    }

    private static string TemporaryName(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.mountsim.tmp");

    private static void Guard(string option, string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(option, $"'{path}' cannot be written: {failure.Message}");
        }
    }
}

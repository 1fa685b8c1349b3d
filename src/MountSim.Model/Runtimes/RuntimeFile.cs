using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>Reads a runtime file; its form is models/schema/runtime.schema.json.</summary>
public static class RuntimeFile
{
    /// <summary>The runtime that a text describes; it may extend and include built-in runtimes.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name that messages use.</param>
    /// <exception cref="ModelException">Names file, line, column, key, the value found and what is allowed.</exception>
    public static RuntimeModel Parse(string text, string file) => Read(YamlFile.Parse(text, file));

    /// <summary>The runtime that a file's top level describes.</summary>
    /// <exception cref="ModelException">As <see cref="Parse"/>.</exception>
    public static RuntimeModel Read(YamlMap file)
    {
        var source = RuntimeSource.Read(file, []);
        var names = new RuntimeNames(source.Variables);
        var reader = new RuntimeStepReader(names);
        return new RuntimeModel
        {
            Name = file.Require("name").AsText(),
            Title = file.Require("title").AsText(),
            Source = file.Require("source").AsText(),
            Describes = file.Find("describes") is { } describes ? DescribedProgram.Read(describes.AsMap()) : null,
            Includes = source.Includes,
            NamespaceBeforeStart = source.NamespaceBeforeStart,
            Variables = names.Variables,
            Start = reader.Steps(source.Start),
            Stop = reader.Steps(source.Stop),
            HostMountsLeft = names.VariableLaw(source.HostMountsLeft),
            ContainerMountsLeft = names.VariableLaw(source.ContainerMountsLeft),
        };
    }
}

using MountSim.Experiments;
using MountSim.Experiments.Requests;
using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Serve;

/// <summary>A field of a request as a control of the page: a slider with bounds that answer in time, or a choice of names. Never a file.</summary>
public sealed class PageField
{
    private PageField(RequestField requested, string label) => (Requested, Label) = (requested, label);

    /// <summary>The field, by which values are read.</summary>
    public RequestField Requested { get; }

    /// <summary>Its parameter in the page's address: the option of <c>predict</c> without its dashes.</summary>
    public string Name => Requested.Name;

    /// <summary>What the page calls it.</summary>
    public string Label { get; }

    /// <summary>The least that the slider gives; 0 for a choice.</summary>
    public long Min { get; private init; }

    /// <summary>The most that the slider gives; 0 for a choice.</summary>
    public long Max { get; private init; }

    /// <summary>Names to choose from; empty for a number.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>What it is when nothing is said, in words; null where the request has a value of its own for that.</summary>
    public string? Unsaid { get; private init; }

    /// <summary>A slider.</summary>
    internal static PageField Number(string name, string label, long min, long max, string? unsaid = null) =>
        new(RequestFields.Find(name, "page"), label) { Min = min, Max = max, Unsaid = unsaid };

    /// <summary>A choice of names that the field knows; of all of them unless some are given.</summary>
    internal static PageField Choice(string name, string label, string? unsaid = null, IReadOnlyList<string>? of = null)
    {
        var requested = RequestFields.Find(name, "page");
        return new(requested, label) { Choices = of ?? requested.Choices, Unsaid = unsaid };
    }

    /// <summary>The request with this field set.</summary>
    /// <exception cref="ModelException">Not a value of this field, or out of the page's bounds.</exception>
    public PredictRequest Set(PredictRequest request, string text)
    {
        // A name that is not in the list would be taken for a file's path.
        if (Choices.Count > 0 && !Choices.Contains(text, StringComparer.Ordinal)) throw new ModelException(Name, $"found '{Shown(text)}'; {NearestName.Hint(text, Choices)}");
        var set = Requested.Set(request, text);
        if (Choices.Count == 0 && Requested.Number(set) is { } value && (value < Min || value > Max))
            throw new ModelException(Name, $"found '{Shown(text)}'; this page takes {Numbers.Text(Min)} to {Numbers.Text(Max)}; others on the command line: mountsim predict --{Name} {Shown(text)}");
        return set;
    }

    /// <summary>What was found, as a message repeats it.</summary>
    internal static string Shown(string text)
    {
        const int Most = 60;
        var plain = string.Concat(text.Take(Most).Select(c => char.IsControl(c) ? '?' : c));
        return text.Length > Most ? plain + "..." : plain;
    }
}

using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Planning;

/// <summary>
/// Variants as a user writes them: <c>kernel=linux-7.0 layers=10</c> changes two things, <c>kernel=linux-6.1,linux-7.0</c> makes a variant of each value, a name
/// may stand before (<c>modern: kernel=linux-7.0</c>), and a flag may stand alone (<c>userns</c>).
/// </summary>
public static class VariantText
{
    /// <summary>All variants of a text.</summary>
    /// <param name="baseline">What they differ from.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ModelException">It names no option, or a value is not allowed.</exception>
    public static IReadOnlyList<Variant> Read(PredictRequest baseline, string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var name = colon > 0 && !text[..colon].Contains('=', StringComparison.Ordinal) ? text[..colon].Trim() : null;
        var words = (name is null ? text : text[(colon + 1)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw new ModelException("--with", $"found '{text}'; allowed: NAME=VALUE, such as kernel=linux-7.0");
        List<Variant> variants = [new("", "", baseline)];
        foreach (var word in words) variants = [.. variants.SelectMany(variant => Values(word).Select(value => Changed(variant, word, value)))];
        return [.. variants.Select(variant => variant with { Name = name is null ? variant.Change : variants.Count == 1 ? name : $"{name}: {variant.Change}" })];
    }

    /// <summary>A request with one thing changed. A machine by name takes the place of cores and sockets.</summary>
    public static PredictRequest Set(PredictRequest request, string name, string value)
    {
        var changed = RequestFields.Find(name, "--with").Set(request, value);
        return name == "machine" ? changed with { Cores = null, Sockets = null } : changed;
    }

    private static IEnumerable<string> Values(string word) => word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? word[(at + 1)..].Split(',') : ["on"];

    private static Variant Changed(Variant variant, string word, string value)
    {
        var name = word.Split('=')[0];
        if (RequestFields.Find(name, "--with").Group == FieldGroup.Replications)
            throw new ModelException("--with", $"found '{word}', but replications and seed are the same for all that is compared; allowed: --{name} beside it");
        try
        {
            return variant with { Change = $"{variant.Change} {name}={value}".Trim(), Request = Set(variant.Request, name, value) };
        }
        catch (ModelException e) when (e.Place == name)
        {
            throw new ModelException($"--with {name}", e.Problem);
        }
    }
}

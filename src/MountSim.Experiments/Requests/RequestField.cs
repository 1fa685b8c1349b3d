using MountSim.Model;

namespace MountSim.Experiments.Requests;

/// <summary>
/// One thing that a request says, under one name: the option <c>--host-mounts</c>, the assignment <c>host-mounts=100</c> of a variant or of a mitigation, an
/// axis of a sweep and a column of a table are all this field.
/// </summary>
public sealed class RequestField
{
    private static readonly PredictRequest Defaults = new();

    private readonly Func<PredictRequest, string, PredictRequest?> _set;
    private readonly Func<PredictRequest, string?> _text;
    private readonly Func<string, string> _refusal;

    private RequestField(
        FieldGroup group, string name, string description, string helpName, IReadOnlyList<string> choices, Func<PredictRequest, string, PredictRequest?> set, Func<PredictRequest, string?> text, Func<string, string> refusal)
    {
        (Group, Name, Description, HelpName, Choices) = (group, name, description, helpName, choices);
        (_set, _text, _refusal) = (set, text, refusal);
    }

    /// <summary>Where the help lists it.</summary>
    public FieldGroup Group { get; }

    /// <summary>Its name, in lower case with hyphens: the option without its two dashes.</summary>
    public string Name { get; }

    /// <summary>A second name for it; null without one.</summary>
    public string? Alias { get; private set; }

    /// <summary>Its unit; empty for a count.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>What it means, with its unit.</summary>
    public string Description { get; }

    /// <summary>A word for its value in the help.</summary>
    public string HelpName { get; }

    /// <summary>Words to choose from, or names to complete; empty for others.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>True where the option alone, without a value, means "on".</summary>
    public bool IsFlag { get; private init; }

    /// <summary>True where it may be said several times, each adding to the ones before.</summary>
    public bool Repeats { get; private init; }

    /// <summary>True for a single number that laws and searches may use.</summary>
    public bool IsNumber { get; private init; }

    /// <summary>True for a whole number.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Its value where nothing is said, as text; null when there is none.</summary>
    public string? Default => Text(Defaults);

    /// <summary>The request's value as <see cref="Set"/> takes it; null when the request does not say.</summary>
    public string? Text(PredictRequest request) => _text(request);

    /// <summary>The request's value as a number; null when it has none.</summary>
    public double? Number(PredictRequest request) => IsNumber && Text(request) is { } text && Numbers.TryReal(text, out var number) ? number : null;

    /// <summary>The request with this field set.</summary>
    /// <exception cref="ModelException">Not a value of this field; the message says what is allowed, without the field's name.</exception>
    public PredictRequest Set(PredictRequest request, string text) => _set(request, text) ?? throw new ModelException(Name, _refusal(text));

    internal RequestField In(string unit)
    {
        Unit = unit;
        return this;
    }

    internal RequestField AlsoKnownAs(string alias)
    {
        Alias = alias;
        return this;
    }

    internal static RequestField Whole(FieldGroup group, string name, string description, long min, long max, Func<PredictRequest, long?> get, Func<PredictRequest, long, PredictRequest> set) =>
        Of(group, name, description, new WholeNumber(min, max), request => get(request), set, isNumber: true, isWhole: true);

    internal static RequestField Real(FieldGroup group, string name, string description, RealNumber kind, Func<PredictRequest, double?> get, Func<PredictRequest, double, PredictRequest> set) =>
        Of(group, name, description, kind, request => get(request), set, isNumber: true);

    internal static RequestField Percentage(FieldGroup group, string name, string description, Share kind, Func<PredictRequest, double?> get, Func<PredictRequest, double, PredictRequest> set) =>
        Of(group, name, description, kind, request => get(request), set);

    internal static RequestField Text(
        FieldGroup group, string name, string helpName, string description, Func<PredictRequest, string?> get, Func<PredictRequest, string, PredictRequest> set, IReadOnlyList<string>? suggestions = null)
    {
        var kind = new PlainText(helpName);
        return new RequestField(group, name, description, helpName, suggestions ?? [], (request, text) => kind.TryRead(text, out var value) ? set(request, value) : null, get, kind.Refusal);
    }

    internal static RequestField Word<T>(FieldGroup group, string name, string description, Choice<T> kind, Func<PredictRequest, T?> get, Func<PredictRequest, T, PredictRequest> set) where T : struct =>
        Of(group, name, description, kind, get, set);

    internal static RequestField Flag(FieldGroup group, string name, string description, Func<PredictRequest, bool> get, Func<PredictRequest, bool, PredictRequest> set)
    {
        var kind = new Choice<bool>(new Dictionary<string, bool>(StringComparer.Ordinal) { ["on"] = true, ["off"] = false });
        return new RequestField(
            group, name, description, kind.HelpName, kind.Choices, (request, text) => kind.TryRead(text, out var value) ? set(request, value) : null, request => get(request) ? "on" : null, kind.Refusal)
        {
            IsFlag = true,
        };
    }

    internal static RequestField Several<T>(FieldGroup group, string name, string description, ValueKind<T> kind, Func<PredictRequest, IEnumerable<T>> get, Func<PredictRequest, T, PredictRequest> add) =>
        new(
            group,
            name,
            description,
            kind.HelpName,
            kind.Choices,
            (request, text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate((PredictRequest?)request, (so, word) => so is not null && kind.TryRead(word, out var value) ? add(so, value) : null),
            request => get(request).Select(kind.Text).ToList() is { Count: > 0 } words ? string.Join(' ', words) : null,
            kind.Refusal)
        {
            Repeats = true,
        };

    private static RequestField Of<T>(
        FieldGroup group, string name, string description, ValueKind<T> kind, Func<PredictRequest, T?> get, Func<PredictRequest, T, PredictRequest> set, bool isNumber = false, bool isWhole = false)
        where T : struct =>
        new(
            group,
            name,
            description,
            kind.HelpName,
            kind.Choices,
            (request, text) => kind.TryRead(text, out var value) ? set(request, value) : null,
            request => get(request) is { } value ? kind.Text(value) : null,
            kind.Refusal)
        {
            IsNumber = isNumber,
            IsWhole = isWhole,
        };
}

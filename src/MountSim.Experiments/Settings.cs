using System.Globalization;

namespace MountSim.Experiments;

/// <summary>Collects the settings of a prediction with where each came from.</summary>
internal sealed class Settings
{
    private static readonly PredictRequest Defaults = new();

    private readonly List<Setting> _list = [];

    public IReadOnlyList<Setting> List => _list;

    /// <summary>Notes a setting; its origin is "option" when it differs from the default, else what is said of the default.</summary>
    public void Add<T>(string name, T value, Func<PredictRequest, T> read, string unit = "", string origin = "default")
    {
        var isDefault = EqualityComparer<T>.Default.Equals(value, read(Defaults));
        Add(name, string.Create(CultureInfo.InvariantCulture, $"{value}{unit}"), isDefault ? origin : "option");
    }

    public void Add(string name, string value, string origin) => _list.Add(new Setting(name, value, origin));
}

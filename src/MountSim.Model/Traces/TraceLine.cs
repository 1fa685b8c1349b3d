using System.Globalization;

namespace MountSim.Model.Traces;

/// <summary>One line of a trace file, read strictly; a refusal names file, line, column, the value and what is allowed.</summary>
/// <param name="file">The path.</param>
/// <param name="number">The line, from 1.</param>
/// <param name="columns">The titles.</param>
/// <param name="cells">As many.</param>
internal sealed class TraceLine(string file, int number, IReadOnlyList<string> columns, string[] cells)
{
    /// <summary>file:line.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{file}:{number}");

    /// <summary>A cell as it stands.</summary>
    public string Text(int column) => cells[column];

    /// <summary>A cell that may not be empty.</summary>
    public string Name(int column) => cells[column].Length > 0 ? cells[column] : throw Refuse(column, "a name");

    /// <summary>A number of 0 or more.</summary>
    public double Number(int column) =>
        double.TryParse(cells[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Refuse(column, "a number from 0");

    /// <summary>A whole number of at least <paramref name="low"/>.</summary>
    public int Whole(int column, int low = 0) =>
        int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= low
            ? value
            : throw Refuse(column, string.Create(CultureInfo.InvariantCulture, $"a whole number from {low}"));

    /// <summary>An error at a cell.</summary>
    public ModelException Refuse(int column, string allowed)
    {
        var at = cells.Take(column).Sum(cell => cell.Length + 1) + 1;
        return new ModelException(
            string.Create(CultureInfo.InvariantCulture, $"{Place}:{at}"), $"'{columns[column]}' is '{cells[column]}'; allowed: {allowed}");
    }
}

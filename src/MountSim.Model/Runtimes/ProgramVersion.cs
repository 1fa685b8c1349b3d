using System.Globalization;
using System.Text.RegularExpressions;

namespace MountSim.Model.Runtimes;

/// <summary>A program's version as its numbers, the most significant first: 1.1.5 of <c>1.1.5+ds1</c>.</summary>
public sealed partial class ProgramVersion
{
    private readonly IReadOnlyList<int> _numbers;

    private ProgramVersion(IReadOnlyList<int> numbers) => _numbers = numbers;

    /// <summary>The first version in a text; null where there is none.</summary>
    public static ProgramVersion? Find(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? new ProgramVersion([.. match.Value.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]) : null;
    }

    /// <summary>True for versions not before <paramref name="other"/>; numbers that are not there count as 0.</summary>
    public bool IsFrom(ProgramVersion other) => Compare(other, Math.Max(_numbers.Count, other._numbers.Count)) >= 0;

    /// <summary>True for versions up to <paramref name="other"/>, and those that go on where it ends: 1.5.3 is up to 1.5.</summary>
    public bool IsUpTo(ProgramVersion other) => Compare(other, other._numbers.Count) <= 0;

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', _numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private int Compare(ProgramVersion other, int numbers) =>
        Enumerable.Range(0, numbers).Select(i => At(i).CompareTo(other.At(i))).FirstOrDefault(order => order != 0);

    private int At(int index) => index < _numbers.Count ? _numbers[index] : 0;

    // Nine digits are a number that fits; two numbers at least, or any digit in a name would be a version.
    [GeneratedRegex(@"\d{1,9}(\.\d{1,9})+")]
    private static partial Regex Pattern();
}

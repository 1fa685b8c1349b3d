using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Tests;

/// <summary>A seeded sample of inputs of every kind; <c>hardening-worker fuzz 1000000</c> is the long form.</summary>
[Collection(Given.OneAfterTheOther)]
public sealed class BadInput(Given given) : IClassFixture<Given>
{
    private const int Inputs = 3000, Fewest = 20;

    public static TheoryData<string> Kinds =>
    [
        "kernel", "machine", "runtime", "mitigation", "profile", "fleet", "design csv", "design yaml", "lock traces", "lab records", "sweep parts", "fleet parts", "journal", "result", "command line", "page request",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_read_or_refused_with_its_place_and_leaves_what_was_there(string kind)
    {
        var drawn = given.Kinds.Single(one => one.Name == kind);
        var all = given.Kinds.Sum(one => one.Weight);
        var count = new FuzzCount(kind);
        for (var seed = 0UL; seed < (ulong)Math.Max(Fewest, Inputs * drawn.Weight / all); seed++)
        {
            var result = given.Of(drawn.Of(seed));
            Assert.True(result.Verdict != Verdict.Failed, $"hardening-worker again '{kind}' {seed}: {result.Problem}");
            count.Add(result);
        }
        Assert.True(count.Refused > 0, "no input was bad");
    }

    [Fact]
    public void Every_kind_is_in_the_sample() => Assert.Equal(given.Kinds.Select(kind => kind.Name), Kinds.Select(kind => kind.Data));

    [Fact]
    public void The_same_seed_is_the_same_input()
    {
        var kind = given.Kinds.Single(one => one.Name == "fleet");
        Assert.Equal(kind.Of(7).Files[0].Content, kind.Of(7).Files[0].Content);
        Assert.NotEqual(kind.Of(7).Files[0].Content, kind.Of(8).Files[0].Content);
    }
}

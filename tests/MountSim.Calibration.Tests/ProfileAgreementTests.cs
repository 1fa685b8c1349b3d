using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Tests;

public class ProfileAgreementTests
{
    [Fact]
    public void A_profile_agrees_with_itself() =>
        Assert.All(ProfileAgreement.Compare(EmbeddedProfiles.Default, EmbeddedProfiles.Default), row => Assert.True(row.Agrees));

    [Fact]
    public void Every_class_that_was_measured_and_the_grace_period_are_compared() =>
        Assert.Equal(EmbeddedProfiles.Default.Classes.Count(c => c.Measured) + 1, ProfileAgreement.Compare(EmbeddedProfiles.Default, EmbeddedProfiles.Default).Count);

    [Fact]
    public void A_class_that_moved_by_more_than_both_intervals_disagrees_and_is_named()
    {
        var first = EmbeddedProfiles.Default;
        var second = first with { Classes = [.. first.Classes.Select(c => c with { NsPerInstruction = c.NsPerInstruction.Scale(c.Class == first.Classes[0].Class ? 1.4 : 1.02) })] };
        var rows = ProfileAgreement.Compare(first, second);
        Assert.Equal([$"ns an instruction, {first.Classes[0].Class}"], rows.Where(r => !r.Agrees).Select(r => r.Figure));
    }

    [Fact]
    public void Errors_add_as_independent_errors_do()
    {
        Assert.True(ProfileAgreement.Agree(new(10, 9, 11), new(11.4, 10.4, 12.4)));
        Assert.False(ProfileAgreement.Agree(new(10, 9, 11), new(11.5, 10.5, 12.5)));
        Assert.True(ProfileAgreement.Agree(new(11.4, 10.4, 12.4), new(10, 9, 11)));
    }

    /// <summary>Two runs of one host, as normal errors of the stated size would have them: the rule lets 95 % of the pairs through.</summary>
    [Fact]
    public void Runs_that_differ_by_their_stated_errors_agree_ninety_five_times_in_a_hundred()
    {
        const double Sigma = 1;
        const double Half = 1.96 * Sigma;
        const int Pairs = 20_000;
        var random = new Random(11);
        double Draw() => 100 + (Sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var agreed = Enumerable.Range(0, Pairs).Count(_ =>
        {
            var (a, b) = (Draw(), Draw());
            return ProfileAgreement.Agree(new(a, a - Half, a + Half), new(b, b - Half, b + Half));
        });
        Assert.InRange(agreed / (double)Pairs, 0.943, 0.957);
    }
}

using MountSim.Calibration.Profiles;
using MountSim.Model;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Tests;

public class ProfileFileTests
{
    [Fact]
    public void A_profile_survives_writing_and_reading()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mountsim-test").FullName, "p.json");
        try
        {
            ProfileFile.Write(EmbeddedProfiles.Default, path);
            Assert.Equal(ProfileFile.Format(EmbeddedProfiles.Default), ProfileFile.Format(ProfileFile.Read(path)));
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, true);
        }
    }

    [Fact]
    public void The_default_gives_a_ratio_for_every_class_of_work()
    {
        var model = EmbeddedProfiles.Default.ToCostModel();
        Assert.All(Enum.GetValues<WorkClass>(), c => Assert.InRange(model.ClassRatio[c].Value, 0.2, 10));
        Assert.All(Enum.GetValues<WorkClass>(), c => Assert.True(model.ClassRatio[c].Low <= model.ClassRatio[c].High));
        Assert.Equal(EmbeddedProfiles.DefaultName, model.ProfileName);
        Assert.InRange(model.GraceBaseMicroseconds.Value, 1, 200);
        Assert.Equal(4, model.ParallelLoads.Value);
    }

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 7", "$.schema", "found 7; allowed: 1")]
    [InlineData("\"spread_cv\": ", "\"spread_cv\": \"wide\", \"x\": ", "$.spread_cv", "found \"wide\"")]
    [InlineData("\"grace\": ", "\"gracious\": 1, \"grace\": ", "gracious", "")]
    [InlineData("\"class\": \"Walk\"", "\"class\": \"Stroll\"", "$.classes[0]", "found \"Stroll\"")]
    [InlineData("\"class\": \"Walk\"", "\"class\": \"Clone\"", "$.classes", "allowed: one of each class")]
    [InlineData("\"parallel_loads\": {", "\"parallel_loads\": {\"value\": 4, \"low\": 5, \"high\": 8}, \"x\": {", "", "")]
    public void A_bad_value_is_named_with_its_place_and_what_is_allowed(string good, string bad, string place, string problem)
    {
        var text = ProfileFile.Format(EmbeddedProfiles.Default);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the profile holds no {good}");
        var error = Assert.Throws<ModelException>(() => ProfileFile.Parse(text[..at] + bad + text[(at + good.Length)..], "bad.json"));
        Assert.StartsWith("bad.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_is_no_profile_at_all_is_refused(string text) =>
        Assert.StartsWith("x.json", Assert.Throws<ModelException>(() => ProfileFile.Parse(text, "x.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_interval_out_of_order_is_refused()
    {
        var bad = EmbeddedProfiles.Default with { Guesses = new ProfileGuesses(new(0.5, 0.9, 1), new(4, 2, 8)) };
        var error = Assert.Throws<ModelException>(() => ProfileFile.Parse(ProfileFile.Format(bad), "x.json"));
        Assert.Contains("$.guesses.dirty_share", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named() => Assert.Contains(
        "cannot be written",
        Assert.Throws<ModelException>(() => ProfileFile.Write(EmbeddedProfiles.Default, "no-such-folder/p.json")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_and_an_unknown_name_say_what_there_is()
    {
        Assert.Contains("calibrate", Assert.Throws<ModelException>(() => ProfileFile.Read("no-such.json")).Message, StringComparison.Ordinal);
        Assert.Contains(EmbeddedProfiles.DefaultName, Assert.Throws<ModelException>(() => EmbeddedProfiles.Read("zx81")).Message, StringComparison.Ordinal);
    }
}

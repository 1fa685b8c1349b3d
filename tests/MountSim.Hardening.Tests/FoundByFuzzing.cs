using System.Text;
using Microsoft.Data.Sqlite;
using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Tests;

/// <summary>What the mutated inputs found, each by name: a bug of ours then, an error with its place now.</summary>
[Collection(Given.OneAfterTheOther)]
public sealed class FoundByFuzzing(Given given) : IClassFixture<Given>
{
    [Theory]
    [InlineData("function down_write 900\n", "function down_write 900\nfunction down_write 900\n")]
    [InlineData("cpus 1\n", "cpus １\n")]
    public void A_function_that_costs_twice_and_foreign_digits_are_no_costs(string old, string by) => Refused("models trace {} --output {}", "costs", old, by);

    [Theory]
    [InlineData("100000 120000", "1٣0000 120000")]
    [InlineData("mount_bind , 7 100000 120000\n", "mount_bind , 7 100000 120000\nmount_bind , 7 100000 120000\n")]
    public void Foreign_digits_and_an_operation_that_is_there_twice_are_no_sections(string old, string by) => Refused("models trace {} --output {}", "sections", old, by, names: "");

    [Fact]
    public void A_sequence_of_more_than_32_bits_is_no_trace() =>
        Assert.Contains("a sequence of 32 bits", Refused("models trace {} --output {}", "trace", "sequence=8\n", "sequence=4294967296\n"), StringComparison.Ordinal);

    [Fact]
    public void A_null_among_the_costs_of_a_profile_is_named() =>
        Assert.Contains("$.costs[0]: found null", Refused("predict --profile {}/in.json", "in.json", "\"costs\": [", "\"costs\": [ null,", Text("calibration/zen4-guest-linux-6.18.json")), StringComparison.Ordinal);

    [Fact]
    public void A_model_that_includes_what_is_no_file_says_where() =>
        Assert.Contains("in.yaml:2:10: ", Refused("predict --runtime {}/in.yaml", "in.yaml", "", "", "name: a\nextends: no/such\ntitle: b\n"), StringComparison.Ordinal);

    [Fact]
    public void A_column_name_does_not_steer_the_terminal()
    {
        var result = given.Of(FuzzCase.Of("in.csv", "class,ker\u001bnel\na,b\n"u8.ToArray(), "fleet", "{}/in.csv"));
        Assert.True(result.Verdict == Verdict.Accepted, result.Problem);
        Assert.Contains(@"'ker\u001bnel'", result.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_is_there_twice_does_not_steer_the_terminal() =>
        Assert.Contains(@"'\u001b[2J'", given.Of(new FuzzCase(["predict", "--format", "csv", "--format", "\u001b[2J"], [], null)).Said, StringComparison.Ordinal);

    [Fact]
    public void Suggestions_for_no_word_are_none() => Assert.Equal(Verdict.Accepted, given.Of(new FuzzCase(["suggest", ""], [], null)).Verdict);

    [Fact]
    public void A_result_without_a_name_is_no_file() => Assert.Equal(Verdict.Refused, given.Of(new FuzzCase(["report", ""], [], null)).Verdict);

    [Theory]
    [InlineData("UPDATE rows SET summary = '{}'")]
    [InlineData("UPDATE rows SET summary = 'null'")]
    [InlineData("UPDATE rows SET summary = x'00'")]
    [InlineData("UPDATE rows SET position = position + 1000")]
    [InlineData("UPDATE rows SET position = position - 1")]
    [InlineData("DROP TABLE rows; CREATE TABLE rows (position, summary); INSERT INTO rows VALUES (NULL, '{}')")]
    public void A_journal_whose_rows_are_damaged_is_refused(string damage)
    {
        Damaged(file => Execute(file, damage));
    }

    [Fact]
    public void A_journal_that_turns_out_to_be_damaged_when_a_row_is_added_is_refused() => Damaged(file =>
    {
        var page = Execute(file, "DELETE FROM rows; SELECT (rootpage - 1) * page_size FROM sqlite_schema, pragma_page_size WHERE name = 'rows'");
        using var stream = File.OpenWrite(file);
        stream.Position = page + 1; // of an empty leaf: where its first free block is
        stream.Write([0xff, 0xff]);
    });

    [Fact]
    public void A_part_of_another_version_does_not_steer_the_terminal()
    {
        var parts = given.Parts.Select(part => (part.Name, Text: part.Text.Replace("\"version\":\"", "\"version\":\"\\u001b[2J", StringComparison.Ordinal))).ToList();
        Assert.NotEqual(given.Parts, parts);
        parts[^1] = given.Parts[^1]; // the folder's own file
        var result = given.Of(new FuzzCase(["sweep", "status", "{}"], [.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))], ""));
        Assert.True(result.Verdict == Verdict.Accepted, result.Problem);
    }

    [Theory]
    [InlineData("\"axes\":[]", "\"axes\":null")]
    [InlineData("\"axes\":[]", "\"axes\":[null]")]
    [InlineData("\"axes\":[]", "\"axes\":[{\"field\":\"layers\",\"values\":[]}]")]
    [InlineData("\"axes\":[]", "\"axes\":[{\"field\":\"no-such\",\"values\":[\"1\"]}]")]
    [InlineData("\"sweep\":\"0", "\"sweep\":\"")]
    [InlineData("\"scenarios\":1", "\"scenarios\":2")]
    public void A_sweep_file_with_holes_is_refused(string old, string by) => Refused("sweep merge {}", "sweep.json", old, by, $$"""{"format":"mountsim-sweep-shards/1","sweep":"{{new string('0', 64)}}","version":"1","seed":"1","shards":1,"scenarios":1,"grids":[{"axes":[],"place":"a"}]}""");

    [Theory]
    [InlineData("\"settings\":[", "\"settings\":[null,")]
    [InlineData("\"settings\":{", "\"settings\":{\"a\":null,")]
    public void A_result_with_null_in_a_list_is_no_whole_result(string old, string by)
    {
        var prediction = given.Results[0].Replace(": ", ":", StringComparison.Ordinal);
        if (prediction.Contains(old, StringComparison.Ordinal)) Refused("report {}/in.json", "in.json", old, by, prediction);
    }

    [Fact]
    public void A_traced_kernel_whose_name_steers_the_terminal_is_refused() => Assert.Contains(
        "lock-ops.csv:2:1: found what cannot be printed",
        Refused("models check linux-6.12 --against {}", "lock-ops.csv", "6.99,", "\u001b[2J6.99,", "kernel,operation,parameter,value,total_instructions,lock,acquire,acquisitions,held_instructions\n6.99,mount_bind,,,1000,,,,\n"),
        StringComparison.Ordinal);

    [Fact]
    public void A_call_that_makes_a_circle_of_the_kernel_it_extends_is_named_in_its_own_file() => Assert.Contains(
        "in.yaml:6:14: 'call' of 'part.move_locked' runs in a circle",
        Refused("predict --kernel {}/in.yaml", "in.yaml", "", "", "name: a\ntitle: a\nextends: linux-6.12\noperations:\n  part.propagate:\n    steps: [ { call: part.move_locked } ]\n    source: x\n"),
        StringComparison.Ordinal);

    [Fact]
    public void A_problem_of_a_model_does_not_steer_the_terminal()
    {
        var result = given.Of(FuzzCase.Of("in.yaml", "name: a\ntitle: a\nextends: linux-6.12\noperations:\n  part.propagate:\n    steps: [ { call: \"part\\u001b[2J\" } ]\n    source: x\n"u8.ToArray(), "models", "check", "{}/in.yaml"));
        Assert.True(result.Verdict == Verdict.Accepted, result.Problem);
    }

    private void Damaged(Action<string> damage)
    {
        var result = given.Of(new FuzzCase(["sweep", .. Corpus.JournalSweep, "--journal", "{}/in.journal", "--output", "{}/out.csv"], [("in.journal", given.Journal)], "in.journal")
        {
            Makes = folder => damage(Path.Combine(folder, "in.journal")),
        });
        Assert.True(result.Verdict == Verdict.Refused, result.Problem);
        Assert.Contains("is damaged", result.Said, StringComparison.Ordinal);
    }

    private static long Execute(string journal, string statements)
    {
        using var connection = new SqliteConnection($"Data Source={journal};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Corpus.Root, file));

    private string Refused(string line, string name, string old, string by, string? text = null, string? names = null)
    {
        var records = text is null ? FuzzKinds.Records : [(name, text)];
        var changed = records.Select(record => (record.Name, Content: record.Name == name && old.Length > 0 ? record.Text.Replace(old, by, StringComparison.Ordinal) : record.Text)).ToList();
        Assert.True(old.Length == 0 || !changed.Select(file => file.Content).SequenceEqual(records.Select(record => record.Text)), "nothing was changed");
        var result = given.Of(new FuzzCase(line.Split(' '), [.. changed.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))], names ?? name));
        Assert.True(result.Verdict == Verdict.Refused, result.Problem);
        return result.Said;
    }
}

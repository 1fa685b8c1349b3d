using System.Text;
using MountSim.Experiments.Inputs;
using MountSim.Model;

namespace MountSim.Experiments.Tests;

public class InputTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", false)]
    [InlineData("\uFEFFa;b\r\n1;2\r\n", true)]
    [InlineData("a\tb\n1\t2", false)]
    [InlineData("a,b,,\n1,2,,\n,,,\n\n", false)]
    [InlineData("a , b\n 1, 2 \n", false)]
    public void What_spreadsheets_save_is_read(string text, bool hasDecimalComma)
    {
        var table = InputTable.Parse(text, "t.csv");
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal(["1", "2"], Assert.Single(table.Rows).Cells);
        Assert.Equal(hasDecimalComma, table.HasDecimalComma);
    }

    [Fact]
    public void A_quoted_field_holds_separators_quotes_and_lines()
    {
        var table = InputTable.Parse("a,b\n\"x,\"\"y\"\"\nz\",2\n3,4\n", "t.csv");
        Assert.Equal("x,\"y\"\nz", table.Rows[0].Cells[0]);
        Assert.Equal(4, table.Rows[1].Line);
    }

    [Fact]
    public void A_short_row_has_empty_cells_at_its_end() => Assert.Equal(["1", ""], InputTable.Parse("a,b\n1\n", "t.csv").Rows[0].Cells);

    [Theory]
    [InlineData("", "t.csv: is empty")]
    [InlineData(",,\n", "t.csv: is empty")]
    [InlineData("a,a\n1,2\n", "t.csv:1: the column 'a' is there twice")]
    [InlineData("a,b\n1,2,3\n", "t.csv:2: found '3' in column 3, which has no name in the header")]
    [InlineData("a,b\n1,x\"y\"\n", "t.csv:2: a quote is not where it may be")]
    public void What_is_no_table_is_refused_with_its_place(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => InputTable.Parse(text, "t.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_encoding_is_refused_with_the_remedy()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes("a,b\nMünchen,2\n"));
        Assert.EndsWith("is not UTF-8; in an editor, save it as UTF-8, in a spreadsheet as 'CSV UTF-8'", Assert.Throws<ModelException>(() => InputTable.Read(file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }
}

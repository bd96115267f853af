using Vejja.Domain.Geometry;
using Vejja.Reading.Medications;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Medications;

public sealed class WrappedRowsTests
{
    private const string Header = "Médicament|Matin|Midi|Jours|Qté";

    /// <summary>Rows 50 pixels apart, lines 20 high; the lines of one row moved down.</summary>
    private static string[] Rows(int moved, double down, bool isRuled, params string[] rows)
    {
        var table = Printed.Table(rows);
        table = table with
        {
            Grid = table.Grid with { IsRuled = isRuled },
            Cells = [.. table.Cells.Select(cell => cell.Place.Row != moved ? cell : new ReadCell(cell.Place, [.. cell.Lines.Select(line => line with
            {
                Polygon = Polygon.From(new Box(line.Box.X1, line.Box.Y1 + down, line.Box.X2, line.Box.Y2 + down)),
            })], cell.IsDash))],
        };
        var joined = WrappedRows.Join(table, HeaderReading.Read(table)!);
        return [.. Enumerable.Range(1, table.Grid.Rows - 1).Select(row => string.Join("|", Enumerable.Range(0, table.Grid.Columns).Select(column => joined.At(row, column)!.Text.Text)))];
    }

    [Fact]
    public void Join_LastCellsOfALeaningRow_GoToTheRowAtTheirHeight() =>
        Assert.Equal(
            ["||||", "Aspirine 100mg|1|-|30|30cp", "Nifédipine 30mg|1|-|14|28cp"],
            Rows(1, 38, isRuled: false, Header, "|||30|30cp", "Aspirine 100mg|1|-||", "Nifédipine 30mg|1|-|14|28cp"));

    [Theory]
    [InlineData(20, false)] // between the rows
    [InlineData(38, true)] // its own row between rules
    public void Join_CellsOfARowOfTheirOwn_StayThere(double down, bool isRuled) =>
        Assert.Equal(["|||30|30cp", "Aspirine 100mg|1|-||"], Rows(1, down, isRuled, Header, "|||30|30cp", "Aspirine 100mg|1|-||"));

    [Fact]
    public void Join_CellsWhosePlacesAreTaken_StayWhereTheyAre() =>
        Assert.Equal(["|||30|30cp", "Aspirine 100mg|1|-|7|"], Rows(1, 38, isRuled: false, Header, "|||30|30cp", "Aspirine 100mg|1|-|7|"));

    [Fact]
    public void Join_NameThatWraps_GoesToTheRowAbove() =>
        Assert.Equal(["Acide folique\n5 mg|1|-|30|30cp", "||||"], Rows(2, 0, isRuled: false, Header, "Acide folique|1|-|30|30cp", "5 mg||||"));
}

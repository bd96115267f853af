using System.Collections.Immutable;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>Pages, blocks and tables: what stands where.</summary>
internal static class PageJson
{
    private static readonly ImmutableArray<string> BlockTypes = JsonText.LowerCaseCodes<BlockType>();

    private static readonly ImmutableArray<string> Scripts = JsonText.LowerCaseCodes<Script>();

    public static void WritePage(Utf8JsonWriter json, Page page)
    {
        json.WriteNumber("index", page.Index);
        json.WriteNumber("width", page.Width);
        json.WriteNumber("height", page.Height);
        json.WriteNumber("rotation", page.Rotation);
        json.WriteNumber("skew", Math.Round(page.Skew, 4));
        json.WriteStrings("warnings", page.Warnings);
        json.WriteTransform("transform", page.Transform);
    }

    public static Page ReadPage(JsonField field) => new(
        field.Required("index").Integer(), field.Required("width").Integer(), field.Required("height").Integer(),
        field.Optional("rotation")?.Integer() ?? 0, field.Optional("skew")?.Number() ?? 0, field.Items("warnings", item => item.Text()),
        field.Optional("transform") is { } transform ? GeometryJson.ReadTransform(transform) : Homography.Identity);

    public static void WriteBlock(Utf8JsonWriter json, Block block)
    {
        json.WriteString("id", block.Id);
        json.WriteNumber("page", block.Page);
        json.WriteString("text", block.Text);
        if (block.RawText != block.Text)
            json.WriteString("raw", block.RawText);
        json.WriteBox("box", block.Box);
        json.WritePolygon("polygon", block.Polygon);
        json.WriteConfidence("confidence", block.Confidence);
        json.WriteString("type", BlockTypes[(int)block.Type]);
        json.WriteString("script", Scripts[(int)block.Script]);
    }

    public static Block ReadBlock(JsonField field)
    {
        var text = field.Required("text").Text();
        var polygon = field.Optional("polygon") is { } corners
            ? GeometryJson.ReadPolygon(corners)
            : Polygon.From(GeometryJson.ReadBox(field.Required("box")));
        return new Block(
            field.Required("id").Text(), field.Required("page").Integer(), text, polygon, field.Required("confidence").Probability(),
            field.Required("type").Code<BlockType>(BlockTypes), field.Required("script").Code<Script>(Scripts))
        {
            RawText = field.Optional("raw")?.Text() ?? text,
        };
    }

    public static void WriteTable(Utf8JsonWriter json, Table table)
    {
        json.WriteNumber("page", table.Page);
        json.WriteBox("box", table.Box);
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("columns", table.Columns);
        json.WriteObjects("cells", table.Cells, WriteCell);
    }

    public static Table ReadTable(JsonField field) => new(
        field.Required("page").Integer(), GeometryJson.ReadBox(field.Required("box")), field.Required("rows").Integer(),
        field.Required("columns").Integer(), field.Items("cells", ReadCell));

    private static void WriteCell(Utf8JsonWriter json, TableCell cell)
    {
        json.WriteNumber("row", cell.Row);
        json.WriteNumber("column", cell.Column);
        json.WriteNumber("rowSpan", cell.RowSpan);
        json.WriteNumber("columnSpan", cell.ColumnSpan);
        json.WriteString("text", cell.Text);
        json.WriteConfidence("confidence", cell.Confidence);
        json.WriteBox("box", cell.Box);
        json.WriteStrings("blocks", cell.Blocks);
    }

    private static TableCell ReadCell(JsonField field) => new(
        field.Required("row").Integer(), field.Required("column").Integer(), field.Optional("rowSpan")?.Integer() ?? 1,
        field.Optional("columnSpan")?.Integer() ?? 1, field.Required("text").Text(), field.Required("confidence").Probability(),
        GeometryJson.ReadBox(field.Required("box")), field.Items("blocks", item => item.Text()));
}

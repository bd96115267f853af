using System.Text.Json;
using Vejja.Domain.Geometry;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>Boxes as <c>{x1, y1, x2, y2}</c>, polygons as a list of <c>[x, y]</c>, transforms as three rows of three.</summary>
internal static class GeometryJson
{
    public static void WriteBox(this Utf8JsonWriter json, string name, Box box) => json.WriteObject(name, part =>
    {
        part.WriteNumber("x1", JsonText.Pixels(box.X1));
        part.WriteNumber("y1", JsonText.Pixels(box.Y1));
        part.WriteNumber("x2", JsonText.Pixels(box.X2));
        part.WriteNumber("y2", JsonText.Pixels(box.Y2));
    });

    public static Box ReadBox(JsonField field) =>
        new(field.Required("x1").Number(), field.Required("y1").Number(), field.Required("x2").Number(), field.Required("y2").Number());

    public static void WritePolygon(this Utf8JsonWriter json, string name, Polygon polygon)
    {
        json.WriteStartArray(name);
        foreach (var (x, y) in polygon.Points)
            WriteRow(json, JsonText.Pixels(x), JsonText.Pixels(y));
        json.WriteEndArray();
    }

    public static Polygon ReadPolygon(JsonField field)
    {
        var points = field.Items(point => point.Items(part => part.Number()) is [var x, var y]
            ? new PagePoint(x, y)
            : throw point.Fault("must be two numbers"));
        return points.Length >= 3 ? new Polygon(points) : throw field.Fault("must have at least three corners");
    }

    public static void WriteTransform(this Utf8JsonWriter json, string name, Homography map)
    {
        json.WriteStartArray(name);
        WriteRow(json, map.M11, map.M12, map.M13);
        WriteRow(json, map.M21, map.M22, map.M23);
        WriteRow(json, map.M31, map.M32, map.M33);
        json.WriteEndArray();
    }

    public static Homography ReadTransform(JsonField field) =>
        field.Items(row => row.Items(part => part.Number())) is
            [[var m11, var m12, var m13], [var m21, var m22, var m23], [var m31, var m32, var m33]]
            ? new Homography(m11, m12, m13, m21, m22, m23, m31, m32, m33)
            : throw field.Fault("must be three rows of three numbers");

    private static void WriteRow(Utf8JsonWriter json, params ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}

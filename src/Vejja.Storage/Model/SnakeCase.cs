using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vejja.Storage.Model;

/// <summary>Names tables and columns as SQL does, so that statements by hand need no quotes on either database.</summary>
internal static class SnakeCase
{
    /// <summary>Renames every column; tables are named where they are configured.</summary>
    public static void NameColumns(IMutableModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(Of(property.Name));
    }

    /// <summary><c>LeaseUntil</c> to <c>lease_until</c>.</summary>
    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

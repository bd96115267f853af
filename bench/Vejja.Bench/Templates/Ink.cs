using System.Net;

namespace Vejja.Bench.Templates;

/// <summary>Small pieces of HTML that the ground-truth script understands.</summary>
internal static class Ink
{
    /// <summary>Text with its special signs escaped.</summary>
    public static string E(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A block of text of its own, from ready HTML.</summary>
    public static string Block(string html, string css = "") => $"<div data-t class='b {css}'>{html}</div>";

    /// <summary>Text that belongs to a field.</summary>
    public static string Field(string name, string text) => $"<span data-f='{name}'>{E(text)}</span>";

    /// <summary>Ready HTML that belongs to a field.</summary>
    public static string FieldHtml(string name, string html) => $"<span data-f='{name}'>{html}</span>";
}

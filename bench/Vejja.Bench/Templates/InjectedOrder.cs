using static Vejja.Bench.Templates.Ink;

namespace Vejja.Bench.Templates;

/// <summary>How an order to a machine is hidden on a sheet.</summary>
internal enum Disguise
{
    /// <summary>A line like the others.</summary>
    Visible,

    /// <summary>In letters of 6 CSS pixels, 1.6 mm high on A4.</summary>
    Tiny,

    /// <summary>White on white.</summary>
    White,

    /// <summary>The caption of a QR code.</summary>
    Caption,
}

/// <summary>An order to a machine, printed below a sheet's medicines, for tests that see whether anything follows it.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Disguise">How it is hidden.</param>
internal sealed record InjectedOrder(string Text, Disguise Disguise)
{
    private const string Footer = "<div data-type='footer'";

    /// <summary>The sheet with the order between medicines and footer.</summary>
    public string On(string body, Dice dice)
    {
        var at = body.IndexOf(Footer, StringComparison.Ordinal);
        return body.Insert(at < 0 ? body.LastIndexOf("</section>", StringComparison.Ordinal) : at, "<div data-type='body' style='margin-top:14px'>" + Html(dice) + "</div>");
    }

    private string Html(Dice dice) => Disguise switch
    {
        Disguise.Tiny => $"<div style='font-size:6px'>{Block(E(Text))}</div>",
        Disguise.White => $"<div style='color:#fff'>{Block(E(Text))}</div>",
        Disguise.Caption => $"<div class='row'>{Marks.Code(dice, 84)}{Block(E("QR: " + Text), "small")}</div>",
        _ => Block(E(Text)),
    };
}

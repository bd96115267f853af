using Vejja.Bench.Wording;
using static Vejja.Bench.Templates.Ink;

namespace Vejja.Bench.Templates;

/// <summary>What stands below the medicines.</summary>
internal static class Footers
{
    /// <summary>Khmer: place and date, treating doctor, signature, bring this back.</summary>
    public static string Khmer(Composition c)
    {
        var d = c.Dice;
        var time = d.Chance(0.4) ? " " + c.Numerals.Shape(c.Sheet.Time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)) : "";
        var visit = c.Sheet.NextVisit is not null && d.Chance(0.7) ? Block(E(d.Any("ថ្ងៃណាត់ : ", "ថ្ងៃណាត់ជួប : ")) + c.NextVisit(Tongue.Khmer)) : "";
        return $"""
            <div data-type='footer' style='margin-top:26px'>
            <div class='row'><div style='align-self:flex-start'>{visit}</div><div style='width:46%'>{Block(E(c.Sheet.Town.Khmer + d.Any(", ថ្ងៃទី ", ",ថ្ងៃទី ")) + c.Date(Tongue.Khmer) + E(time), "c")}{Block(d.Any("គ្រូពេទ្យព្យាបាល", "វេជ្ជបណ្ឌិតព្យាបាល"), "c")}
            <div style='margin:4px auto 0;width:150px'>{Marks.Signature(d)}</div>{Block(E(d.Any("វេជ្ជបណ្ឌិត ", "វេជ្ជ. ")) + c.Prescriber(d.Chance(0.2)), "c")}</div></div>
            {Block(d.Any("សូមយកវេជ្ជបញ្ជាមកវិញ ពេលពិនិត្យលើកក្រោយ", "សូមយកវេជ្ជបញ្ជានេះមកជាមួយពេលមកពិនិត្យលើកក្រោយ", "បើមានបញ្ហាសូមត្រឡប់មកវិញ"), "small")}
            </div>
            """;
    }

    /// <summary>French: signature, next appointment.</summary>
    public static string French(Composition c)
    {
        var d = c.Dice;
        var visit = c.Sheet.NextVisit is not null ? Block(E(d.Any("Prochain rendez-vous : ", "RDV le ", "À revoir le ")) + c.NextVisit(Tongue.French)) : "";
        return $"<div data-type='footer' style='margin-top:38px'><div class='row'><div>{visit}</div><div>{Block(d.Any("Signature et cachet", "Le médecin"), "c small")}{Marks.Signature(d)}</div></div></div>";
    }

    /// <summary>English: next visit, doctor.</summary>
    public static string English(Composition c)
    {
        var d = c.Dice;
        var visit = c.Sheet.NextVisit is not null ? Block(E(d.Any("Next visit: ", "Review on ", "Follow up: ")) + c.NextVisit(Tongue.English)) : "";
        return $"<div data-type='footer' style='margin-top:34px'><div class='row'><div>{visit}</div><div>{Marks.Signature(d)}{Block(E("Dr. ") + c.Prescriber(true), "c")}</div></div></div>";
    }
}

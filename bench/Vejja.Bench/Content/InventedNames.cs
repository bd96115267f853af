namespace Vejja.Bench.Content;

/// <summary>Names of medicines that nobody makes: what a sheet looks like whose medicine the lexicon does not know.</summary>
internal static class InventedNames
{
    private static readonly string[] Starts = ["Bra", "Cel", "Dor", "Fen", "Gal", "Kor", "Lum", "Mov", "Nex", "Plo", "Quin", "Rov", "Sil", "Tre", "Ulb", "Vor", "Zel", "Xan"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "ta", "ri", "lo", "mi", "ve", "du", "pra", "sto"];
    private static readonly string[] Ends = ["dazine", "filox", "gramide", "lprane", "mectol", "nidase", "pentol", "rizol", "stevin", "tamide", "vorex", "xolin"];

    /// <summary>Draws a name.</summary>
    public static string Draw(Dice dice) => dice.Pick(Starts) + dice.Pick(Middles) + dice.Pick(Ends);
}

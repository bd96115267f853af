using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Vejja.Scheduling;

/// <summary>Identifiers of calendar events: stable over corrections, and saying nothing about whose medicine it is.</summary>
internal static class SeriesIdentity
{
    /// <param name="prescription">The prescription's identifier.</param>
    /// <param name="medication">The medicine's identifier inside it.</param>
    /// <param name="dosage">Position of the instruction, from 0.</param>
    /// <param name="slot">Position of the time of day, from 0.</param>
    public static string Uid(string prescription, string medication, int dosage, int slot)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{prescription}\0{medication}\0{dosage}\0{slot}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16]) + "@vejja";
    }
}

namespace Vejja.Imaging.Tests.Decoding;

/// <summary>The checksum of PNG chunks, bit by bit.</summary>
internal static class Checksum
{
    public static uint Crc32(byte[] bytes)
    {
        uint rest = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            rest ^= value;
            for (int bit = 0; bit < 8; bit++)
                rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ 0xEDB88320;
        }

        return ~rest;
    }
}

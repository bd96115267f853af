using System.Text;

namespace Vejja.Reading.Lexicon;

/// <summary>The consonants of a name as they are spoken in English and French: two names with one key sound alike.</summary>
internal static class SoundKey
{
    /// <summary>The first letter's sound and the consonants that follow, without doubles.</summary>
    public static string Of(string key)
    {
        var text = key.Replace("ph", "f", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal).Replace("ch", "k", StringComparison.Ordinal).Replace("qu", "k", StringComparison.Ordinal);
        var sounds = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var sound = Sound(text[i], i + 1 < text.Length ? text[i + 1] : ' ');
            if (sound == ' ' && i > 0)
                continue;
            sound = sound == ' ' ? 'a' : sound;
            if (sounds.Length == 0 || sounds[^1] != sound)
                sounds.Append(sound);
        }

        return sounds.ToString();
    }

    private static char Sound(char letter, char next) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' => ' ',
        'c' => next is 'e' or 'i' or 'y' ? 's' : 'k',
        'k' or 'q' => 'k',
        'g' => next is 'e' or 'i' or 'y' ? 'j' : 'g',
        'z' or 's' => 's',
        'v' or 'f' => 'f',
        'd' or 't' => 't',
        'b' or 'p' => 'p',
        'm' or 'n' => 'n',
        _ => letter,
    };
}

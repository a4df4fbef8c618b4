namespace Yiwang.Kernel.Identifiers;

/// <summary>What every identifier shares when it is parsed: normal form of the input and the exception that names the reason.</summary>
internal static class IdentifierParsing
{
    /// <summary>Trims, maps full-width letters and digits to half width, dashes to a hyphen, and raises to upper case.</summary>
    internal static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        Span<char> buffer = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            buffer[i] = text[i] switch
            {
                >= '！' and <= '～' => (char)(text[i] - 0xFEE0),
                '　' => ' ',
                '—' or '–' or '－' => '-',
                var c => c,
            };
        }
        return new string(buffer).Trim().ToUpperInvariant();
    }

    /// <summary>Parses or throws a <see cref="FormatException"/> that carries the reason.</summary>
    internal static T Parse<T>(string text) where T : struct, IIdentifier<T> =>
        T.TryRead(text, out var identifier, out var reason) ? identifier : throw new FormatException(reason);
}

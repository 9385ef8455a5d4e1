using System.Collections.Concurrent;

namespace MlaBot.Discord.Rendering;

/// <summary>Remembers the lines of a text: everybody who answers a question reads the same reasons.</summary>
/// <param name="render">Turns a text into lines; the same text always into the same.</param>
internal sealed class LineMemory(Func<string, IReadOnlyList<string>> render)
{
    /// <summary>The most texts to remember, and the longest one, in characters; together about 4 MB at most.</summary>
    private const int MostKept = 256;

    private const int Longest = 4_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var lines = render(text);
        if (text.Length <= Longest)
        {
            if (_known.Count >= MostKept)
            {
                _known.Clear();
            }

            _known[text] = lines;
        }

        return lines;
    }
}

using System.Collections.Concurrent;

namespace MlaBot.Chat.Pictures;

/// <summary>Writes on a canvas.</summary>
/// <param name="Size">The height of a capital letter in pixels; a whole line of small and hanging letters is 1.4 times as high.</param>
/// <param name="IsBold">True for a broader pen.</param>
public sealed record PictureText(double Size, bool IsBold = false)
{
    private const double Gap = 2.5;

    private static readonly Dictionary<char, GlyphPath> Paths = Glyphs.All.ToDictionary(glyph => glyph.Key, glyph => GlyphPath.Read(glyph.Value));
    private static readonly ConcurrentDictionary<(char Letter, int Quarter, PictureText Text), GlyphStamp> Stamps = [];
    private static readonly GlyphPath Unknown = GlyphPath.Read(Glyphs.Unknown);

    /// <summary>True when a character has a letter of its own; another is drawn as an empty box.</summary>
    public static bool Knows(char letter) => Paths.ContainsKey(letter);

    private double Unit => Size / 10;

    private double Pen => Unit * (IsBold ? 1.75 : 1.2);

    /// <summary>How wide a text is, in pixels.</summary>
    public double Width(string text) => text.Length == 0 ? 0 : ((text.Sum(letter => Path(letter).Width + Gap) - Gap) * Unit) + Pen;

    /// <summary>Writes a line.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">Its left end.</param>
    /// <param name="y">The top of its capital letters.</param>
    /// <param name="text">What.</param>
    /// <param name="ink">In which colour.</param>
    public void Write(Canvas canvas, double x, double y, string text, Ink ink)
    {
        // A line begins on a whole pixel and its letters on quarters of one, so that each of them is drawn a few times only.
        var (at, top) = (Math.Round(x) + (Pen / 2), (int)Math.Round(y + (Pen / 2)));
        foreach (var letter in text)
        {
            var quarters = (int)Math.Round(at * 4);
            Stamp(letter, quarters & 3).Put(canvas, quarters >> 2, top, ink);
            at += (Path(letter).Width + Gap) * Unit;
        }
    }

    /// <summary>Writes a line around a middle.</summary>
    public void WriteCentred(Canvas canvas, double middle, double y, string text, Ink ink) => Write(canvas, middle - (Width(text) / 2), y, text, ink);

    /// <summary>The text in lines that are no wider than asked: broken between words, the last one cut with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="most">The most lines; at least 1.</param>
    public IReadOnlyList<string> Lines(string text, double width, int most)
    {
        var lines = new List<string>();
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0 && lines.Count < most)
        {
            var line = words.Dequeue();
            while (words.Count > 0 && Width($"{line} {words.Peek()}") <= width)
            {
                line = $"{line} {words.Dequeue()}";
            }

            lines.Add(lines.Count == most - 1 && words.Count > 0 ? Cut($"{line} {string.Join(' ', words)}", width) : Cut(line, width));
        }

        return lines;
    }

    private string Cut(string line, double width)
    {
        if (Width(line) <= width)
        {
            return line;
        }

        var length = line.Length;
        while (length > 0 && Width($"{line[..length].TrimEnd()}…") > width)
        {
            length--;
        }

        return $"{line[..length].TrimEnd()}…";
    }

    private GlyphStamp Stamp(char letter, int quarter) => Stamps.GetOrAdd(
        (Knows(letter) ? letter : '\uFFFD', quarter, this), static (wanted, path) => GlyphStamp.Of(path, wanted.Text.Unit, wanted.Text.Pen, wanted.Quarter / 4.0), Path(letter));

    private static GlyphPath Path(char letter) => Paths.GetValueOrDefault(letter) ?? Unknown;
}

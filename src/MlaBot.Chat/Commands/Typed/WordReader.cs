using System.Text;
using MlaBot.Core;

namespace MlaBot.Chat.Commands.Typed;

/// <summary>Takes the words of a line one by one. Double quotes keep words together; inside them <c>\"</c> and <c>\\</c>
/// stand for the sign itself.</summary>
/// <param name="text">The line.</param>
public sealed class WordReader(string text)
{
    private int _at;

    /// <summary>What to say of a quotation mark without its partner.</summary>
    public static Refusal OpenQuote { get; } =
        new("quote-open", "A quotation mark is not closed; nothing was done.", "Close it, or leave it out.");

    /// <summary>True when only spaces are left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipSpaces();
            return _at >= text.Length;
        }
    }

    /// <summary>Everything that is left, as typed.</summary>
    public string Rest => text[_at..].Trim();

    /// <summary>Writes a word so that it is read back as one.</summary>
    public static string Quote(string word) =>
        $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>The next run of characters without a space, quotes and all; empty at the end. Stays where it is.</summary>
    public string Peek()
    {
        SkipSpaces();
        return text[_at..EndOfRun(_at)];
    }

    /// <summary>Takes the next run of characters without a space; empty at the end.</summary>
    public string Bare()
    {
        var run = Peek();
        _at += run.Length;
        return run;
    }

    /// <summary>Takes the next word, without its quotes; null when a quotation mark is not closed.</summary>
    public string? Next()
    {
        SkipSpaces();
        return _at < text.Length && text[_at] == '"' ? Quoted() : Bare();
    }

    /// <summary>Takes a number of characters that <see cref="Peek"/> showed.</summary>
    public void Skip(int characters) => _at = Math.Min(text.Length, _at + characters);

    /// <summary>Takes everything that is left; a single quoted word loses its quotes. Null when a quotation mark at its
    /// beginning is not closed.</summary>
    public string? TakeRest()
    {
        SkipSpaces();
        var rest = Rest;
        var word = Next();
        var isOneWord = word is null || IsAtEnd;
        _at = text.Length;
        return isOneWord ? word : rest;
    }

    private string? Quoted()
    {
        var word = new StringBuilder();
        for (var index = _at + 1; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '"':
                    _at = index + 1;
                    return word.ToString();
                case '\\' when index + 1 < text.Length && text[index + 1] is '"' or '\\':
                    index++;
                    word.Append(text[index]);
                    break;
                default:
                    word.Append(text[index]);
                    break;
            }
        }

        return null;
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private int EndOfRun(int from)
    {
        while (from < text.Length && !char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }
}

using System.Text.RegularExpressions;
using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>Reads answers as people type them: <c>B</c>, <c>A, C</c>, <c>CAB</c>, <c>1B 2A</c>, <c>?</c>.</summary>
public static partial class TypedAnswer
{
    /// <summary>The longest text that is looked at, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>True when a text looks like an answer and not like talk.</summary>
    public static bool LooksLikeOne(string text) => text.Length <= MaxLength && (IsUnknown(text) || Shape().IsMatch(text));

    /// <summary>Reads an answer with the letters of a post.</summary>
    public static Outcome<Answer> Read(string text, Item item, Presentation presentation)
    {
        if (text.Length > MaxLength)
        {
            return new Refusal("answer-long", $"That answer is {text.Length} characters long; nothing was stored.", AnswerCheck.HowTo(item));
        }

        if (text.Any(char.IsControl))
        {
            return new Refusal("answer-control", "That answer holds control characters; nothing was stored.", AnswerCheck.HowTo(item));
        }

        if (IsUnknown(text))
        {
            return new Answer.Unknown();
        }

        return item is MatchingItem matching ? ReadPairs(text, matching, presentation) : ReadLetters(text, item, presentation);
    }

    private static Outcome<Answer> ReadLetters(string text, Item item, Presentation presentation)
    {
        var parts = new List<PartId>();
        foreach (var letter in text.Where(character => !IsSeparator(character)))
        {
            if (!char.IsAsciiLetter(letter) || presentation.PartAt(letter) is not { } part)
            {
                return new Refusal("answer-letter", $"\"{Text.Printable(text, 40)}\" is not an answer to this question; it shows the letters A to {presentation.LetterOf(presentation.Lettered[^1])}.", AnswerCheck.HowTo(item));
            }

            parts.Add(part);
        }

        return parts.Count == 0
            ? new Refusal("answer-empty", "That answer is empty.", AnswerCheck.HowTo(item))
            : item is OrderingItem ? new Answer.Ordered(parts) : new Answer.Picked(parts);
    }

    private static Outcome<Answer> ReadPairs(string text, MatchingItem item, Presentation presentation)
    {
        var letters = text.Where(character => !IsSeparator(character)).ToArray();
        if (letters.Length == item.Prompts.Count && letters.All(char.IsAsciiLetter))
        {
            // Letters alone answer the prompts in the order in which they are shown.
            text = string.Join(' ', letters.Select((letter, index) => $"{index + 1}{letter}"));
        }

        var pairs = new Dictionary<PartId, PartId>();
        var rest = Pair().Replace(text, match =>
        {
            if (presentation.PromptAt(match.Groups["prompt"].ValueSpan[0] - '0') is { } prompt && presentation.PartAt(match.Groups["response"].ValueSpan[0]) is { } response)
            {
                return pairs.TryAdd(prompt, response) ? "" : "twice";
            }

            return match.Value;
        });
        return rest.Any(character => !IsSeparator(character)) || pairs.Count == 0
            ? new Refusal("answer-pairs", $"\"{Text.Printable(text, 40)}\" is not a list of pairs for the numbers 1 to {item.Prompts.Count}.", AnswerCheck.HowTo(item))
            : new Answer.Matched(pairs);
    }

    private static bool IsSeparator(char character) => character is ' ' or ',' or ';' or '>' or '-' or '=' or '/' or '.' or ':' or '+' or '&';

    private static bool IsUnknown(string text) => text.Trim().ToLowerInvariant() is "?" or "idk" or "don't know" or "dont know" or "i don't know";

    [GeneratedRegex(@"^\s*(?:(?:\d\s*[=:\-]?\s*)?[A-Za-z]\s*[,;>/+&\-]?\s*){1,12}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"(?<prompt>\d)\s*[=:\-]?\s*(?<response>[A-Za-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}

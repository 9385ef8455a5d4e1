using MlaBot.Core.Questions;

namespace MlaBot.Storage.Database;

/// <summary>Answers as they are stored: their canonical text, from whose marks the kind of answer can be told.</summary>
internal static class AnswerText
{
    private const char Step = '>';
    private const char Pair = ';';

    /// <summary>The text to store.</summary>
    public static string Of(Answer answer) => answer switch
    {
        // Texts without a mark of their kind would be read back as picked options.
        Answer.Ordered { Steps.Count: < 2 } => answer.Canonical + Step,
        Answer.Matched { Pairs.Count: 0 } => Pair.ToString(),
        _ => answer.Canonical,
    };

    /// <summary>Reads a stored text back.</summary>
    public static Answer Parse(string stored) => stored switch
    {
        "?" => new Answer.Unknown(),
        _ when stored.Contains('=', StringComparison.Ordinal) || stored is [Pair] => new Answer.Matched(Split(stored, Pair).Select(ToPair)),
        _ when stored.Contains(Step, StringComparison.Ordinal) => new Answer.Ordered(Split(stored, Step).Select(part => new PartId(part))),
        _ => new Answer.Picked(Split(stored, ',').Select(part => new PartId(part))),
    };

    private static string[] Split(string stored, char mark) => stored.Split(mark, StringSplitOptions.RemoveEmptyEntries);

    private static KeyValuePair<PartId, PartId> ToPair(string pair)
    {
        var mark = pair.IndexOf('=', StringComparison.Ordinal);
        return new(new PartId(pair[..mark]), new PartId(pair[(mark + 1)..]));
    }
}

using MlaBot.Chat.Cards;

namespace MlaBot.Slack.Rendering;

/// <summary>What a notification says of a card: its title and first lines in plain words.</summary>
internal static class MessageSummary
{
    private const int Longest = 300;

    /// <summary>The summary, escaped; never empty.</summary>
    /// <param name="card">The card.</param>
    /// <param name="parts">Its parts as they are shown here.</param>
    public static string Of(Card card, IReadOnlyList<CardPart> parts)
    {
        var lines = card.Summary.Length > 0 ? [card.Summary] : Lines(parts);
        var text = LongText.Shortened(string.Join('\n', lines.Select(Plain).Where(line => line.Length > 0)), Longest);
        return Mrkdwn.Escaped(text.Length == 0 ? "A message from MlaBot" : text);
    }

    // What follows a line between parts may be the reasons behind an answer.
    private static IEnumerable<string> Lines(IReadOnlyList<CardPart> parts) => parts.TakeWhile(part => part is not Divider).SelectMany(part => part switch
    {
        Header header => [header.Text],
        Section section => CleanText.Lines(section.Markdown).Select(CleanText.WithoutMarks),
        Picture picture => [picture.AltText],
        _ => Enumerable.Empty<string>(),
    });

    private static string Plain(string line) => CardTime.Replace(CleanText.Clean(line), SlackTime.InUtc).Trim();
}

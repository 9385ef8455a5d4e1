namespace MlaBot.Chat.Cards;

/// <summary>The signs of tones, since colour must not speak alone.</summary>
public static class ToneSigns
{
    /// <summary>The card's parts with the sign of its tone before its first words.</summary>
    public static IEnumerable<CardPart> Signed(Card card)
    {
        if (Sign(card.Tone) is not { } sign)
        {
            return card.Parts;
        }

        CardPart[] first = card.Parts.Count == 0 ? [] : card.Parts[0] switch
        {
            Header header => [new Header($"{sign} {header.Text}")],
            Section section when !section.Markdown.TrimStart().StartsWith("- ", StringComparison.Ordinal) => [new Section($"**{sign}** {section.Markdown.TrimStart()}")],
            var other => [new Section($"**{sign}**"), other],
        };
        return first.Concat(card.Parts.Skip(1));
    }

    private static string? Sign(CardTone tone) => tone switch
    {
        CardTone.Good => "✓",
        CardTone.Bad => "✗",
        CardTone.Caution => "!",
        _ => null,
    };
}

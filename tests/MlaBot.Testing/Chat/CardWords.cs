using MlaBot.Chat.Cards;

namespace MlaBot.Testing.Chat;

/// <summary>What a card says.</summary>
public static class CardWords
{
    /// <summary>All words of a card, a line for each part.</summary>
    public static string Words(this Card card) => string.Join('\n', card.Parts.Select(part => part switch
    {
        Header header => header.Text,
        Section section => section.Markdown,
        ContextLine line => line.Markdown,
        Table table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row))),
        Choices choices => string.Join(" ", choices.Buttons.Select(button => $"[{button.Label}]{(button.IsDisabled ? " off" : "")}")),
        Menu menu => menu.Prompt,
        Finder finder => $"[Find: {finder.Prompt}]",
        _ => part.GetType().Name,
    }));
}

using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Buttons and menus.</summary>
internal static class ControlBlocks
{
    private static readonly ConversationFilter PostingChannels = new(["public", "private"]) { ExcludeBotUsers = true };

    /// <summary>The blocks of a control, with what it asks for above it where its placeholder cannot say that. None when Slack has no such
    /// control, or all buttons are disabled.</summary>
    /// <param name="part">The control.</param>
    /// <param name="isOneOfSeveral">True when its card has several menus.</param>
    public static IReadOnlyList<Block> Of(CardPart part, bool isOneOfSeveral) => part switch
    {
        Choices choices => [.. choices.Buttons.Where(button => !button.IsDisabled).Select(Button).Chunk(SlackLimits.ActionElements).Select(row => new ActionsBlock(row))],
        Menu menu => [.. Caption(menu.Prompt, isOneOfSeveral || menu.Options.Any(option => option.IsSelected)), new ActionsBlock([Select(menu)])],
        ChannelMenu menu => [.. Caption(menu.Prompt, isOneOfSeveral || menu.Selected is not null), new ActionsBlock([Select(menu)])],
        Finder finder => [new ActionsBlock([Field(finder)])],
        _ => [],
    };

    /// <summary>The entries of a menu.</summary>
    public static Option[] Options(IEnumerable<MenuOption> options) =>
    [
        .. options.Select(option => new Option(Shown(option.Label, SlackLimits.Label), option.Value)
        {
            Description = string.IsNullOrWhiteSpace(option.Detail) ? null : Shown(option.Detail, SlackLimits.Label),
        }),
    ];

    /// <summary>Text of a control, which is shown as it is: cleaned, and where a card breaks its own limits shortened visibly.</summary>
    public static TextObject Shown(string text, int limit) => TextObject.Plain(LongText.Shortened(CleanText.Clean(text).Trim(), limit));

    /// <summary>What stands in an empty menu or field; null for nothing.</summary>
    public static TextObject? Placeholder(string text) => string.IsNullOrWhiteSpace(CleanText.Clean(text)) ? null : Shown(text, SlackLimits.Placeholder);

    private static ButtonElement Button(CardButton button) => new(button.Action.ToString(), Shown(button.Label, SlackLimits.Label)) { Style = button.IsPrimary ? "primary" : null };

    private static Element Select(Menu menu)
    {
        var options = Options(menu.Options);
        var chosen = options.Where((_, index) => menu.Options[index].IsSelected).Take(menu.Maximum).ToArray();
        return menu.Maximum > 1
            ? new MultiStaticSelect(menu.Action.ToString(), options)
            {
                Placeholder = Placeholder(menu.Prompt),
                InitialOptions = chosen.Length == 0 ? null : chosen,
                MaxSelectedItems = menu.Maximum,
            }
            : new StaticSelect(menu.Action.ToString(), options) { Placeholder = Placeholder(menu.Prompt), InitialOption = chosen.FirstOrDefault() };
    }

    private static ConversationsSelect Select(ChannelMenu menu) => new(menu.Action.ToString())
    {
        Placeholder = Placeholder(menu.Prompt),
        InitialConversation = menu.Selected,
        Filter = PostingChannels,
    };

    // Slack asks from the first letter on: the catalogue is in memory.
    private static ExternalSelect Field(Finder finder) => new(FinderAction.For(finder.Command, finder.Option).ToString())
    {
        Placeholder = Placeholder(finder.Prompt),
        MinQueryLength = 1,
    };

    // A menu with something chosen hides its placeholder. Among several the caption always stands: a card that grows with every choice would
    // move the menus below away from under the finger.
    private static IReadOnlyList<Block> Caption(string prompt, bool isNeeded) => isNeeded || prompt.Length > SlackLimits.Placeholder ? ContextBlocks.Of(prompt) : [];
}

using MlaBot.Chat.Cards;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>Rows of buttons and menus.</summary>
internal static class ControlRows
{
    // Discord's channel types that a daily question can be posted in: text and announcement.
    // Source: Discord developer documentation, "Channel: Channel Types".
    private static readonly int[] PostingChannels = [0, 5];

    /// <summary>Buttons in rows of five, none of them empty.</summary>
    public static IEnumerable<ActionRow> Of(Choices choices) =>
        choices.Buttons.Chunk(DiscordLimits.RowButtons).Select(row => new ActionRow([.. row.Select(Button)]));

    /// <summary>A menu of the card's own entries.</summary>
    public static ActionRow Of(Menu menu) => new([new StringSelect(menu.Action.ToString(), Options(menu.Options))
    {
        Placeholder = Shown(menu.Prompt, DiscordLimits.MenuPlaceholder),
        MinValues = menu.Minimum,
        MaxValues = Math.Min(menu.Maximum, Math.Max(1, menu.Options.Count)),
    }]);

    /// <summary>A menu of the guild's channels.</summary>
    public static ActionRow Of(ChannelMenu menu) => new([new ChannelSelect(menu.Action.ToString(), PostingChannels)
    {
        Placeholder = Shown(menu.Prompt, DiscordLimits.MenuPlaceholder),
        DefaultValues = menu.Selected is { } id ? [new SelectDefault(id, "channel")] : null,
    }]);

    /// <summary>A menu of the guild's roles, which may be cleared.</summary>
    public static ActionRow Of(RoleMenu menu) => new([new RoleSelect(menu.Action.ToString())
    {
        Placeholder = Shown(menu.Prompt, DiscordLimits.MenuPlaceholder),
        MinValues = 0,
        DefaultValues = menu.Selected is { } id ? [new SelectDefault(id, "role")] : null,
    }]);

    /// <summary>The entries of a menu, in a message or a modal.</summary>
    public static IReadOnlyList<SelectOption> Options(IEnumerable<MenuOption> options) =>
    [
        .. options.Select(option => new SelectOption(Shown(option.Label, DiscordLimits.MenuOption), option.Value)
        {
            Description = option.Detail.Length == 0 ? null : Shown(option.Detail, DiscordLimits.MenuOption),
            Default = option.IsSelected ? true : null,
        }),
    ];

    /// <summary>Text of a control, which is shown as it is: cleaned, and where a card breaks its own limits shortened visibly.</summary>
    public static string Shown(string text, int limit) => LongText.Shortened(CleanText.Clean(text), limit);

    private static Button Button(CardButton button) => new(
        button.IsPrimary ? Wire.Button.Primary : Wire.Button.Secondary, Shown(button.Label, DiscordLimits.ButtonLabel), button.Action.ToString())
    {
        Disabled = button.IsDisabled ? true : null,
    };
}

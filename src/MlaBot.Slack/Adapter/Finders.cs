using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>Fields that suggest while somebody types, in the place of a command's autocomplete, which Slack does not have.</summary>
internal static class Finders
{
    // Source: Slack Block Kit reference, "Option object".
    private const int MostText = 75;
    private const int MostValue = 150;

    /// <summary>The entries for what was typed.</summary>
    public static SuggestionAnswer Suggest(ChatDispatcher dispatcher, ActionId action, string typed, Core.Channels.ChannelKey channel) => new(
        FinderAction.Read(action) is var (command, option)
            ? [.. dispatcher.Suggest(new ChatTyping(command, option, typed, channel)).Where(entry => entry.Length is > 0 and <= MostValue).Distinct(StringComparer.Ordinal).Select(Entry)]
            : []);

    private static Option Entry(string text) => new(TextObject.Plain(text.Length <= MostText ? text : string.Concat(text.AsSpan(0, MostText - 1), "…")), text);
}

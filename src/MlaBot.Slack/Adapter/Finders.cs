using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>Fields that suggest while somebody types, in the place of a command's autocomplete, which Slack does not have.</summary>
internal static class Finders
{
    /// <summary>The entries for what was typed.</summary>
    public static SuggestionAnswer Suggest(ChatDispatcher dispatcher, ActionId action, string typed, Core.Channels.ChannelKey channel) => new(
        FinderAction.Read(action) is var (command, option)
            ? [.. dispatcher.Suggest(new ChatTyping(command, option, typed, channel)).Where(entry => entry.Length is > 0 and <= SlackLimits.OptionValue).Distinct(StringComparer.Ordinal).Select(Entry)]
            : []);

    private static Option Entry(string text) => new(ControlBlocks.Shown(text, SlackLimits.Label), text);
}

using MlaBot.Chat.Platform;

namespace MlaBot.Slack.Rendering;

/// <summary>The action of a field that suggests while somebody types: <c>slack.find:command:option</c>.</summary>
internal static class FinderAction
{
    /// <summary>Its name.</summary>
    public const string Name = "slack.find";

    /// <summary>The action of a field.</summary>
    public static ActionId For(string command, string option) => new(Name, command, option);

    /// <summary>The command that a choice carries out; null when the field is of another version.</summary>
    public static (string Command, string Option)? Read(ActionId action) =>
        action.Name == Name && action.Arguments is [var command, var option] ? (command, option) : null;
}

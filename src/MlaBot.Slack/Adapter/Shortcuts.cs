using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Services;
using MlaBot.Core.Channels;

namespace MlaBot.Slack.Adapter;

/// <summary>What Slack's own menus offer of the bot: looking a service up, and explaining the terms of a message.</summary>
internal static class Shortcuts
{
    private const string ServiceCommand = "service";

    /// <summary>A window in which a service is looked up while its name is typed.</summary>
    public static Card LookUpCard(ChatDispatcher dispatcher)
    {
        var option = dispatcher.Specs.Single(spec => spec.Name == ServiceCommand).Options[0];
        return new Card(new Header("Look up a service"), new Section("A name, an old name, an abbreviation or a need, such as drift detection."), new Finder(ServiceCommand, option.Name, "Find a service")).Privately();
    }

    /// <summary>The press that explains the terms of a text.</summary>
    public static ChatPress Explain(string text, ChannelKey channel, ChatUser user) => new(new ActionId(ServiceButtons.Named), [], channel, user)
    {
        Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [ServiceButtons.TextField] = TypedText.Read(text).Text },
    };
}

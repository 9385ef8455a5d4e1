using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Commands.Typed;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;

namespace MlaBot.Slack.Adapter;

/// <summary>Reads typed lines against the command table: after the slash commands, in direct messages, and behind a mention.</summary>
internal sealed class CommandReader(ChatDispatcher dispatcher, SlackOptions options)
{
    private readonly IReadOnlyList<CommandSpec> _specs = dispatcher.SpecsFor(Workspace.Platform);

    /// <summary>Carries out what was typed after a slash command; nothing typed is a call for help.</summary>
    /// <param name="slash">The slash command.</param>
    /// <param name="text">What was typed after it, as Slack writes it.</param>
    /// <param name="channel">Where.</param>
    /// <param name="channelName">The channel's name.</param>
    /// <param name="user">Who.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Card> HandleAsync(string slash, string text, ChannelKey channel, string channelName, ChatUser user, CancellationToken cancellationToken)
    {
        var (typed, names) = TypedText.Read(text.Trim());
        var line = string.Equals(slash, options.LookupCommand, StringComparison.OrdinalIgnoreCase) ? $"service {typed}"
            : typed.TrimStart('/') is { Length: > 0 } bare ? bare
            : "help";
        return HandleAsync(line.Trim(), names, channel, channelName, user, cancellationToken);
    }

    /// <summary>What somebody wrote to the bot as it is typed after the slash command, which people also write there.</summary>
    public string Bare(string text)
    {
        var words = text.TrimStart().Split(' ', 2, StringSplitOptions.TrimEntries);
        var rest = words.Length > 1 ? words[1] : "";
        return IsWord(words[0], options.Command) ? rest : IsWord(words[0], options.LookupCommand) ? $"service {rest}" : text;
    }

    /// <summary>True when a line begins with a command.</summary>
    public bool IsCommand(string text)
    {
        var (typed, _) = TypedText.Read(text.Trim());
        return typed.TrimStart('/').Split(' ', 2)[0] is { Length: > 0 } first
            && _specs.Any(spec => string.Equals(spec.Name.Split(' ')[0], first, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Card> HandleAsync(
        string line, IReadOnlyDictionary<string, string> names, ChannelKey channel, string channelName, ChatUser user, CancellationToken cancellationToken)
    {
        switch (CommandLine.Read(TypedText.WithNames(line, _specs), _specs))
        {
            case Outcome<TypedCommand>.Refused(var unread):
                return RefusalCards.For(unread);
            case Outcome<TypedCommand>.Ok(var command):
                var spec = _specs.FirstOrDefault(each => each.Name == command.Name);
                return TypedText.Ids(spec, command.Options) switch
                {
                    Outcome<IReadOnlyDictionary<string, string>>.Refused(var reason) => RefusalCards.For(reason),
                    Outcome<IReadOnlyDictionary<string, string>>.Ok(var read) => AsTyped(
                        spec is null ? command.Name : "",
                        await dispatcher.HandleAsync(new ChatRequest(command.Name, channel, channelName, user, read) { Names = names }, cancellationToken)),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The card with an unknown command as it was typed: rendering knows only those of the table.</summary>
    private Card AsTyped(string unknown, Card card) => unknown.Length == 0 ? card : card with
    {
        Parts = [.. card.Parts.Select(part => part is Section section ? new Section(section.Markdown.Replace($"/{Text.Printable(unknown, 40)}", $"{options.Command} {Text.Printable(unknown, 40)}", StringComparison.Ordinal)) : part)],
    };

    private static bool IsWord(string word, string command) => string.Equals(word.TrimStart('/'), command.TrimStart('/'), StringComparison.OrdinalIgnoreCase);
}

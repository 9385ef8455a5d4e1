using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.LocalChat.Input;
using MlaBot.LocalChat.Rendering;

namespace MlaBot.LocalChat;

/// <summary>Takes typed lines one by one and shows what comes of each before the next.</summary>
internal sealed partial class LocalConversation(
    ChatDispatcher dispatcher,
    LocalAnswers answers,
    LocalCommands commands,
    LocalPeople people,
    LocalTimes times,
    ILocalScreen screen,
    ILogger<LocalConversation> logger)
{
    private const int LongestEcho = 200;

    private static readonly Refusal NeitherNor = new(
        "talk", "That is neither an answer nor a command.", "Answers look like B, A C or 1B 2A; /help shows the commands.");

    /// <summary>Who types now.</summary>
    public string Person => people.Current.Name;

    /// <summary>Carries a line out.</summary>
    /// <returns>False when it asks for the end of the program.</returns>
    public async Task<bool> HandleAsync(string line, CancellationToken cancellationToken)
    {
        var typed = LocalInput.Parse(line, dispatcher.SpecsFor(LocalPlatform.Group.Platform), LocalCommands.Names);
        if (typed is LocalLine.Blank)
        {
            return true;
        }

        screen.Echo(Person, Text.Printable(line.Trim(), LongestEcho));
        try
        {
            return await RouteAsync(typed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            // The seam where failures of the local chat itself end; the bot's own are cards already.
            // Shown without asking for the channel's zone, which may be what failed.
            screen.Show(Headings.Reply(isPrivate: true), Failed(failure), CardTime.Token);
            return true;
        }
    }

    private async Task<bool> RouteAsync(LocalLine typed, CancellationToken cancellationToken)
    {
        switch (typed)
        {
            case LocalLine.Own { Name: LocalCommands.Quit }:
                return false;
            case LocalLine.Own own:
                await OwnAsync(own, cancellationToken);
                break;
            case LocalLine.Command command:
                await ShowAsync(await CommandAsync(command, cancellationToken), cancellationToken);
                break;
            case LocalLine.Said said:
                await ShowAsync(await answers.HandleAsync(people.User, said.Text, cancellationToken) ?? RefusalCards.For(NeitherNor), cancellationToken);
                break;
            case LocalLine.Refused refused:
                await ShowAsync(RefusalCards.For(refused.Reason), cancellationToken);
                break;
        }

        return true;
    }

    private async Task OwnAsync(LocalLine.Own own, CancellationToken cancellationToken)
    {
        switch (await commands.HandleAsync(own.Name, own.Words, cancellationToken))
        {
            case Outcome<string>.Ok(var sentence):
                screen.Note(sentence);
                break;
            case Outcome<string>.Refused(var reason):
                await ShowAsync(RefusalCards.For(reason), cancellationToken);
                break;
        }
    }

    private async Task<Card> CommandAsync(LocalLine.Command command, CancellationToken cancellationToken)
    {
        var about = command.Name == "help" ? command.Options.GetValueOrDefault("command", "").TrimStart('/').ToLowerInvariant() : null;
        if (about is "local" || (about is not null && LocalCommands.Names.Contains(about)))
        {
            return LocalCommands.HelpCard();
        }

        var request = new ChatRequest(command.Name, LocalPlatform.Channel, LocalPlatform.ChannelName, people.User, command.Options);
        var card = await dispatcher.HandleAsync(request, cancellationToken);
        return about is "" ? card with { Parts = [.. card.Parts, LocalCommands.HelpFooter] } : card;
    }

    private async Task ShowAsync(Card card, CancellationToken cancellationToken) =>
        screen.Show(Headings.Reply(card.IsPrivate), card, await times.FormatAsync(cancellationToken));

    private Card Failed(Exception failure)
    {
        var id = Guid.NewGuid().ToString("N")[..8];
        Log.Failed(logger, id, failure);
        return RefusalCards.For(failure is ExternalFaultException
            ? new Refusal("fault", $"{failure.Message} (error {id})", "Please try again in a moment.")
            : new Refusal("mistake", $"Something went wrong on my side (error {id}).", "Please try again; the log says more."));
    }

    private static partial class Log
    {
        [LoggerMessage(801, LogLevel.Error, "{Id}: a line of the local chat failed")]
        public static partial void Failed(ILogger logger, string id, Exception exception);
    }
}

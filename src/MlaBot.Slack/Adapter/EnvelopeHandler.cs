using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Deliveries;
using MlaBot.Slack.Manifest;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Carries out what envelopes ask for. An envelope is acknowledged when its work is done, so that nothing acknowledged is lost;
/// work that takes long is acknowledged before Slack gives up on it.</summary>
internal sealed partial class EnvelopeHandler(
    Workspace workspace,
    ChatDispatcher dispatcher,
    CommandReader commands,
    People people,
    Answers answers,
    SlackEvents events,
    IDeliveryStore deliveries,
    TimeProvider clock,
    ILogger<EnvelopeHandler> logger)
{
    /// <summary>How long work may take before it is acknowledged unfinished. Slack gives up after 3 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    // Actions that give the same result however often they are carried out.
    private static readonly string[] Repeatable = ["daily.", "service.", "round.join", "round.leave", "round.report"];

    private static Card Moment { get; } = new Card(new Header("One moment"), new Section("This takes a little longer; the answer comes here.")).Privately();

    private static Card Done { get; } = new Card(new Section("I have done that already.")).Privately();

    private static Card TooFast { get; } = RefusalCards.For(PersonPace.TooFast);

    /// <summary>Handles one envelope to its end.</summary>
    /// <param name="incoming">What it says.</param>
    /// <param name="turn">The person's turn; null where the order does not matter.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task HandleAsync(Incoming incoming, PersonTurns.Turn? turn, CancellationToken cancellationToken) => incoming switch
    {
        Incoming.Pressed pressed => PressAsync(pressed, turn, cancellationToken),
        Incoming.Slash slash => CommandAsync(slash, turn, cancellationToken),
        Incoming.Submitted submitted => SubmitAsync(submitted, turn, cancellationToken),
        Incoming.Typed typed => SuggestAsync(typed, cancellationToken),
        Incoming.Shortcut shortcut => ShortcutAsync(shortcut, turn, cancellationToken),
        Incoming.Happened happened => HappenAsync(happened, cancellationToken),
        Incoming.Nothing nothing => NothingAsync(nothing, turn, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Acknowledges what came too fast, without any work; the first time with a word.</summary>
    public async Task SlowDownAsync(Incoming incoming, bool isTold, CancellationToken cancellationToken)
    {
        if (incoming is Incoming.Submitted submitted)
        {
            // The window stays, and with it what was filled in.
            var problems = submitted.Fields.Keys.Take(1).ToDictionary(block => block, _ => PersonPace.TooFast.Sentence, StringComparer.Ordinal);
            await answers.ToSubmissionAsync(TooFast with { Problems = problems }, submitted, cancellationToken);
            return;
        }

        if (incoming is Incoming.Slash slash && !isTold)
        {
            await answers.ToCommandAsync(TooFast, slash, cancellationToken);
            return;
        }

        await incoming.Envelope.Acknowledge(default, cancellationToken);
        if (isTold)
        {
            return;
        }

        await (incoming switch
        {
            Incoming.Pressed pressed => answers.AfterPressAsync(TooFast, pressed.Exit, pressed.Place, pressed.Doer, cancellationToken),
            Incoming.Shortcut shortcut => answers.InWindowAsync(TooFast, shortcut.Exit, shortcut.Place, shortcut.Doer, cancellationToken),
            _ => Task.CompletedTask,
        });
    }

    private async Task PressAsync(Incoming.Pressed pressed, PersonTurns.Turn? turn, CancellationToken cancellationToken)
    {
        var work = InTurnAsync(turn, () => ClaimedAsync(pressed.Key, IsRepeatable(pressed.Action), () => CarryOutAsync(pressed, cancellationToken), cancellationToken));
        await WaitAsync(pressed, work, cancellationToken);
        await pressed.Envelope.Acknowledge(default, cancellationToken);
        var card = await work;
        if (card != Done)
        {
            await answers.AfterPressAsync(card, pressed.Exit, pressed.Place, pressed.Doer, cancellationToken);
            events.Acted(pressed.Doer.Id);
        }
    }

    private async Task<Card> CarryOutAsync(Incoming.Pressed pressed, CancellationToken cancellationToken)
    {
        if (FinderAction.Read(pressed.Action) is var (command, option) && pressed.Values is [var value])
        {
            var user = await people.WithRightsAsync(pressed.Doer, cancellationToken);
            var options = new Dictionary<string, string>(StringComparer.Ordinal) { [option] = value };
            return await dispatcher.HandleAsync(new ChatRequest(command, Channel(pressed.Place), pressed.Place.Name, user, options), cancellationToken);
        }

        var press = new ChatPress(pressed.Action, pressed.Values, Channel(pressed.Place), await WhoAsync(pressed.Action, pressed.Doer, cancellationToken))
        {
            ChannelName = pressed.Place.Name,
            Age = PressAge.Of(pressed.Taken, TimeProvider.System.GetUtcNow()),
            Names = pressed.ChosenChannel.Length == 0 ? NoNames
                : new Dictionary<string, string>(StringComparer.Ordinal) { [pressed.ChosenChannel] = await NameAsync(pressed.ChosenChannel, cancellationToken) },
        };
        return await dispatcher.HandleAsync(press, cancellationToken);
    }

    private async Task CommandAsync(Incoming.Slash slash, PersonTurns.Turn? turn, CancellationToken cancellationToken)
    {
        var place = slash.Place;
        var work = InTurnAsync(turn, () => ClaimedAsync(slash.Key, isRepeatable: false, async () =>
        {
            var user = await people.WithRightsAsync(slash.Doer, cancellationToken);
            // Only an admin's set-up needs the name, and that of a private channel has to be asked for.
            place = user.IsAdmin && place.Name.Length == 0 ? place with { Name = await NameAsync(place.Channel, cancellationToken) } : place;
            return await commands.HandleAsync(slash.Command, slash.Text, Channel(place), place.Name, user, cancellationToken);
        }, cancellationToken));
        if (await WaitAsync(slash, work, cancellationToken))
        {
            var card = await work;
            await answers.ToCommandAsync(card, slash with { Place = place }, cancellationToken);
            return;
        }

        await slash.Envelope.Acknowledge(default, cancellationToken);
        var late = await work;
        await answers.LateAsync(late, slash.Exit, place, slash.Doer, cancellationToken);
    }

    private async Task SubmitAsync(Incoming.Submitted submitted, PersonTurns.Turn? turn, CancellationToken cancellationToken)
    {
        var work = InTurnAsync(turn, () => ClaimedAsync(submitted.Key, IsRepeatable(submitted.Action), async () =>
        {
            var user = await WhoAsync(submitted.Action, submitted.Doer, cancellationToken);
            var press = new ChatPress(submitted.Action, [], Channel(submitted.Place), user)
            {
                Fields = submitted.Fields,
                ChannelName = submitted.Place.Name,
                Age = PressAge.OfForm(clock.GetElapsedTime(submitted.Envelope.ReceivedAt)),
            };
            return await dispatcher.HandleAsync(press, cancellationToken);
        }, cancellationToken));
        if (await WaitAsync(submitted, work, cancellationToken))
        {
            await answers.ToSubmissionAsync(await work, submitted, cancellationToken);
        }
        else
        {
            await answers.ToSubmissionAsync(Moment, submitted, cancellationToken);
            await answers.AfterSubmissionAsync(await work, submitted, cancellationToken);
        }

        events.Acted(submitted.Doer.Id);
    }

    private async Task SuggestAsync(Incoming.Typed typed, CancellationToken cancellationToken) =>
        await typed.Envelope.Acknowledge(Answers.Json(Finders.Suggest(dispatcher, typed.Action, typed.Text, Channel(typed.Place))), cancellationToken);

    private async Task ShortcutAsync(Incoming.Shortcut shortcut, PersonTurns.Turn? turn, CancellationToken cancellationToken)
    {
        var work = InTurnAsync(turn, () => shortcut.Callback == SlackShortcuts.LookUp
            ? Task.FromResult(Shortcuts.LookUpCard(dispatcher))
            : dispatcher.HandleAsync(Shortcuts.Explain(shortcut.Text, Channel(shortcut.Place), people.AtOnce(shortcut.Doer)), cancellationToken));
        await WaitAsync(shortcut, work, cancellationToken);
        await shortcut.Envelope.Acknowledge(default, cancellationToken);
        await answers.InWindowAsync(await work, shortcut.Exit, shortcut.Place, shortcut.Doer, cancellationToken);
    }

    private async Task HappenAsync(Incoming.Happened happened, CancellationToken cancellationToken)
    {
        // An event that was not acknowledged comes again, so its work comes first.
        var work = HappenOnceAsync(happened, cancellationToken);
        await WaitAsync(happened, work, cancellationToken);
        await happened.Envelope.Acknowledge(default, cancellationToken);
        try
        {
            await work;
        }
        catch (SlackApiException refused)
        {
            Log.EventFailed(logger, happened.Event.Type ?? "", refused.Message);
        }
    }

    // What a person wrote may be a command, and an event comes again minutes later when the program was killed before it acknowledged.
    private async Task HappenOnceAsync(Incoming.Happened happened, CancellationToken cancellationToken)
    {
        if (happened.Event.Type is not ("app_mention" or "message") || happened.Key.Length == 0 || await ClaimAsync(happened.Key, cancellationToken))
        {
            await events.HandleAsync(happened.Event, cancellationToken);
        }
    }

    private async Task NothingAsync(Incoming.Nothing nothing, PersonTurns.Turn? turn, CancellationToken cancellationToken)
    {
        Log.Nothing(logger, nothing.Envelope.Type, nothing.What);
        // A second delivery is not acknowledged before the first one's work is stored.
        await WaitAsync(nothing, InTurnAsync(turn, () => Task.FromResult(Done)), cancellationToken);
        await nothing.Envelope.Acknowledge(default, cancellationToken);
    }

    /// <summary>Waits as long as Slack lets us.</summary>
    /// <returns>True when the work is done.</returns>
    private async Task<bool> WaitAsync(Incoming incoming, Task work, CancellationToken cancellationToken)
    {
        var left = Patience - clock.GetElapsedTime(incoming.Envelope.ReceivedAt);
        if (!work.IsCompleted && left > TimeSpan.Zero)
        {
            // Unlike a delay beside it, this leaves no timer behind when the work is done.
            await work.WaitAsync(left, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return work.IsCompleted;
    }

    private async Task<Card> ClaimedAsync(string key, bool isRepeatable, Func<Task<Card>> work, CancellationToken cancellationToken) =>
        isRepeatable || key.Length == 0 || await ClaimAsync(key, cancellationToken) ? await work() : Done;

    private Task<bool> ClaimAsync(string key, CancellationToken cancellationToken) => deliveries.ClaimAsync(workspace.Group, Digest(key), cancellationToken);

    // A trigger id is a secret, so the database holds what only tells it from others.
    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    // Who answers or looks something up needs no rights, and asking for them would hold up a burst.
    private async ValueTask<ChatUser> WhoAsync(ActionId action, Doer doer, CancellationToken cancellationToken) =>
        IsNamed(action) ? await people.WithProfileAsync(doer, cancellationToken)
        : IsRepeatable(action) ? people.AtOnce(doer)
        : await people.WithRightsAsync(doer, cancellationToken);

    private async Task<string> NameAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            return (await workspace.Api.ConversationAsync(channel, cancellationToken)).Name is { Length: > 0 } name ? name : channel;
        }
        catch (SlackApiException)
        {
            // The self-test of the next page says what is wrong with the channel.
            return channel;
        }
    }

    private static IReadOnlyDictionary<string, string> NoNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static Task<Card> InTurnAsync(PersonTurns.Turn? turn, Func<Task<Card>> work) => turn is null ? work() : turn.RunAsync(work);

    private static bool IsRepeatable(ActionId action) => Repeatable.Any(prefix => action.Name.StartsWith(prefix, StringComparison.Ordinal)) || action.Name == FinderAction.Name;

    // What is stored with a name that others read.
    private static bool IsNamed(ActionId action) => action.Name.StartsWith(Repeatable[0], StringComparison.Ordinal) || action.Name == "round.join";

    private ChannelKey Channel(Place place) => new(workspace.Group, place.Channel);

    private static partial class Log
    {
        [LoggerMessage(421, LogLevel.Debug, "An envelope of type {Type} brought {What}")]
        public static partial void Nothing(ILogger logger, string type, string what);

        [LoggerMessage(422, LogLevel.Warning, "An event of type {Type} could not be answered: {Reason}")]
        public static partial void EventFailed(ILogger logger, string type, string reason);
    }
}

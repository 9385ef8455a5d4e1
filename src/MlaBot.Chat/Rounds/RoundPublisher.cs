using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Rounds;

/// <summary>Shows rounds over whichever platform their group lives on.</summary>
internal sealed partial class RoundPublisher(
    PlatformList platforms, IChannelStore channels, IContentSource content, RoundRules rules, TimeProvider clock, ILogger<RoundPublisher> logger) : IRoundPublisher
{
    // A count may wait behind every other edit, but the round must not wait for it.
    private static readonly TimeSpan CountPatience = TimeSpan.FromSeconds(2);

    public bool IsReady(GroupKey group) => platforms.Of(group) is { IsReady: true } platform && platform.CanReach(group);

    public Task<string> OpenLobbyAsync(Round round, bool isInDoubt, CancellationToken cancellationToken) =>
        PostOnceAsync(round, LobbyCards.Of(round, []), RoundMarkers.Lobby(round), isInDoubt, cancellationToken);

    public Task ShowLobbyAsync(Round round, IReadOnlyList<RoundPlayer> players, bool isCountOnly, CancellationToken cancellationToken) =>
        EditAsync(round, round.LobbyMessageId, LobbyCards.Of(round, players), isCountOnly, cancellationToken);

    public Task<string> PublishAsync(Round round, RoundQuestion question, bool isInDoubt, CancellationToken cancellationToken)
    {
        var reading = RoundTimes.Reading(question, rules);
        return PostOnceAsync(
            round, RoundQuestionCards.Locked(round, question, reading, content.Current), RoundMarkers.Question(round, question), isInDoubt, cancellationToken);
    }

    public async Task ShowOpenAsync(Round round, RoundQuestion question, int answered, int players, bool isCountOnly, CancellationToken cancellationToken)
    {
        var card = RoundQuestionCards.Open(round, question, answered, players, Of(round).AnswersInForms, content.Current);
        // The clock of the question starts with the edit that opens it; more time is shown when it can be, and holds up nothing.
        if (round.Phase == RoundPhase.Reading && question.Post.MessageId is { Length: > 0 } messageId)
        {
            await Of(round).EditConfirmedAsync(round.Channel, messageId, card, await StyleAsync(round, cancellationToken), cancellationToken);
            return;
        }

        await EditAsync(round, question.Post.MessageId, card, isCountOnly, cancellationToken);
    }

    public Task CloseAsync(Round round, RoundQuestion question, int answered, CancellationToken cancellationToken) =>
        EditAsync(round, question.Post.MessageId, RoundQuestionCards.Closed(round, question, answered, content.Current), isCountOnly: false, cancellationToken);

    public async Task DiscussAsync(Round round, RoundQuestion question, IReadOnlyList<DailyAnswer> answers, bool isInDoubt, CancellationToken cancellationToken)
    {
        var card = RoundQuestionCards.Discuss(round, question, answers, clock.Now() + rules.Discussing);
        var message = await ReplyOnceAsync(round, question.Post.MessageId, card, RoundMarkers.Discussion(round, question), isInDoubt, cancellationToken);
        try
        {
            await Of(round).OpenThreadAsync(round.Channel, message, $"Talk about question {question.Number} of round {round.Id}", cancellationToken);
        }
        catch (Exception fault) when (fault is ChannelGoneException or MessageGoneException or ExternalFaultException)
        {
            // People talk in the channel then.
            Log.NoThread(logger, round.Id.Value, round.Channel.ToString(), fault.Message);
        }
    }

    public Task RevealAsync(
        Round round,
        RoundQuestion question,
        IReadOnlyList<DailyAnswer> answers,
        IReadOnlyList<DailyAnswer>? firstVote,
        RoundTable table,
        bool isInDoubt,
        CancellationToken cancellationToken) => ReplyOnceAsync(
            round,
            question.Post.MessageId,
            RoundRevealCards.Of(round, question, answers, firstVote, table, rules.Explaining, content.Current),
            RoundMarkers.Reveal(round, question),
            isInDoubt,
            cancellationToken);

    public async Task FinishAsync(Round round, RoundTable table, int counted, bool isInDoubt, CancellationToken cancellationToken)
    {
        await PostOnceAsync(round, PodiumCards.Of(round, table, counted), RoundMarkers.Podium(round), isInDoubt, cancellationToken);
        try
        {
            await ShowLobbyAsync(round, [], isCountOnly: false, cancellationToken);
        }
        catch (Exception fault) when (fault is ChannelGoneException or MessageGoneException or ExternalFaultException)
        {
            // A button to join that still stands says that the round is over.
        }
    }

    public async Task SayAsync(Round round, string sentence, CancellationToken cancellationToken) =>
        await PostOnceAsync(round, new Card(new Section(sentence)), RoundMarkers.Sentence(round), isInDoubt: false, cancellationToken);

    private async Task<string> PostOnceAsync(Round round, Card card, string marker, bool isInDoubt, CancellationToken cancellationToken) =>
        (isInDoubt ? await Of(round).FindAsync(round.Channel, repliesTo: null, marker, clock.Since(round.StartedAt), cancellationToken) : null)
        ?? await Of(round).PostAsync(round.Channel, card, marker, await StyleAsync(round, cancellationToken), cancellationToken);

    private async Task<string> ReplyOnceAsync(Round round, string? question, Card card, string marker, bool isInDoubt, CancellationToken cancellationToken)
    {
        // Who plays looks at the channel, not into a thread below each question.
        if (question is not { Length: > 0 } || !Of(round).RepliesInChannel)
        {
            return await PostOnceAsync(round, card, marker, isInDoubt, cancellationToken);
        }

        if (isInDoubt && await Of(round).FindAsync(round.Channel, question, marker, clock.Since(round.StartedAt), cancellationToken) is { } standing)
        {
            return standing;
        }

        var style = await StyleAsync(round, cancellationToken);
        try
        {
            return await Of(round).ReplyAsync(round.Channel, question, card, marker, style, cancellationToken);
        }
        catch (MessageGoneException)
        {
            return await Of(round).PostAsync(round.Channel, card, marker, style, cancellationToken);
        }
    }

    private async Task EditAsync(Round round, string? messageId, Card card, bool isCountOnly, CancellationToken cancellationToken)
    {
        if (messageId is not { Length: > 0 })
        {
            return;
        }

        var style = await StyleAsync(round, cancellationToken);
        if (!isCountOnly)
        {
            await Of(round).EditAsync(round.Channel, messageId, card, style, cancellationToken);
            return;
        }

        using var limit = new CancellationTokenSource(CountPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await Of(round).RefreshAsync(round.Channel, messageId, card, style, either.Token);
        }
        catch (OperationCanceledException given) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ExternalFaultException("The platform had no room for a count.", isTransient: true, inner: given);
        }
    }

    // People are there already: a round calls nobody.
    private async Task<PostingStyle> StyleAsync(Round round, CancellationToken cancellationToken) =>
        (await channels.FindAsync(round.Channel, cancellationToken))?.Posting is { } style ? style with { MentionRole = "" } : PostingStyle.Plain;

    private IChatPlatform Of(Round round) => platforms.Of(round.Channel.Group)
        ?? throw new ExternalFaultException($"No adapter for {round.Channel.Group.Platform} is configured.", isTransient: true);

    private static partial class Log
    {
        [LoggerMessage(126, LogLevel.Warning, "No thread to talk in for round {Round} in {Channel}: {Reason}")]
        public static partial void NoThread(ILogger logger, long round, string channel, string reason);
    }
}

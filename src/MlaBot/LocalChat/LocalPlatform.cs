using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Rounds;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Time;
using MlaBot.LocalChat.Rendering;
using MlaBot.LocalChat.Transcript;

namespace MlaBot.LocalChat;

/// <summary>The terminal as a chat platform: a message is confirmed once the transcript has it on the disk.</summary>
internal sealed class LocalPlatform(LocalTranscript transcript, ILocalScreen screen, LocalGreeting greeting, LocalTimes times, TimeProvider clock) : IChatPlatform
{
    /// <summary>The one channel's display name.</summary>
    public const string ChannelName = "study";

    private const string ShortName = "local";

    private static readonly string[] News =
        [QuestionCards.ClosedWords, QuestionCards.TakenBackWords, RoundQuestionCards.OpenWords, RoundQuestionCards.LeftOutWords, LobbyCards.OffWords];

    /// <summary>The one group.</summary>
    public static GroupKey Group { get; } = new(ShortName, "demo");

    /// <summary>The one channel.</summary>
    public static ChannelKey Channel { get; } = new(Group, ChannelName);

    public string Name => ShortName;

    public bool IsReady => true;

    public bool HasControls => false;

    public Task<string> PostAsync(ChannelKey channel, Card card, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        SendAsync(channel, card, marker, replyTo: null, cancellationToken);

    public Task<string> ReplyAsync(ChannelKey channel, string messageId, Card card, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        SendAsync(channel, card, marker, messageId, cancellationToken);

    public async Task EditAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken)
    {
        await RefreshAsync(channel, messageId, card, style, cancellationToken);
        if (NewsOf(card) is { } line)
        {
            screen.Note(CardTime.Replace(line, await times.FormatAsync(cancellationToken)));
        }
    }

    public Task RefreshAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken)
    {
        Check(channel);
        cancellationToken.ThrowIfCancellationRequested();
        return transcript.Edit(messageId, clock.Now(), Stored(card))
            ? Task.CompletedTask
            : throw new ExternalFaultException($"The local chat has no message {Text.Printable(messageId, 40)}.", isTransient: false);
    }

    public Task<string?> FindAsync(ChannelKey channel, string? repliesTo, string marker, TimeSpan? within, CancellationToken cancellationToken)
    {
        Check(channel);
        return Task.FromResult(transcript.Find(channel.Id, marker));
    }

    public Task<IReadOnlyList<ChannelFinding>> ExamineAsync(ChannelKey channel, PostingStyle style, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChannelFinding>>(channel == Channel
            ? []
            : [new ChannelFinding("The channel", IsGood: false, $"The local chat has one channel, {ChannelName}; leave the option out.")]);

    private async Task<string> SendAsync(ChannelKey channel, Card card, string marker, string? replyTo, CancellationToken cancellationToken)
    {
        Check(channel);
        await greeting.EnsureAsync(cancellationToken);
        var time = await times.FormatAsync(cancellationToken);
        var now = clock.Now();
        var stamp = await times.StampAsync(now, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var message = transcript.Add(channel.Id, marker, replyTo, now, Stored(card));
        screen.Show(Headings.Post(stamp, replyTo is null ? null : transcript.Headline(replyTo)), card, time);
        return message.Id;
    }

    private static void Check(ChannelKey channel)
    {
        if (channel != Channel)
        {
            throw new ChannelGoneException($"The local chat has no channel {Text.Printable(channel.ToString(), 60)}.") { IsDeleted = true };
        }
    }

    // Instants stay tokens, so that a stored message is shown later with the dates of that day.
    private static string[] Stored(Card card) => [.. CardText.Render(card, CardLook.Stored, CardTime.Token).Select(line => line.Text)];

    /// <summary>What an edit has to say to people: that a question opened, closed or was taken back. A new count is no news.</summary>
    private static string? NewsOf(Card card)
    {
        var line = card.Parts.OfType<ContextLine>().LastOrDefault()?.Markdown ?? "";
        if (!News.Any(words => line.StartsWith(words, StringComparison.Ordinal)))
        {
            return null;
        }

        var headline = card.Parts.OfType<Header>().FirstOrDefault()?.Text.Split(" · ")[0] ?? "";
        return $"{headline}: {line}";
    }
}

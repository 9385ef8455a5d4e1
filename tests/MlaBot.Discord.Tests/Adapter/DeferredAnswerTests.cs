using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Discord.Adapter;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Tests.Gateway;
using MlaBot.Discord.Tests.Rendering;
using MlaBot.Discord.Wire;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>An answer that comes after "thinking..." and cannot be shown.</summary>
public sealed class DeferredAnswerTests
{
    private static readonly Card Good = new(new Section("All is well."));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Discord_refuses_the_shape_of_a_deferred_answer_and_a_plain_one_takes_its_place(bool isReplayed)
    {
        var api = new EditedApi { Refuses = 1 };

        await AnswerAsync(api, Good, isReplayed);

        Seen(api.Edits.ShouldHaveSingleItem()).ShouldContain("I could not show the answer (error ");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deferred_card_that_breaks_a_limit_is_never_sent_and_a_plain_one_takes_its_place(bool isReplayed)
    {
        var api = new EditedApi();

        await AnswerAsync(api, new Card(), isReplayed);

        Seen(api.Edits.ShouldHaveSingleItem()).ShouldContain("what you did is stored.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deferred_answer_that_can_be_shown_is_shown(bool isReplayed)
    {
        var api = new EditedApi();

        await AnswerAsync(api, Good, isReplayed);

        Seen(api.Edits.ShouldHaveSingleItem()).ShouldContain("All is well.");
    }

    private static string Seen(MessagePayload message) => new SentMessage(message).Seen;

    private static async Task AnswerAsync(EditedApi api, Card card, bool isReplayed)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var slow = new SlowCommand();
        var handler = new InteractionHandler(new ChatDispatcher([slow], [], NullLogger<ChatDispatcher>.Instance), api, clock, NullLogger<InteractionHandler>.Instance);
        var group = new GroupKey(InteractionReader.Platform, "1");
        var request = new ChatRequest("slow", new ChannelKey(group, "10"), "study", new ChatUser(new LearnerKey(group, "2"), "Ana", IsAdmin: false, IsBot: false), new Dictionary<string, string>());
        var ticket = new Ticket("900", "40", "token", clock.GetTimestamp()) { IsReplayed = isReplayed };

        var answering = handler.HandleAsync(new Interaction.Requested(ticket, request), turn: null, CancellationToken.None);
        await Rig.UntilAsync(() => api.IsDeferred, () => clock.Advance(TimeSpan.FromMilliseconds(100)));
        slow.Card.SetResult(card);
        await answering;
    }

    /// <summary>Takes the deferral and the edits of an answer, and refuses the first ones.</summary>
    private sealed class EditedApi : UncalledApi
    {
        public int Refuses { get; set; }

        public bool IsDeferred { get; private set; }

        public List<MessagePayload> Edits { get; } = [];

        public override Task AnswerAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken)
        {
            answer.ShouldBeOfType<InteractionAnswer.DeferReply>();
            IsDeferred = true;
            return Task.CompletedTask;
        }

        public override Task EditOriginalAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken)
        {
            if (Refuses-- > 0)
            {
                throw new DiscordApiException("Invalid Form Body", HttpStatusCode.BadRequest, DiscordErrorCode.InvalidBody, isTransient: false);
            }

            Edits.Add(message);
            return Task.CompletedTask;
        }
    }

    private sealed class SlowCommand : IChatCommand
    {
        public CommandSpec Spec { get; } = new("slow", "Takes its time");

        public TaskCompletionSource<Card> Card { get; } = new();

        public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => Card.Task;
    }
}

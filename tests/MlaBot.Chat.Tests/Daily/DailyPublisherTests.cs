using MlaBot.Chat.Daily;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Reports;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>Questions, reveals and threads on a platform, and what happens when a person or a right takes something away.</summary>
public sealed class DailyPublisherTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_question_calls_its_role_and_its_reveal_calls_nobody_even_when_the_question_is_gone()
    {
        await using var bot = await OpenAsync("on");
        var question = bot.Platform.Messages.Single();
        question.Style.ShouldBe(new PostingStyle(OpensThread: true, IsSilent: true, "r1"));
        bot.Platform.Delete(question.Id).ShouldBeTrue();

        await CloseAsync(bot);

        var reveal = bot.Platform.Messages.Single();
        reveal.Marker.ShouldMatch("^post:1:[0-9]+:reveal$");
        reveal.ReplyTo.ShouldBeNull();
        reveal.Style.ShouldBe(new PostingStyle(OpensThread: true, IsSilent: true, ""));
        (await bot.Daily.FindPostAsync(new PostId(1), default))!.State.ShouldBe(PostState.Settled);
    }

    [Fact]
    public async Task A_thread_opens_below_the_reveal_with_the_questions_topic()
    {
        await using var bot = await OpenAsync("on");

        await CloseAsync(bot);

        var reveal = bot.Platform.Messages.Single(message => message.ReplyTo is not null);
        bot.Platform.Threads.ShouldHaveSingleItem().ShouldBe((reveal.Id, "Discuss question 1: Task 1"));
    }

    [Fact]
    public async Task Without_the_wish_no_thread_opens()
    {
        await using var bot = await OpenAsync("off");

        await CloseAsync(bot);

        bot.Platform.Messages.Count.ShouldBe(2);
        bot.Platform.Threads.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reveal_that_stood_there_already_gets_its_thread_and_no_double()
    {
        await using var bot = await OpenAsync("on");
        bot.Platform.ThreadFailure = new ExternalFaultException("busy", isTransient: true);
        await CloseAsync(bot);
        (await bot.Daily.FindPostAsync(new PostId(1), default))!.State.ShouldBe(PostState.Revealed);

        bot.Platform.ThreadFailure = null;
        await bot.RunAsync(Minute, Minute);

        bot.Platform.Messages.Count.ShouldBe(2);
        bot.Platform.Threads.Select(thread => thread.MessageId).Distinct().ShouldHaveSingleItem();
        (await bot.Daily.FindPostAsync(new PostId(1), default))!.State.ShouldBe(PostState.Settled);
    }

    [Fact]
    public async Task What_is_in_doubt_is_looked_for_as_far_back_as_it_may_have_been_sent()
    {
        await using var bot = await OpenAsync("off");
        var post = (await bot.Daily.FindPostAsync(new PostId(1), default))!;
        bot.Platform.PostFailure = new ExternalFaultException("lost", isTransient: true);
        await CloseAsync(bot);

        await bot.RunAsync(Minute * 30, Minute * 30);

        var (marker, within) = bot.Platform.Sought.Last();
        marker.ShouldEndWith(":reveal");
        within.ShouldBe(bot.Clock.GetUtcNow() - post.ClosesAt!.Value.ToDateTimeOffset());
    }

    [Fact]
    public async Task A_thread_that_may_not_be_opened_holds_up_no_reveal()
    {
        await using var bot = await OpenAsync("on");
        bot.Platform.ThreadFailure = new ChannelGoneException("Allow Create Public Threads.");

        await CloseAsync(bot);

        bot.Platform.Messages.Count.ShouldBe(2);
        (await bot.Daily.FindPostAsync(new PostId(1), default))!.State.ShouldBe(PostState.Settled);
    }

    [Fact]
    public async Task A_count_of_a_message_that_was_deleted_is_edited_no_more()
    {
        await using var bot = await OpenAsync("off");
        bot.Platform.Delete(bot.Platform.Messages.Single().Id);
        var counts = bot.Get<ParticipantCounts>();

        counts.Changed(new PostId(1));
        await counts.ShowAsync(default);

        (await bot.Daily.FindPostAsync(new PostId(1), default))!.MessageId.ShouldBeEmpty();
        counts.Changed(new PostId(1));
        await counts.ShowAsync(default);
        await CloseAsync(bot);
        bot.Platform.Messages.ShouldHaveSingleItem().Marker.ShouldMatch("^post:1:[0-9]+:reveal$");
    }

    [Fact]
    public async Task Admins_are_told_in_the_channel_while_it_can_be_posted_to()
    {
        await using var bot = await OpenAsync("off");

        await bot.Get<PauseSchedules>().ChannelAsync(bot.Channel, "I lack a right.", default);

        bot.Platform.Messages[^1].Card.Words().ShouldContain("I paused all 4 schedules of #study: I lack a right.");
        bot.Platform.Private.ShouldBeEmpty();
    }

    [Fact]
    public async Task Admins_are_told_in_private_when_the_channel_cannot_be_posted_to()
    {
        await using var bot = await OpenAsync("off");
        bot.Platform.PostFailure = new ChannelGoneException("I may not write here.");

        await bot.Get<PauseSchedules>().ChannelAsync(bot.Channel, "I may not write here.", default);
        await bot.Get<PauseSchedules>().ChannelAsync(bot.Channel, "I may not write here.", default);

        var (person, card) = bot.Platform.Private.ShouldHaveSingleItem();
        person.ShouldBe(new LearnerKey(bot.Channel.Group, "root"));
        card.Words().ShouldContain("/schedule resume all");
    }

    [Fact]
    public async Task What_nobody_could_be_told_is_said_above_the_reply_to_the_next_command_of_an_admin_once()
    {
        await using var bot = await OpenAsync("off");
        bot.Platform.PostFailure = new ChannelGoneException("I lack a right.");
        bot.Platform.TakesPrivate = false;

        (await bot.TypeAsync("schedule list")).Words().ShouldNotContain("I paused");
        (await bot.Get<PauseSchedules>().ChannelAsync(bot.Channel, "I lack a right.", default)).ShouldBe(4);

        (await bot.TypeAsync("help", "ada", isAdmin: false)).Words().ShouldNotContain("I paused");
        (await bot.TypeAsync("help")).Words().ShouldContain("I paused all 4 schedules of #study: I lack a right. Nothing was lost.");
        (await bot.TypeAsync("help")).Words().ShouldNotContain("I paused");
    }

    [Fact]
    public async Task A_question_at_rest_and_a_refused_one_are_told_later_when_nobody_could_be_reached()
    {
        await using var bot = await OpenAsync("off");
        bot.Platform.PostFailure = new ExternalFaultException("invalid body", isTransient: false);
        bot.Platform.TakesPrivate = false;
        var reports = new ReportQuestion(bot.Get<IReportStore>(), bot.Daily, bot.Channels, bot.Get<AdminNews>(), bot.Clock);
        foreach (var name in new[] { "ada", "ben" })
        {
            await reports.HandleAsync(new PostId(1), new LearnerKey(bot.Channel.Group, name), name, ReportReason.Key, "", default);
        }

        (await bot.TypeAsync("help", "ada", isAdmin: false)).Words().ShouldNotContain("have reported");
        (await bot.TypeAsync("help")).Words().ShouldContain("2 members have reported question 1.");
        await bot.RunAsync(Minute * 60 * 24, Minute * 60);

        (await bot.TypeAsync("help")).Words().ShouldContain("could not be posted: the platform refused it.");
        (await bot.TypeAsync("help")).Words().ShouldNotContain("could not be posted");
    }

    private static async Task<TestBot> OpenAsync(string thread)
    {
        var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "Europe/Berlin"), ("open", "1"), ("thread", thread), ("silent", "on"), ("mention", "r1"));
        await bot.RunAsync(Minute * 60, Minute * 60);
        return bot;
    }

    private static async Task CloseAsync(TestBot bot)
    {
        await bot.RunAsync(Minute * 60, Minute * 60);
        await bot.RunAsync(Minute, Minute);
    }
}

using MlaBot.Chat.Daily;
using MlaBot.Chat.Notes;
using MlaBot.Core.Notes;
using MlaBot.Core.Questions;
using MlaBot.Testing;
using MlaBot.Testing.Chat;
using MlaBot.Testing.Daily;

namespace MlaBot.Chat.Tests.Exams;

/// <summary>What a channel reads is of its own exam.</summary>
public sealed class TwoExamTests
{
    [Fact]
    public async Task A_question_is_headed_by_the_domain_of_the_channels_exam()
    {
        await using var bot = await StartAsync();
        await bot.TypeAsync("setup", ("exam", "MLA-C02"));

        (await bot.TypeAsync("schedule preview", ("schedule", "1"))).Words().ShouldContain("Domain 2: New models");
        (await bot.TypeAsync("setup", ("exam", "mla-c01"))).Words().ShouldContain("Exam: MLA-C01.");
        (await bot.TypeAsync("schedule add", ("domain", "1"), ("time", "10:00"))).Words().ShouldContain("Schedule 2 added");
        (await bot.TypeAsync("schedule preview", ("schedule", "2"))).Words().ShouldContain("Domain 1: Old data");
    }

    [Fact]
    public async Task Exam_tells_which_exam_is_whose_and_what_the_channel_studies_for()
    {
        await using var bot = await StartAsync();

        var before = (await bot.TypeAsync("exam")).Words();
        await bot.TypeAsync("setup", ("exam", "MLA-C02"));
        var after = (await bot.TypeAsync("exam")).Words();

        before.ShouldContain("- **MLA-C01:** You sit in Japanese.\n- **MLA-C02:** You sit in English.");
        before.ShouldStartWith("MLA-C01");
        after.ShouldStartWith("MLA-C02");
        after.ShouldContain("This channel studies for MLA-C02; an admin changes that with /setup exam:MLA-C01.");
    }

    [Fact]
    public async Task A_set_up_that_names_no_exam_says_which_to_choose()
    {
        await using var bot = await StartAsync();

        (await bot.TypeAsync("setup")).Words().ShouldContain("**Which exam?**");
        (await bot.TypeAsync("setup", ("zone", "Europe/Berlin"))).Words().ShouldContain("**MLA-C02:** You sit in English.");
        (await bot.TypeAsync("setup", ("feedback", "at-close"))).Words().ShouldNotContain("Which exam?");
        (await bot.TypeAsync("setup", ("exam", "MLA-C02"))).Words().ShouldNotContain("Which exam?");
    }

    [Fact]
    public void Notes_are_listed_where_the_exam_has_their_first_point()
    {
        var notes = RealContent.Current.Notes.Take(2).ToArray();
        var content = TwoExams.Content();
        content = new(content.Exams, [], [],
        [
            notes[0] with { Title = "Both", Blueprint = [new("1.1.k1"), new("2.1.k1")] },
            notes[1] with { Title = "Old", Blueprint = [new("1.1.k1")] },
        ]);

        NoteCards.List(content, content.Exams[0]).Words().ShouldContain("**1 · Old data**\n- Both\n- Old");
        NoteCards.List(content, content.Exams[1]).Words().ShouldSatisfyAllConditions(
            words => words.ShouldContain("**2 · New models**\n- Both"),
            words => words.ShouldContain("**Not asked in MLA-C02**\n- Old"));
    }

    [Fact]
    public void Tips_on_types_that_an_exam_lacks_are_left_out()
    {
        Tip[] tips = [new("a", "A", "For all."), new("b", "B", "For some.") { Types = [ItemType.Ordering] }];
        var exams = TwoExams.Content().Exams;

        TipList.For(tips, exams[0]).ShouldBe(tips);
        TipList.For(tips, exams[1]).ShouldBe(tips[..1]);
    }

    [Fact]
    public async Task An_open_question_keeps_the_words_of_the_channels_exam_in_every_form()
    {
        await using var group = await TestGroup.StartAsync();
        group.Content.Current = TwoExams.Content(TwoExams.Shared());
        await group.Engine.Channels.SaveAsync(group.Channel with { Exam = TwoExams.Second }, default);
        await group.ScheduleAsync("09:00", "2");
        await group.RunToAsync("2026-03-02T08:00Z");
        var post = group.Platform.Shown[^1].Post;

        QuestionCards.Open(post, TwoExams.Shared(), group.Content.Current, TwoExams.Second, 0).Words().ShouldContain("Domain 2: New models");
        QuestionCards.Closed(post, TwoExams.Shared(), group.Content.Current, TwoExams.Second, 0).Words().ShouldContain("Domain 2: New models");
        QuestionCards.Open(post, TwoExams.Shared(), group.Content.Current, New.ExamId, 0).Words().ShouldContain("Domain 1: Old data");
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        bot.Content.Current = TwoExams.Content(TwoExams.Shared());
        return bot;
    }
}

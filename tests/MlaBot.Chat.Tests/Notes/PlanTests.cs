using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Notes;

public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_goes_week_by_week_to_the_exam()
    {
        await using var bot = await NoteTests.StartAsync();

        var card = await bot.TypeAsync("plan", ("date", "2026-05-04"));

        card.IsPrivate.ShouldBeTrue();
        card.Words().ShouldSatisfyAllConditions(
            words => words.ShouldStartWith("Your plan to MLA-C01 on 2026-05-04"),
            words => words.ShouldContain("You have no record here yet"),
            words => words.ShouldContain("**Week 1** · 2026-03-02 to 2026-03-08 · Find gaps"),
            words => words.ShouldContain("**Week 2** · 2026-03-09 to 2026-03-15 · Study: 1.1"),
            words => words.ShouldContain("**Week 9** · 2026-04-27 to 2026-05-03 · Rehearse"),
            words => words.ShouldContain("65 questions in 130 minutes"));
        (await bot.PressAsync(card, card.Parts.OfType<Choices>().Single().Buttons[0].Label)).Words().ShouldStartWith("Data formats");
    }

    [Fact]
    public async Task It_follows_the_own_record()
    {
        await using var bot = await NoteTests.StartAsync();
        await bot.TypeAsync("setup", ("zone", "Europe/Berlin"), ("feedback", "immediate"));
        var schedule = (await bot.Daily.SchedulesAsync(bot.Channel, default))[0].Id.ToString();
        await bot.TypeAsync("schedule now", ("schedule", schedule));
        var open = (await bot.Daily.RecentAsync(bot.Channel, 40, default)).Where(post => post.State == Core.Daily.PostState.Open).ToArray();
        open.ShouldNotBeEmpty();
        foreach (var post in open)
        {
            await bot.TypeAsync("answer", "ada", isAdmin: false, ("question", $"{post.Number}"), ("letters", "?"));
        }

        (await bot.TypeAsync("plan", "ada", isAdmin: false, ("date", "2026-06-01"))).Words().ShouldContain("Made from your answers of the last 90 days");
        (await bot.TypeAsync("plan", "ben", isAdmin: false, ("date", "2026-06-01"))).Words().ShouldContain("You have no record here yet");
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02 is not ahead of you; today is 2026-03-02.")]
    [InlineData("2025-01-01", "2025-01-01 is not ahead of you")]
    [InlineData("2028-01-01", "That is more than a year away.")]
    [InlineData("soon", "\"soon\" is not a date. Write it as year-month-day")]
    public async Task A_day_that_makes_no_plan_is_refused(string day, string sentence)
    {
        await using var bot = await NoteTests.StartAsync();

        (await bot.TypeAsync("plan", ("date", day))).Words().ShouldStartWith(sentence);
    }

    [Fact]
    public async Task A_far_exam_begins_later_and_still_fits_into_one_message()
    {
        await using var bot = await NoteTests.StartAsync();

        var words = (await bot.TypeAsync("plan", ("date", "2027-03-01"))).Words();

        words.ShouldContain("The plan begins on 2026-10-12; until then a daily question is enough.");
        words.ShouldContain("**Week 20**");
        words.Length.ShouldBeLessThan(3800);
    }

    [Fact]
    public async Task The_tip_is_another_one_each_day_and_all_can_be_paged_through()
    {
        await using var bot = await NoteTests.StartAsync();
        var today = await bot.TypeAsync("tip", "ada", isAdmin: false);
        var again = await bot.TypeAsync("tip", "ada", isAdmin: false);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await bot.TypeAsync("tip", "ada", isAdmin: false);

        again.Words().ShouldBe(today.Words());
        tomorrow.Words().ShouldNotBe(today.Words());
        var next = await bot.PressAsync(today, "Another");
        next.ReplacesMessage.ShouldBeTrue();
        next.Parts[0].ShouldBe(tomorrow.Parts[0]);
        (await bot.TypeAsync("tip", ("number", "1"))).Words().ShouldContain("Tip 1 of ");
        (await bot.TypeAsync("tip", ("number", "0"))).Words().ShouldStartWith("There is no tip of that number");
    }

    [Fact]
    public async Task The_lab_is_a_checklist_that_leads_from_step_to_step()
    {
        await using var bot = await NoteTests.StartAsync();
        var lab = bot.Content.Current.Labs[0];

        var card = await bot.TypeAsync("lab");
        foreach (var step in lab.Steps)
        {
            card.Words().ShouldContain($"☐ **{step.Id}** {step.Title}");
        }

        var shown = await bot.PressAsync(card, "Start");
        for (var index = 0; index < lab.Steps.Count; index++)
        {
            shown.Words().ShouldStartWith($"Lab {lab.Steps[index].Id}: {lab.Steps[index].Title}");
            shown.Words().ShouldContain("**It worked when:**");
            shown = index < lab.Steps.Count - 1 ? await bot.PressAsync(shown, "Next") : shown;
        }

        shown.Words().ShouldContain("[Next] off");
        (await bot.TypeAsync("lab", ("step", "2.2"))).Words().ShouldContain("blueprint 2.2.s1");
        (await bot.TypeAsync("lab", ("step", "9"))).Words().ShouldStartWith("The lab has no step \"9\".");
        bot.Dispatcher.Suggest(new ChatTyping("lab", "step", "2", bot.Channel)).ShouldBe(["2.1", "2.2", "2.3"]);
    }

    [Fact]
    public async Task Content_without_tips_and_labs_says_so()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.TypeAsync("tip")).Words().ShouldStartWith("My content holds no tips.");
        (await bot.TypeAsync("lab")).Words().ShouldStartWith("That step is not in my content any more.");
        (await bot.TypeAsync("note", ("topic", "drift"))).Words().ShouldStartWith("I have no note about");
    }
}

using MlaBot.Chat.Cards;
using MlaBot.Chat.Notes;
using MlaBot.Chat.Platform;
using MlaBot.Testing;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Notes;

public sealed class NoteTests
{
    [Fact]
    public async Task A_note_is_shown_in_private_with_services_sources_date_and_ids()
    {
        await using var bot = await StartAsync();

        var card = await bot.TypeAsync("note", ("topic", "drift"));

        card.IsPrivate.ShouldBeTrue();
        card.Words().ShouldSatisfyAllConditions(
            words => words.ShouldStartWith("Drift and Model Monitor"),
            words => words.ShouldContain("[SageMaker Model Monitor]"),
            words => words.ShouldContain("Read more: Amazon SageMaker AI Developer Guide: "),
            words => words.ShouldContain("checked 2026-11-21 · blueprint 4.1.k1 4.1.k2"));
        (await bot.PressAsync(card, "SageMaker Model Monitor")).Words().ShouldContain("closed to new customers");
    }

    [Fact]
    public async Task Without_a_topic_it_lists_all_notes_by_domain()
    {
        await using var bot = await StartAsync();

        var card = await bot.TypeAsync("note");

        foreach (var note in bot.Content.Current.Notes)
        {
            card.Words().ShouldContain($"- {note.Title}");
        }

        card.Parts.OfType<Finder>().ShouldHaveSingleItem().Command.ShouldBe("note");
        card.Words().Length.ShouldBeLessThan(3800);
    }

    [Fact]
    public async Task A_long_note_is_read_part_by_part_in_one_message()
    {
        await using var bot = await StartAsync();
        var block = new string('x', 900);
        var note = bot.Content.Current.Notes[0];
        bot.Content.Current = new(bot.Content.Current.Exams, [], [], [note with { Slug = "long", Title = "Long", Markdown = string.Join("\n\n", block, block, block, "End.") }]);

        var first = await bot.TypeAsync("note", ("topic", "long"));
        first.Words().ShouldStartWith("Long, part 1 of 2");
        first.Words().ShouldContain("[Back] off [More]");
        var second = await bot.PressAsync(first, "More");
        second.ReplacesMessage.ShouldBeTrue();
        second.Words().ShouldContain("End.");
        second.Words().ShouldContain("[Back] [More] off");
        (await bot.PressAsync(second, "Back")).Words().ShouldBe(first.Words());
        (await bot.TypeAsync("note", ("topic", "long 2"))).Words().ShouldBe(second.Words());
    }

    [Fact]
    public async Task Every_part_of_every_note_fits_into_one_message_and_is_read_in_three_minutes()
    {
        await using var bot = await StartAsync();
        foreach (var note in bot.Content.Current.Notes)
        {
            note.Markdown.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeInRange(150, 350, note.Slug);
            var shown = await bot.TypeAsync("note", ("topic", note.Slug));
            shown.Words().Length.ShouldBeLessThan(3800, note.Slug);
            while (shown.Parts.OfType<Choices>().SelectMany(row => row.Buttons).Any(button => button is { Label: "More", IsDisabled: false }))
            {
                shown = await bot.PressAsync(shown, "More");
                shown.Words().Length.ShouldBeLessThan(3800, note.Slug);
            }
        }
    }

    [Fact]
    public async Task A_note_that_was_taken_out_is_said_to_be_gone()
    {
        await using var bot = await StartAsync();

        foreach (var action in new[] { new ActionId(NoteButtons.Show, "gone"), new ActionId(NoteButtons.Turn, "gone", "1"), new ActionId(NoteButtons.Turn, "drift", "x"), new ActionId(NoteButtons.Show) })
        {
            (await bot.SendAsync(new ChatPress(action, [], bot.Channel, bot.User("ada", isAdmin: false)))).Words().ShouldStartWith("That note is not in my content any more.");
        }
    }

    [Fact]
    public async Task Titles_are_suggested_while_somebody_types()
    {
        await using var bot = await StartAsync();

        bot.Dispatcher.Suggest(new ChatTyping("note", "topic", "", bot.Channel)).Count.ShouldBe(25);
        bot.Dispatcher.Suggest(new ChatTyping("note", "topic", "iam", bot.Channel))[0].ShouldBe("IAM for ML: roles, policies, least privilege");
    }

    [Fact]
    public void An_explanation_leads_to_the_note_of_its_blueprint_id()
    {
        var content = RealContent.Current;
        var item = New.ChoiceItem(point: "4.1.k1") with { Services = ["sagemaker-model-monitor"] };

        NoteButtons.Rows(item, content).ShouldHaveSingleItem().Buttons.Select(button => button.Label).ShouldBe(["SageMaker Model Monitor", "Note: Drift and Model Monitor"]);
        NoteButtons.Rows(item with { Services = [] }, content).ShouldHaveSingleItem().Buttons.ShouldHaveSingleItem().Typed.ShouldBe("/note drift");
        NoteButtons.Rows(item with { Services = ["s3", "efs", "ebs", "glue"] }, content).Select(row => row.Buttons.Count).ShouldBe([4, 1]);
        NoteButtons.Rows(New.ChoiceItem(point: "9.9.k9"), content).ShouldBeEmpty();
        NoteButtons.Rows(New.ChoiceItem(point: "9.9.k9") with { Services = ["s3"] }, content).ShouldHaveSingleItem().Buttons.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_button_below_an_explanation_shows_the_note_beside_it()
    {
        await using var bot = await StartAsync();

        var card = await bot.SendAsync(new ChatPress(new ActionId(NoteButtons.Show, "drift"), [], bot.Channel, bot.User("ada", isAdmin: false)));

        card.ReplacesMessage.ShouldBeFalse();
        card.IsPrivate.ShouldBeTrue();
        card.Words().ShouldStartWith("Drift and Model Monitor");
    }

    internal static async Task<TestBot> StartAsync(string now = "2026-03-02T07:00Z")
    {
        var bot = await TestBot.StartAsync(now);
        bot.Content.Current = RealContent.Current;
        return bot;
    }
}

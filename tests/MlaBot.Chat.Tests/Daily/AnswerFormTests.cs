using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Core.Channels;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>Answers of more than one press on a platform with windows over the chat.</summary>
public sealed class AnswerFormTests
{
    [Fact]
    public async Task A_multiple_response_question_has_a_button_in_the_place_of_its_menu()
    {
        var item = New.ChoiceItem(key: "AC", options: 5);
        await using var chat = await OpenAsync(item);

        var card = QuestionCards.Open(chat.Post, item, ChatGroup.Content(item), New.ExamId, 0, answersInForms: true);

        card.Menu().ShouldBeNull();
        card.Button("Choose two").Action.ShouldBe(DailyActions.BeginDraft(chat.Post));
    }

    [Fact]
    public async Task Its_form_shows_the_question_and_takes_what_was_ticked()
    {
        await using var chat = await OpenAsync(New.ChoiceItem(key: "AC", options: 5));

        var form = await FormAsync(chat);
        var field = form.Fields.ShouldHaveSingleItem();
        (field.Most, field.IsRequired, field.Options.Count).ShouldBe((2, true, 5));
        field.Above.ShouldContain("What does q-1.1-0001 ask?");
        field.Above.ShouldNotContain("**E** · ", Case.Sensitive, "the boxes say it in full");
        field.Options[4].Label.ShouldStartWith("E");
        var ticked = string.Join(',', New.ChoiceItem(key: "AC", options: 5).Key.Select(chat.Letters.LetterOf));
        var card = await chat.PressAsync(form.Action, fields: new() { [field.Name] = ticked });

        card.Problems.ShouldBeEmpty();
        (await IsRightAsync(chat)).ShouldBeTrue();
    }

    [Fact]
    public async Task Options_that_are_too_long_for_their_boxes_are_listed_above_them()
    {
        var item = New.ChoiceItem(key: "AC", options: 5);
        await using var chat = await OpenAsync(item with { Options = [.. item.Options.Select(option => option with { Text = new string('x', 80) })] });

        (await FormAsync(chat)).Fields.ShouldHaveSingleItem().Above.ShouldContain("**E** · x");
    }

    [Fact]
    public async Task Too_few_ticks_are_said_at_the_field_and_nothing_is_stored()
    {
        await using var chat = await OpenAsync(New.ChoiceItem(key: "AC", options: 5));

        var form = await FormAsync(chat);
        var card = await chat.PressAsync(form.Action, fields: new() { [form.Fields[0].Name] = "B" });

        card.Problems.ShouldHaveSingleItem().ShouldBe(new(form.Fields[0].Name, "Choose two; you chose 1."));
        (await chat.AnswerAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task An_order_has_a_menu_for_each_place_and_a_step_named_twice_is_said_there()
    {
        await using var chat = await OpenAsync(New.OrderingItem(steps: 3, spare: 1));
        var form = await FormAsync(chat);
        form.Fields.Select(field => field.Label).ShouldBe(["Step 1", "Step 2", "Step 3"]);
        string[] letters = [.. new[] { "s1", "s2", "s3" }.Select(step => chat.Letters.LetterOf(new PartId(step)))];

        var twice = await chat.PressAsync(form.Action, fields: Fields(form, letters[0], letters[1], letters[0]));
        var right = await chat.PressAsync(form.Action, fields: Fields(form, letters));

        twice.Problems.ShouldHaveSingleItem().Key.ShouldBe(form.Fields[2].Name);
        right.Problems.ShouldBeEmpty();
        (await IsRightAsync(chat)).ShouldBeTrue();
    }

    [Fact]
    public async Task Pairs_have_a_menu_for_each_prompt_whatever_the_order_in_which_the_fields_come()
    {
        await using var chat = await OpenAsync(New.MatchingItem(prompts: 3, spare: 1));
        var form = await FormAsync(chat);
        form.Fields[1].Above.ShouldStartWith("**2.** ");
        var item = New.MatchingItem(prompts: 3, spare: 1);
        var fields = chat.Letters.Numbered.Reverse().ToDictionary(prompt => form.Fields[chat.Letters.NumberOf(prompt) - 1].Name, prompt => chat.Letters.LetterOf(item.Prompts.First(each => each.Id == prompt).Key), StringComparer.Ordinal);

        await chat.PressAsync(form.Action, fields: fields);

        (await IsRightAsync(chat)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_standing_answer_that_may_change_is_filled_in_and_a_final_one_is_explained_instead()
    {
        var item = New.ChoiceItem(key: "AC", options: 5);
        await using var open = await OpenAsync(item, FeedbackMode.AtClose);
        await using var final = await OpenAsync(item);
        foreach (var chat in new[] { open, final })
        {
            var form = await FormAsync(chat);
            await chat.PressAsync(form.Action, fields: new() { [form.Fields[0].Name] = "B,D" });
        }

        (await FormAsync(open)).Fields[0].Options.Where(option => option.IsSelected).Select(option => option.Value).ShouldBe(["B", "D"]);
        (await final.BeginAsync()).Words().ShouldContain("B");
        (await final.BeginAsync()).Parts.OfType<Form>().ShouldBeEmpty();
    }

    private static async Task<ChatGroup> OpenAsync(Item item, FeedbackMode feedback = FeedbackMode.Immediate)
    {
        var chat = await ChatGroup.OpenAsync(item, feedback);
        chat.Group.ChatPlatform.AnswersInForms = true;
        return chat;
    }

    private static async Task<Form> FormAsync(ChatGroup chat) => (await chat.BeginAsync()).Parts.ShouldHaveSingleItem().ShouldBeOfType<Form>();

    private static async Task<bool> IsRightAsync(ChatGroup chat) => Grading.Grade(
        (await chat.Group.Engine.Store.ShownItemAsync(chat.Post.Item, chat.Post.ItemVersion, TestContext.Current.CancellationToken))!, (await chat.AnswerAsync())!.Last).IsCorrect;

    private static Dictionary<string, string> Fields(Form form, params string[] values) =>
        form.Fields.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
}

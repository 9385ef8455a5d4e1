using MlaBot.Chat.Cards;
using MlaBot.Chat.Services;
using MlaBot.Core.Channels;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Slack.Rendering;
using MlaBot.Testing;
using MlaBot.Testing.Cards;

namespace MlaBot.Slack.Tests.Rendering;

public sealed class GoldenCardTests
{
    [Fact]
    public void A_multiple_choice_question_that_calls_a_user_group() => Message(
        new RealPosts(New.ChoiceItem()).OpenWithForms, "daily-choice", "post:1234", new PostingStyle(OpensThread: true, IsSilent: true, MentionRole: "S0614TZR7"));

    [Fact]
    public void A_multiple_response_question() => Message(new RealPosts(New.ChoiceItem(key: "AC", options: 5)).OpenWithForms, "daily-response", "post:1234");

    [Fact]
    public void A_case_study() => Message(new RealPosts(New.CaseItem()).OpenWithForms, "daily-case", "post:1234");

    [Fact]
    public void An_ordering_question() => Message(new RealPosts(New.OrderingItem(spare: 1)).OpenWithForms, "daily-ordering", "post:1234");

    [Fact]
    public void A_matching_question() => Message(new RealPosts(New.MatchingItem()).OpenWithForms, "daily-matching", "post:1234");

    [Fact]
    public void A_question_after_its_close() => Message(new RealPosts(New.ChoiceItem()).Closed, "daily-closed");

    [Fact]
    public void The_form_of_a_multiple_response_question() => FormModal(new RealPosts(New.ChoiceItem(key: "AC", options: 5)).AnswerForm, "form-response");

    [Fact]
    public void The_form_of_an_ordering_question() => FormModal(new RealPosts(New.OrderingItem(spare: 1)).AnswerForm, "form-ordering");

    [Fact]
    public void The_form_of_a_matching_question() => FormModal(new RealPosts(New.MatchingItem()).AnswerForm, "form-matching");

    [Fact]
    public void A_private_receipt_of_a_wrong_answer() => Message(new RealPosts(New.ChoiceItem()).Receipt, "receipt");

    [Fact]
    public void A_private_receipt_in_a_window() => Modal(new RealPosts(New.ChoiceItem()).Receipt, "receipt-modal");

    [Fact]
    public void A_private_explanation_full_of_signs() => Message(new RealPosts(Signs(New.ChoiceItem(key: "AC", options: 5))).Why, "why");

    [Fact]
    public void A_reveal() => Message(new RealPosts(Signs(New.ChoiceItem())).Reveal, "reveal", "post:1234:reveal");

    [Fact]
    public async Task Boards_the_own_record_and_a_challenge_over_several_days()
    {
        foreach (var (name, card) in (await GroupWeek.PlayAsync()).Cards)
        {
            Message(card, name);
        }
    }

    [Fact]
    public void A_service() => Message(ServiceCards.Entry(new FoundService(Athena, [Redshift], IsSure: false), New.Content()), "service");

    [Fact]
    public void Two_services_side_by_side() => Message(ComparisonCards.For(new ServicePair(Athena, Redshift), New.Content()), "comparison");

    [Fact]
    public void Two_services_with_a_written_comparison() => Message(
        ComparisonCards.For(new ServicePair(Athena, Redshift) { Written = NewService.Comparison("athena", "redshift") }, New.Content()), "comparison-written");

    [Fact]
    public void A_step_of_a_wizard_with_every_kind_of_menu() => Message(Wizard, "wizard");

    [Fact]
    public void A_step_of_a_wizard_in_a_window() => Modal(Wizard, "wizard-modal");

    [Fact]
    public void A_home() => Home(Wizard, "home");

    [Fact]
    public void A_refusal_without_a_title() =>
        Message(new Card(new Section("There is no command /<@1>. Type /help to see all.")) { IsPrivate = true, Tone = CardTone.Caution }, "refusal");

    [Fact]
    public void A_picture_with_its_text_alternative() => Message(new Card(new Header("Week 47"), new Picture(new byte[] { 1, 2, 3 }, "Answers by day")), "picture");

    [Fact]
    public void A_form_opens_as_a_modal() => FormModal(
        new Card(new Form(new("report.send", "12"), "Report question 12",
        [
            new("kind", "What is wrong?") { IsRequired = true, Example = "Choose one", Options = [new("key", "The key"), new("text", "The wording")], Value = "text" },
            new("note", "Tell me more") { IsLong = true, MaxLength = 1000, Example = "Option B is right too" },
        ])),
        "form");

    private static Card Wizard => new(
        new Header("Set up this channel"),
        new Section("1. Where do questions go?\n- text\n  - with `code`\n- and **bold *slanted* text**\n\nThen type /schedule list."),
        new ChannelMenu(new("setup.channel", "s1"), "The channel", "C111"),
        new RoleMenu(new("setup.role", "s1"), "Who is called? Nobody when empty"),
        new Menu(new("setup.days", "s1"), "Days", [new("mon", "Monday") { IsSelected = true }, new("tue", "Tuesday") { Detail = "09:00" }], 1, 2),
        new Menu(new("setup.zone", "s1"), "Zone", [new("utc", "UTC"), new("berlin", "Berlin")]),
        new Divider(),
        new Table(["Schedule", "Domain", "Time", "Next"], [["1", "1", "09:00 Europe/Berlin", "{time:1795000000}"], ["2", "2", "12:00 Europe/Berlin", ""]]),
        new Table(["Day", "Right"], [["Monday", "3 of 4"], ["Sunday", "no question"]]),
        new Choices([
            new CardButton(new("setup.save", "s1"), "Save", IsPrimary: true),
            new CardButton(new("setup.back", "s1"), "Back") { IsDisabled = true },
        ]))
    {
        IsPrivate = true,
        Tone = CardTone.Good,
        IsDialog = true,
    };

    private static ServiceEntry Athena => NewService.Entry("athena", "Amazon Athena") with { Limits = [new("A query runs for at most 30 minutes.", New.Date("2026-11-20"), "User Guide: Quotas")] };

    private static ServiceEntry Redshift => NewService.Entry("redshift", "Amazon Redshift");

    private static ChoiceItem Signs(ChoiceItem item) => item with
    {
        Stem = "A role may call `s3:Get*` on **every** bucket.\n\n# Which of max_depth, __init__ and <role> counts? <!channel> @everyone",
        Options = [.. item.Options.Select((option, index) => option with { Text = $"{index + 1}. a_b at https://a.b", Why = "The pattern s3:* is *too* wide." })],
    };

    private static void Message(Card card, string golden, string? marker = null, PostingStyle? style = null) =>
        Golden(new Sent(SlackRenderer.Messages(card, TestWords.Words, marker, style).ShouldHaveSingleItem()), golden);

    private static void Modal(Card card, string golden) => Golden(new Sent(SlackRenderer.Modal(card, TestWords.Words, "C1 5")), golden);

    private static void Home(Card card, string golden) => Golden(new Sent(SlackRenderer.Home(card, TestWords.Words)), golden);

    private static void FormModal(Card card, string golden) => Golden(new Sent(SlackRenderer.FormModal(SlackRenderer.FormOf(card)!, TestWords.Words, "C1 5")), golden);

    private static void Golden(Sent sent, string golden)
    {
        sent.Faults().ShouldBeEmpty();
        sent.Json.ShouldMatchGolden(golden);
    }
}

using MlaBot.Chat.Cards;
using MlaBot.Chat.Services;
using MlaBot.Core;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Slack.Rendering;
using MlaBot.Testing;
using MlaBot.Testing.Cards;

namespace MlaBot.Slack.Tests.Rendering;

public sealed class RealContentTests(ITestOutputHelper output)
{
    private static readonly Core.Channels.PostingStyle Calling = new(OpensThread: false, IsSilent: false, MentionRole: "S0614TZR7");

    [Fact]
    public void Every_question_of_the_bank_fits_into_one_message_in_every_form_of_its_life()
    {
        var most = new Dictionary<string, (int Blocks, int Bytes)>(StringComparer.Ordinal);
        foreach (var item in RealContent.Current.Items)
        {
            var posts = new RealPosts(item);
            foreach (var (form, card) in posts.All.Append(("open with forms", posts.OpenWithForms)))
            {
                Sent[] sent =
                [
                    new(SlackRenderer.Messages(card, TestWords.Words, "post:1234", Calling).ShouldHaveSingleItem($"{item.Id} {form}")),
                    new(SlackRenderer.Modal(card, TestWords.Words, "")),
                ];
                sent.SelectMany(each => each.Faults()).ShouldBeEmpty($"{item.Id} {form}");
                var (blocks, bytes) = most.GetValueOrDefault(form);
                most[form] = (Math.Max(blocks, sent[0].Blocks.Count), Math.Max(bytes, sent[0].Json.GetRawText().Length));
            }
        }

        output.WriteLine(string.Join(", ", most.Select(pair => $"{pair.Key}: {pair.Value.Blocks} blocks, {pair.Value.Bytes} bytes")));
    }

    [Fact]
    public void All_study_material_fits_into_one_message_and_one_window_each()
    {
        foreach (var (name, card) in RealStudy.All)
        {
            new Sent(SlackRenderer.Messages(card, TestWords.Words).ShouldHaveSingleItem(name)).Faults().ShouldBeEmpty(name);
            new Sent(SlackRenderer.Modal(card, TestWords.Words, "")).Faults().ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Every_answer_form_fits_into_one_window_with_its_standing_answer_chosen()
    {
        var forms = 0;
        var most = (Blocks: 0, Bytes: 0);
        foreach (var item in RealContent.Current.Items.Where(item => item is OrderingItem or MatchingItem || (item is ChoiceItem choice && choice.Key.Count() > 1)))
        {
            var form = SlackRenderer.FormOf(new RealPosts(item).AnswerForm)!;
            var sent = new Sent(SlackRenderer.FormModal(form, TestWords.Words, "C1 5"));

            sent.Faults().ShouldBeEmpty(item.Id.ToString());
            sent.Of("input").Count().ShouldBe(form.Fields.Count, item.Id.ToString());
            sent.Of("checkboxes").Concat(sent.Of("static_select")).All(menu => menu.TryGetProperty("initial_option", out _) || menu.TryGetProperty("initial_options", out _)).ShouldBeTrue(item.Id.ToString());
            forms++;
            most = (Math.Max(most.Blocks, sent.Blocks.Count), Math.Max(most.Bytes, sent.Json.GetRawText().Length));
        }

        forms.ShouldBeGreaterThan(0);
        output.WriteLine($"{forms} forms, at most {most.Blocks} blocks and {most.Bytes} bytes");
    }

    [Fact]
    public void A_question_shows_its_content_letter_by_letter()
    {
        foreach (var item in RealContent.Current.Items)
        {
            var seen = new Sent(SlackRenderer.Messages(new RealPosts(item).OpenWithForms, TestWords.Words)[0]).Seen;
            foreach (var line in CleanText.Lines(item.Stem).Where(line => line.Length > 0 && !line.StartsWith("- ", StringComparison.Ordinal)))
            {
                seen.ShouldContain(CleanText.WithoutMarks(line), customMessage: item.Id.ToString());
            }
        }
    }

    [Fact]
    public void No_notification_gives_the_answer_of_a_question_away()
    {
        foreach (var item in RealContent.Current.Items)
        {
            var posts = new RealPosts(item);
            foreach (var card in new[] { posts.Reveal, posts.Receipt })
            {
                var text = SlackRenderer.Messages(card, TestWords.Words)[0].Text;
                text.ShouldNotContain("answer is ", Case.Insensitive, item.Id.ToString());
                text.ShouldNotContain("key", Case.Insensitive, item.Id.ToString());
                text.Length.ShouldBeLessThanOrEqualTo(100);
            }

            SlackRenderer.Messages(posts.Why, TestWords.Words)[0].Text.Length.ShouldBeLessThan(700);
        }
    }

    [Fact]
    public void Every_service_and_every_comparison_of_neighbours_fits_into_one_message()
    {
        var content = RealContent.Current;
        var compare = new CompareServices(new LookUpService(new FixedContent(content)), new FixedContent(content));
        var cards = content.Services.Select(service => ServiceCards.Entry(new FoundService(service, [.. content.Services.Take(2)], IsSure: false), content))
            .Concat(content.Services.SelectMany(service => service.Instead.Select(other => compare.Handle(service.Slug, other.Slug)))
                .Concat(content.Comparisons.All.Select(comparison => compare.Handle(comparison.Left, comparison.Right)))
                .OfType<Outcome<ServicePair>.Ok>().Select(pair => ComparisonCards.For(pair.Value, content))).ToArray();
        var longest = 0;
        foreach (var card in cards)
        {
            var sent = new Sent(SlackRenderer.Messages(card, TestWords.Words).ShouldHaveSingleItem());
            sent.Faults().ShouldBeEmpty();
            longest = Math.Max(longest, sent.Json.GetRawText().Length);
        }

        output.WriteLine($"{cards.Length} cards, at most {longest} bytes");
    }
}

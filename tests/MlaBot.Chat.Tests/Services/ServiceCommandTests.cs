using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Services;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Services;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Services;

public sealed class ServiceCommandTests
{
    [Fact]
    public async Task A_service_card_says_what_when_status_exam_traps_blueprint_and_guides()
    {
        var card = await AskAsync("service", ("words", "model monitor"));
        var entry = RealContent.Current.Service("sagemaker-model-monitor")!;

        card.Parts[0].ShouldBe(new Header("Amazon SageMaker Model Monitor: closed to new customers"));
        var text = TextOf(card);
        text.ShouldContain(entry.What);
        text.ShouldContain($"**When:** {entry.PickWhen}");
        text.ShouldContain($"**MLflow on SageMaker AI**: {entry.Instead[0].When}");
        text.ShouldContain("MLA-C01: named in the outline · MLA-C02: on no list");
        text.ShouldContain($"**Exam guide ({ServiceWords.Date(RealContent.Current.Exams[0].AsOf)}):**");
        text.ShouldContain($"**At AWS ({ServiceWords.Date(entry.Status.AsOf)}):** closed to new customers");
        text.ShouldContain("2026-07-30");
        text.ShouldContain(entry.Exam);
        text.ShouldContain(entry.Traps[0]);
        text.ShouldContain("`4.1.k1` Drift");
        text.ShouldContain("Part of Amazon SageMaker AI (`sagemaker-ai`).");
        text.ShouldContain(entry.Guides[0]);
    }

    [Fact]
    public async Task It_counts_the_questions_about_the_service()
    {
        var count = RealContent.Current.Items.Count(item => item.Services.Contains("athena"));

        count.ShouldBeGreaterThan(1);
        TextOf(await AskAsync("service", ("words", "athena"))).ShouldContain($"{count} questions in the bank are about it.");
    }

    [Fact]
    public async Task What_is_not_simply_active_has_the_tone_of_caution()
    {
        (await AskAsync("service", ("words", "athena"))).Tone.ShouldBe(CardTone.Neutral);
        (await AskAsync("service", ("words", "a2i"))).Tone.ShouldBe(CardTone.Caution);
        (await AskAsync("service", ("words", "lookout for vision"))).Tone.ShouldBe(CardTone.Caution);
        (await AskAsync("compare", ("first", "athena"), ("second", "kendra"))).Tone.ShouldBe(CardTone.Caution);
    }

    [Fact]
    public async Task An_unclear_need_shows_the_best_and_asks_for_the_others() =>
        TextOf(await AskAsync("service", ("words", "spark"))).ShouldContain("Did you mean **AWS Glue** (`/service glue`)?");

    [Fact]
    public async Task Words_that_hardly_fit_are_answered_with_doubt() =>
        TextOf(await AskAsync("service", ("words", "banana recipe data"))).ShouldContain("I am not sure; this is the nearest to your words.");

    [Fact]
    public async Task Unknown_words_are_refused_with_what_to_type() =>
        TextOf(await AskAsync("service", ("words", "asdfghjkl"))).ShouldBe(
            "I know no service that fits \"asdfghjkl\". Give a name such as athena, an abbreviation such as mwaa, or a need such as drift detection.");

    [Fact]
    public async Task A_comparison_is_a_table_of_both_with_their_shared_blueprint_points()
    {
        var card = await AskAsync("compare", ("first", "athena"), ("second", "rds"));
        var table = card.Parts.OfType<Table>().Single();

        table.Columns.ShouldBe(["", "Amazon Athena", RealContent.Current.Service("rds")!.Name]);
        table.Rows.Select(row => row[0]).ShouldBe(["What", "Pick when", "Exam guide", "At AWS"]);
        table.Rows.ShouldAllBe(row => row.Count == 3);
        TextOf(card).ShouldContain("**Both serve:**\n- `1.1.k4`");
        card.Parts.OfType<ContextLine>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Services_that_never_mention_each_other_are_compared_without_that_row()
    {
        var card = await AskAsync("compare", ("first", "polly"), ("second", "direct connect"));

        card.Parts.OfType<Table>().Single().Rows.Select(row => row[0]).ShouldNotContain("Between the two");
        TextOf(card).ShouldContain("They share no blueprint point.");
    }

    [Theory]
    [InlineData("alpha", "beta")]
    [InlineData("beta", "alpha")]
    public async Task A_written_comparison_is_shown_with_its_sides_as_asked(string first, string second)
    {
        var card = await AskSmallAsync("compare", ("first", first), ("second", second));
        var table = card.Parts.OfType<Table>().Single();

        TextOf(card).ShouldContain("beta is not alpha.");
        table.Rows.Select(row => row[0]).ShouldBe(["Speed", "Price", "Clue in a question", "Exam guide", "At AWS"]);
        table.Rows[0].ShouldBe(["Speed", first is "beta" ? "beta is quick." : "alpha is slow.", second is "beta" ? "beta is quick." : "alpha is slow."]);
        table.Rows[2].Skip(1).ShouldBe([$"A hint at {first}", $"A hint at {second}"]);
        TextOf(card).ShouldContain("**Trap:** They sound alike.");
        TextOf(card).ShouldContain("**Blueprint:**\n- `1.1.k1`");
        card.Parts.OfType<ContextLine>().Single().Markdown.ShouldBe("As of 2026-11-20: Developer Guide: Page.");
    }

    [Fact]
    public async Task A_service_offers_its_written_comparisons_and_a_press_shows_one()
    {
        var card = await AskSmallAsync("service", ("words", "alpha"));
        var button = card.Parts.OfType<Choices>().SelectMany(row => row.Buttons).Single(button => button.Action.Name == ServiceButtons.Compare);

        (button.Label, button.Typed).ShouldBe(("vs Beta", "/compare alpha vs beta"));
        var pressed = await Dispatcher(Small()).HandleAsync(new ChatPress(button.Action, [], New.ChannelKey, Ana), TestContext.Current.CancellationToken);
        pressed.IsPrivate.ShouldBeTrue();
        pressed.Parts[0].ShouldBe(new Header("Amazon Alpha or Amazon Beta?"));
        TextOf(pressed).ShouldContain("beta is not alpha.");
        (await AskSmallAsync("service", ("words", "gamma"))).Parts.OfType<Choices>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("alpha", "gone")]
    [InlineData("alpha", "alpha")]
    public async Task A_press_on_a_comparison_that_is_gone_is_refused_kindly(string left, string right) =>
        TextOf(await Dispatcher(Small()).HandleAsync(new ChatPress(new ActionId(ServiceButtons.Compare, left, right), [], New.ChannelKey, Ana), TestContext.Current.CancellationToken))
            .ShouldContain("not in my catalogue any more");

    [Fact]
    public async Task Limits_are_shown_with_the_date_of_their_look_up()
    {
        TextOf(await AskSmallAsync("service", ("words", "alpha"))).ShouldContain("**Limits that decide (2026-11-20):**\n- At most 4 MB.");
        TextOf(await AskSmallAsync("service", ("words", "beta"))).ShouldContain("**Limits that decide:**\n- At most 5 MB. (2026-11-19)\n- At most 6 s. (2026-11-20)");
        TextOf(await AskSmallAsync("service", ("words", "gamma"))).ShouldNotContain("Limits that decide");
    }

    [Fact]
    public async Task Every_written_comparison_has_a_private_card_within_the_limits()
    {
        foreach (var comparison in RealContent.Current.Comparisons.All)
        {
            var card = await AskAsync("compare", ("first", comparison.Left), ("second", comparison.Right));

            card.IsPrivate.ShouldBeTrue();
            TextOf(card).ShouldContain(comparison.Difference);
            var table = card.Parts.OfType<Table>().Single();
            (TextOf(card).Length + table.Rows.Sum(row => row.Sum(cell => cell.Length + 60))).ShouldBeLessThanOrEqualTo(DiscordMessage, $"{comparison.Left} {comparison.Right}");
        }
    }

    [Theory]
    [InlineData("service", "words")]
    [InlineData("compare", "first")]
    [InlineData("compare", "second")]
    public void Names_are_suggested_while_typing(string command, string option)
    {
        var names = Dispatcher().Suggest(new ChatTyping(command, option, "kinesis f", New.ChannelKey));

        names[0].ShouldBe("Amazon Data Firehose");
        names.Count.ShouldBeLessThanOrEqualTo(CardLimits.MenuOptions);
        Dispatcher().Suggest(new ChatTyping(command, option, "", New.ChannelKey)).Count.ShouldBe(CardLimits.MenuOptions);
    }

    [Fact]
    public async Task Every_service_has_a_private_card_within_the_limits()
    {
        foreach (var service in RealContent.Current.Services)
        {
            var card = await AskAsync("service", ("words", service.Name));

            card.IsPrivate.ShouldBeTrue();
            card.Parts.OfType<Header>().ShouldHaveSingleItem().Text.Length.ShouldBeLessThanOrEqualTo(CardLimits.Header);
            card.Parts.OfType<Section>().ShouldAllBe(section => section.Markdown.Length > 0 && section.Markdown.Length <= SlackSection);
            TextOf(card).Length.ShouldBeLessThanOrEqualTo(DiscordMessage, service.Slug);
        }
    }

    [Fact]
    public void Look_up_buttons_are_at_most_four_known_services_with_short_labels_and_what_to_type()
    {
        var slugs = RealContent.Current.Services.Select(service => service.Slug).Take(6).ToArray();

        var row = ServiceButtons.Row(["no-such-service", slugs[0], .. slugs], RealContent.Current)!;

        row.Buttons.Select(button => button.Typed).ShouldBe(slugs.Take(4).Select(slug => $"/service {slug}"));
        ServiceButtons.Row(["no-such-service"], RealContent.Current).ShouldBeNull();
        foreach (var service in RealContent.Current.Services)
        {
            ServiceButtons.Row([service.Slug], RealContent.Current)!.Buttons[0].Label.Length.ShouldBeInRange(1, 40);
        }
    }

    [Fact]
    public async Task The_services_that_a_message_names_are_shown_with_buttons()
    {
        var card = await NamedAsync("Athena or Redshift? Kinesis Data Firehose writes to S3, Glue crawls it, and MWAA runs it all.");

        card.IsPrivate.ShouldBeTrue();
        TextOf(card).ShouldContain("- **Amazon Athena**: ");
        var rows = card.Parts.OfType<Choices>().ToArray();
        rows.Select(row => row.Buttons.Count).ShouldBe([4, 2]);
        rows.SelectMany(row => row.Buttons).ShouldAllBe(button => button.Action.Name == ServiceButtons.Show);
    }

    [Fact]
    public async Task A_message_that_names_none_is_answered_kindly_with_a_field_to_find_one()
    {
        foreach (var text in new[] { "See you at lunch!", "" })
        {
            var card = await NamedAsync(text);

            card.IsPrivate.ShouldBeTrue();
            TextOf(card).ShouldStartWith("I found no service or term");
            card.Parts.OfType<Finder>().ShouldHaveSingleItem().Command.ShouldBe("service");
        }
    }

    [Fact]
    public async Task A_message_that_names_the_whole_catalogue_stays_within_the_limits()
    {
        var card = await NamedAsync(string.Join(", ", RealContent.Current.Services.Select(service => service.Name)));

        card.Parts.OfType<Choices>().Count().ShouldBe(2);
        card.Parts.OfType<Section>().ShouldAllBe(section => section.Markdown.Length <= SlackSection);
        TextOf(card).Length.ShouldBeLessThanOrEqualTo(DiscordMessage);
    }

    [Fact]
    public async Task A_look_up_without_words_offers_a_field_to_find_a_service() =>
        (await AskAsync("service")).Parts.OfType<Finder>().ShouldHaveSingleItem().Option.ShouldBe("words");

    [Fact]
    public async Task A_comparison_without_services_offers_none_since_it_needs_two() =>
        (await AskAsync("compare")).Parts.OfType<Finder>().ShouldBeEmpty();

    [Theory]
    [InlineData("s3", "Amazon S3")]
    [InlineData("gone", "not in my catalogue any more")]
    public async Task A_press_shows_the_service_in_private(string slug, string words)
    {
        var card = await Dispatcher().HandleAsync(
            new ChatPress(
                new ActionId(ServiceButtons.Show, slug), [], New.ChannelKey,
                new ChatUser(new LearnerKey(New.ChannelKey.Group, "ana"), "ana", IsAdmin: false, IsBot: false)),
            TestContext.Current.CancellationToken);

        card.IsPrivate.ShouldBeTrue();
        (card.Parts.OfType<Header>().FirstOrDefault()?.Text + TextOf(card)).ShouldContain(words);
    }

    // Slack: text of a section block. Discord: all text of a components message.
    private const int SlackSection = 3000;
    private const int DiscordMessage = 4000;

    private static ContentSnapshot Small()
    {
        ServiceEntry[] services =
        [
            NewService.Entry("alpha", "Amazon Alpha") with { Instead = [new("beta", "You want beta.")], Limits = [new("At most 4 MB.", New.Date("2026-11-20"), "Developer Guide: Quotas")] },
            NewService.Entry("beta", "Amazon Beta") with { Limits = [new("At most 5 MB.", New.Date("2026-11-19"), "Developer Guide: Quotas"), new("At most 6 s.", New.Date("2026-11-20"), "Developer Guide: Quotas")] },
            NewService.Entry("gamma", "Amazon Gamma"),
        ];
        return new ContentSnapshot([New.Exam(New.Domain())], [], services, []) { Comparisons = new([NewService.Comparison("beta", "alpha")]) };
    }

    private static Task<Card> AskAsync(string command, params (string Name, string Value)[] options) => Dispatcher().HandleAsync(
        new ChatRequest(
            command, New.ChannelKey, "study", new ChatUser(new LearnerKey(New.ChannelKey.Group, "ana"), "ana", IsAdmin: false, IsBot: false),
            options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)),
        TestContext.Current.CancellationToken);

    private static Task<Card> AskSmallAsync(string command, params (string Name, string Value)[] options) => Dispatcher(Small()).HandleAsync(
        new ChatRequest(command, New.ChannelKey, "study", Ana, options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)),
        TestContext.Current.CancellationToken);

    private static ChatUser Ana { get; } = new(new LearnerKey(New.ChannelKey.Group, "ana"), "ana", IsAdmin: false, IsBot: false);

    private static Task<Card> NamedAsync(string text) => Dispatcher().HandleAsync(
        new ChatPress(
            new ActionId(ServiceButtons.Named), [], New.ChannelKey,
            new ChatUser(new LearnerKey(New.ChannelKey.Group, "ana"), "ana", IsAdmin: false, IsBot: false))
        {
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [ServiceButtons.TextField] = text },
        },
        TestContext.Current.CancellationToken);

    private static ChatDispatcher Dispatcher(ContentSnapshot? content = null)
    {
        var services = new ServiceCollection().AddSingleton<IContentSource>(new FixedContent(content ?? RealContent.Current)).AddServiceLookup().BuildServiceProvider();
        return new ChatDispatcher(services.GetServices<IChatCommand>(), services.GetServices<IChatAction>(), NullLogger<ChatDispatcher>.Instance);
    }

    private static string TextOf(Card card) => string.Join('\n', card.Parts.Select(part => part switch
    {
        Section section => section.Markdown,
        ContextLine line => line.Markdown,
        _ => "",
    })).Trim();
}

using MlaBot.Chat.Cards;
using MlaBot.Chat.Services;
using MlaBot.Core.Services;
using MlaBot.Discord.Rendering;
using MlaBot.Testing;
using MlaBot.Testing.Cards;

namespace MlaBot.Discord.Tests.Rendering;

public sealed class RealContentTests(ITestOutputHelper output)
{
    private static readonly Core.Channels.PostingStyle Calling = new(OpensThread: false, IsSilent: false, MentionRole: "1234567890123456789");

    [Fact]
    public void Every_question_of_the_bank_fits_into_one_message_in_every_form_of_its_life()
    {
        var longest = new Dictionary<string, (int Length, string Item)>(StringComparer.Ordinal);
        foreach (var item in RealContent.Current.Items)
        {
            foreach (var (form, card) in new RealPosts(item).All)
            {
                var messages = Sent(card, "post:1234", Calling);
                messages.Length.ShouldBe(1, $"{item.Id} {form}");
                messages[0].Faults().ShouldBeEmpty($"{item.Id} {form}");
                if (messages[0].TextLength is var length && length > longest.GetValueOrDefault(form).Length)
                {
                    longest[form] = (length, item.Id.ToString());
                }
            }
        }

        output.WriteLine(string.Join(", ", longest.Select(pair => $"{pair.Key}: {pair.Value.Length} ({pair.Value.Item})")));
    }

    [Fact]
    public void A_question_shows_its_content_letter_by_letter()
    {
        foreach (var item in RealContent.Current.Items)
        {
            var seen = Sent(new RealPosts(item).Open)[0].Seen;
            foreach (var line in CleanText.Lines(item.Stem).Where(line => !line.Contains('`') && !line.Contains("**", StringComparison.Ordinal)))
            {
                seen.ShouldContain(line, customMessage: item.Id.ToString());
            }
        }
    }

    [Fact]
    public void Every_service_fits_into_one_message()
    {
        var content = RealContent.Current;
        var longest = 0;
        foreach (var service in content.Services)
        {
            var message = Sent(ServiceCards.Entry(new FoundService(service, [.. content.Services.Take(2)], IsSure: false), content)).ShouldHaveSingleItem(service.Slug);
            message.Faults().ShouldBeEmpty(service.Slug);
            longest = Math.Max(longest, message.TextLength);
        }

        output.WriteLine($"longest service: {longest}");
    }

    [Fact]
    public void All_study_material_fits_into_one_message_each()
    {
        foreach (var (name, card) in RealStudy.All)
        {
            Sent(card).ShouldHaveSingleItem(name).Faults().ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Every_comparison_of_neighbours_fits_into_one_message()
    {
        var content = RealContent.Current;
        var compare = new CompareServices(new LookUpService(new FixedContent(content)), new FixedContent(content));
        var pairs = content.Services.SelectMany(service => service.Instead.Select(other => (service.Slug, Other: other.Slug)))
            .Concat(content.Comparisons.All.Select(comparison => (comparison.Left, comparison.Right))).ToArray();
        pairs.ShouldNotBeEmpty();
        foreach (var (slug, other) in pairs)
        {
            if (compare.Handle(slug, other) is Core.Outcome<ServicePair>.Ok(var pair))
            {
                Sent(ComparisonCards.For(pair, content)).ShouldHaveSingleItem($"{slug} {other}").Faults().ShouldBeEmpty($"{slug} {other}");
            }
        }
    }

    private static SentMessage[] Sent(Card card, string? marker = null, Core.Channels.PostingStyle? style = null) =>
        [.. DiscordRenderer.Message(card, marker, style).Select(payload => new SentMessage(payload))];
}

using MlaBot.Core.Time;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Time;

public sealed class ZoneFindTests
{
    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("AMERICA/NEW_YORK", "America/New_York")]
    [InlineData("  Asia/Tokyo ", "Asia/Tokyo")]
    [InlineData("utc", "UTC")]
    public void A_zone_is_found_in_any_case(string typed, string id) => Zones.Find(typed).ShouldBeOk().Id.ShouldBe(id);

    [Theory]
    [InlineData("Europe/Berln", "Europe/Berlin")]
    [InlineData("Asia/Tokio", "Asia/Tokyo")]
    [InlineData("America/NewYork", "America/New_York")]
    [InlineData("new york", "America/New_York")]
    [InlineData("berlin", "Europe/Berlin")]
    [InlineData("Kolkatta", "Asia/Kolkata")]
    public void A_typo_is_answered_with_the_zone_that_was_meant(string typed, string meant) =>
        Zones.Find(typed).ShouldBeRefused("zone-unknown").NextStep.ShouldContain(meant);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("nowhere at all")]
    [InlineData("Europe/")]
    public void Nonsense_is_answered_with_examples(string typed) =>
        Zones.Find(typed).ShouldBeRefused("zone-unknown").NextStep.ShouldContain("Europe/Berlin");

    [Fact]
    public void A_refusal_repeats_only_printable_text()
    {
        var reason = Zones.Find("Mars/\u0007" + new string('x', 500)).ShouldBeRefused("zone-unknown");

        reason.Sentence.ShouldNotContain("\u0007");
        reason.Sentence.Length.ShouldBeLessThan(100);
    }

    [Fact]
    public void Suggestions_put_names_that_begin_with_the_word_first_and_keep_the_limit()
    {
        Zones.Suggest("berl", 5).ShouldBe(["Europe/Berlin"]);
        Zones.Suggest("new yo", 5).ShouldBe(["America/New_York"]);
        Zones.Suggest("", 25).Count.ShouldBe(25);
        Zones.Suggest("ber", 3).ShouldBe(["Atlantic/Bermuda", "Europe/Berlin", "Australia/Canberra"]);
    }
}

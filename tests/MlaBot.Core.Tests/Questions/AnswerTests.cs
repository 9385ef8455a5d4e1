using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Questions;

public sealed class AnswerTests
{
    [Fact]
    public void What_is_stored_is_read_back() => Prop.ForAll(ItemGens.Answered.ToArbitrary(), pair =>
    {
        var read = Answer.Parse(pair.Item, pair.Answer.Canonical);
        return read.GetType() == pair.Answer.GetType() && read.Canonical == pair.Answer.Canonical;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Not_knowing_is_read_back_for_every_type() => Prop.ForAll(ItemGens.Any.ToArbitrary(), item =>
        Answer.Parse(item, new Answer.Unknown().Canonical) is Answer.Unknown).QuickCheckThrowOnFailure();

    [Fact]
    public void Picks_have_one_text_in_whatever_order_they_came()
    {
        new Answer.Picked([new("c"), new("a"), new("c")]).Canonical.ShouldBe("a,c");
        new Answer.Picked([new("a"), new("c")]).ToString().ShouldBe("a,c");
    }

    [Fact]
    public void An_order_keeps_its_order() => new Answer.Ordered([new("s2"), new("s1")]).Canonical.ShouldBe("s2>s1");

    [Fact]
    public void A_later_pair_for_a_prompt_wins() =>
        new Answer.Matched([new(new("p2"), new("r1")), new(new("p1"), new("r3")), new(new("p2"), new("r2"))]).Canonical.ShouldBe("p1=r3;p2=r2");

    [Theory]
    [InlineData("p1")]
    [InlineData("p1=r1=r2")]
    [InlineData("")]
    public void Text_that_is_no_list_of_pairs_is_refused(string stored) =>
        Should.Throw<FormatException>(() => Answer.Parse(New.MatchingItem(), stored));
}

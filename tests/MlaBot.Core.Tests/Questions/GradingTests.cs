using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Questions;

public sealed class GradingTests
{
    [Theory]
    [InlineData("b", true, 1)]
    [InlineData("a", false, 0)]
    public void A_single_choice_is_right_or_wrong(string picked, bool isCorrect, int right)
    {
        Grading.Grade(New.ChoiceItem(key: "B"), Pick(picked)).ShouldBe(new Grade(isCorrect, right, 1));
        Grading.Grade(New.CaseItem(key: "B"), Pick(picked)).ShouldBe(new Grade(isCorrect, right, 1));
    }

    [Theory]
    [InlineData("a,c", true, 2)]
    [InlineData("c,a", true, 2)]
    [InlineData("a,b", false, 0)]
    [InlineData("a", false, 1)]
    [InlineData("a,b,c", false, 1)]
    [InlineData("a,b,c,d,e", false, 0)]
    [InlineData("b,d", false, 0)]
    public void Picking_everything_earns_no_insight(string picked, bool isCorrect, int right) =>
        Grading.Grade(New.ChoiceItem(key: "AC", options: 5), Pick(picked)).ShouldBe(new Grade(isCorrect, right, 2));

    [Theory]
    [InlineData("s1>s2>s3>s4", true, 4)]
    [InlineData("s1>s2>s4>s3", false, 2)]
    [InlineData("s4>s1>s2>s3", false, 0)]
    [InlineData("s1>s2>s3", false, 3)]
    [InlineData("s1>s2>s3>s5", false, 3)]
    [InlineData("s1>s2>s3>s4>s5", false, 4)]
    public void An_order_counts_positions_and_earns_credit_only_whole(string steps, bool isCorrect, int right) =>
        Grading.Grade(New.OrderingItem(steps: 4, spare: 1), new Answer.Ordered(steps.Split('>').Select(step => new PartId(step))))
            .ShouldBe(new Grade(isCorrect, right, 4));

    [Theory]
    [InlineData("p1=r1;p2=r2;p3=r3", true, 3)]
    [InlineData("p3=r3;p1=r1;p2=r2", true, 3)]
    [InlineData("p1=r1;p2=r3;p3=r2", false, 1)]
    [InlineData("p1=r1;p2=r2", false, 2)]
    [InlineData("p1=r4;p2=r4;p3=r4", false, 0)]
    public void Pairs_are_counted_and_earn_credit_only_together(string pairs, bool isCorrect, int right)
    {
        var item = New.MatchingItem(prompts: 3, spare: 1);

        Grading.Grade(item, Answer.Parse(item, pairs)).ShouldBe(new Grade(isCorrect, right, 3));
    }

    [Fact]
    public void An_answer_of_another_kind_earns_nothing_and_breaks_nothing()
    {
        Grading.Grade(New.OrderingItem(steps: 4), Pick("s1")).ShouldBe(new Grade(IsCorrect: false, 0, 4));
        Grading.Grade(New.MatchingItem(prompts: 3), Pick("r1")).ShouldBe(new Grade(IsCorrect: false, 0, 3));
        Grading.Grade(New.ChoiceItem(key: "AC"), new Answer.Ordered([new("a"), new("c")])).ShouldBe(new Grade(IsCorrect: false, 0, 2));
    }

    private static Answer.Picked Pick(string parts) => new(parts.Split(',').Select(part => new PartId(part)));
}

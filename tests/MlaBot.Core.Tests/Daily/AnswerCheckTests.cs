using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Tests.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Daily;

public sealed class AnswerCheckTests
{
    private static readonly Item Single = New.ChoiceItem(key: "B");
    private static readonly Item Two = New.ChoiceItem(key: "AC", options: 5);
    private static readonly Item Order = New.OrderingItem(steps: 4, spare: 1);
    private static readonly Item Pairs = New.MatchingItem(prompts: 3, spare: 1);

    public static TheoryData<Item, string, string> Faults => new()
    {
        { Single, "a,b", "answer-count" },
        { Single, "e", "answer-letter" },
        { Two, "a", "answer-count" },
        { Two, "a,b,c", "answer-count" },
        { Two, "a,f", "answer-letter" },
        { Order, "s1>s2>s3", "answer-count" },
        { Order, "s1>s2>s3>s4>s5", "answer-count" },
        { Order, "s1>s2>s3>s3", "answer-twice" },
        { Order, "s1>s2>s3>s9", "answer-letter" },
        { Pairs, "p1=r1;p2=r2", "answer-count" },
        { Pairs, "p1=r1;p2=r2;p3=r9", "answer-letter" },
        { Pairs, "p1=r1;p2=r2;p9=r3", "answer-letter" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_incomplete_or_foreign_answer_is_refused_with_how_to_answer(Item item, string answer, string code)
    {
        var refusal = AnswerCheck.Find(item, Answer.Parse(item, answer)).ShouldNotBeNull();

        refusal.Code.ShouldBe(code);
        refusal.NextStep.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_answer_of_another_kind_is_refused()
    {
        AnswerCheck.Find(Order, new Answer.Picked([new("s1")])).ShouldNotBeNull().Code.ShouldBe("answer-kind");
        AnswerCheck.Find(Single, new Answer.Ordered([new("b")])).ShouldNotBeNull().Code.ShouldBe("answer-kind");
    }

    [Fact]
    public void Not_knowing_is_an_answer_to_everything() => Prop.ForAll(ItemGens.Any.ToArbitrary(), item =>
        AnswerCheck.Find(item, new Answer.Unknown()) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void The_example_in_the_hint_is_a_complete_answer_in_letters_that_are_shown() => Prop.ForAll(ItemGens.Drawn.ToArbitrary(), drawn =>
        AnswerCheck.Find(drawn.Item, Example(drawn.Shown, drawn.Item)) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void The_example_does_not_follow_the_order_of_the_letters() =>
        AnswerCheck.HowTo(Order).ShouldNotContain("A B C D", customMessage: "people copy examples");

    private static Answer Example(Presentation shown, Item item)
    {
        var hint = AnswerCheck.HowTo(item);
        var example = hint[(hint.IndexOf("such as ", StringComparison.Ordinal) + 8)..].TrimEnd('.');
        return item switch
        {
            ChoiceItem => new Answer.Picked(example.Select(letter => shown.PartAt(letter) ?? Missing)),
            OrderingItem => new Answer.Ordered(example.Split(' ').Select(letter => shown.PartAt(letter[0]) ?? Missing)),
            _ => new Answer.Matched(example.Split(' ').Select(pair =>
                KeyValuePair.Create(shown.PromptAt(pair[0] - '0') ?? Missing, shown.PartAt(pair[1]) ?? Missing))),
        };
    }

    private static PartId Missing { get; } = new("missing");
}

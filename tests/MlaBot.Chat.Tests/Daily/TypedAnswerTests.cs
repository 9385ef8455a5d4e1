using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Daily;
using MlaBot.Core;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Daily;

public sealed class TypedAnswerTests
{
    private static readonly Presentation FourOptions = Presentation.Parse("c,a,d,b");

    [Theory]
    [InlineData("B", "a")]
    [InlineData(" b ", "a")]
    [InlineData("A", "c")]
    [InlineData("b.", "a")]
    public void One_letter_picks_the_option_that_the_post_shows_under_it(string typed, string option) =>
        Read(typed, New.ChoiceItem("A"), FourOptions).Canonical.ShouldBe(option);

    [Theory]
    [InlineData("AC")]
    [InlineData("A C")]
    [InlineData("c, a")]
    [InlineData("A+C")]
    [InlineData("a & c")]
    public void Several_letters_may_be_written_in_any_way(string typed) =>
        Read(typed, New.ChoiceItem("AC"), FourOptions).Canonical.ShouldBe("c,d");

    [Theory]
    [InlineData("B D A C")]
    [InlineData("bdac")]
    [InlineData("B > D > A > C")]
    public void An_order_keeps_its_order(string typed) =>
        Read(typed, New.OrderingItem(4), Presentation.Parse("s4,s1,s3,s2")).Canonical.ShouldBe("s1>s2>s4>s3");

    [Theory]
    [InlineData("1B 2A 3C")]
    [InlineData("2=A, 1=B, 3=C")]
    [InlineData("1-b;2-a;3-c")]
    [InlineData("BAC")]
    public void Pairs_may_be_written_in_any_way(string typed) =>
        Read(typed, New.MatchingItem(3), Presentation.Parse("p1,p2,p3|r2,r1,r4,r3")).Canonical.ShouldBe("p1=r1;p2=r2;p3=r4");

    [Theory]
    [InlineData("?")]
    [InlineData("idk")]
    [InlineData("I don't know")]
    public void Not_knowing_is_an_answer(string typed) => Read(typed, New.ChoiceItem(), FourOptions).ShouldBeOfType<Answer.Unknown>();

    [Theory]
    [InlineData("E")]
    [InlineData("1")]
    [InlineData("B1")]
    [InlineData("é")]
    [InlineData(" , ")]
    public void A_letter_that_is_not_shown_is_refused_with_the_way_to_answer(string typed)
    {
        var refusal = Refusal(TypedAnswer.Read(typed, New.ChoiceItem(), FourOptions));

        refusal.NextStep.ShouldBe("Answer with one letter, such as B.");
    }

    [Theory]
    [InlineData("1B 1A 2C")]
    [InlineData("1Z 2A 3B")]
    [InlineData("9A")]
    [InlineData("1B 2A 3C and so on")]
    public void Pairs_that_do_not_fit_are_refused(string typed) =>
        Refusal(TypedAnswer.Read(typed, New.MatchingItem(3), Presentation.Parse("p1,p2,p3|r2,r1,r4,r3"))).Code.ShouldBe("answer-pairs");

    [Fact]
    public void An_over_long_answer_is_refused_with_its_length() =>
        Refusal(TypedAnswer.Read(new string('A', 5000), New.ChoiceItem(), FourOptions)).Sentence.ShouldContain("5000 characters");

    [Fact]
    public void Control_characters_are_refused() =>
        Refusal(TypedAnswer.Read("B\u0007", New.ChoiceItem(), FourOptions)).Code.ShouldBe("answer-control");

    [Fact]
    public void No_text_makes_the_reader_fail()
    {
        Item[] items = [New.ChoiceItem(), New.OrderingItem(4), New.MatchingItem(3)];
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), Gen.Elements(items).ToArbitrary(), (text, item) =>
        {
            var presentation = Presentation.Draw(item, new System.Random(1));
            return TypedAnswer.Read(text ?? "", item, presentation) is not null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_answer_in_letters_reads_back_as_itself()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new System.Random(seed);
            var item = New.MatchingItem(4, spare: 2);
            var presentation = Presentation.Draw(item, random);
            var answer = new Answer.Matched(item.Prompts.Select(prompt => KeyValuePair.Create(prompt.Id, item.Responses[random.Next(6)].Id)));
            return Read(presentation.InLetters(answer), item, presentation).Canonical == answer.Canonical;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("B", true)]
    [InlineData("1B 2A", true)]
    [InlineData("?", true)]
    [InlineData("hello", true)]
    [InlineData("good morning everybody", false)]
    [InlineData("what is 3x4", false)]
    public void Talk_is_told_from_answers(string text, bool isAnswer) => TypedAnswer.LooksLikeOne(text).ShouldBe(isAnswer);

    private static Answer Read(string typed, Item item, Presentation presentation) =>
        TypedAnswer.Read(typed, item, presentation).ShouldBeOfType<Outcome<Answer>.Ok>().Value;

    private static Refusal Refusal(Outcome<Answer> outcome) => outcome.ShouldBeOfType<Outcome<Answer>.Refused>().Reason;
}

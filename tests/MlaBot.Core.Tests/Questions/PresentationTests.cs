using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Questions;

public sealed class PresentationTests
{
    [Fact]
    public void Letters_follow_the_shown_order()
    {
        var shown = Presentation.Parse("c,a,d,b");

        shown.LetterOf(new("c")).ShouldBe("A");
        shown.LetterOf(new("b")).ShouldBe("D");
        shown.PartAt('b').ShouldBe(new PartId("a"));
        shown.InLetters(new Answer.Picked([new("b"), new("c")])).ShouldBe("AD");
    }

    [Fact]
    public void Answers_of_every_kind_are_said_in_letters()
    {
        Presentation.Parse("s3,s1,s2").InLetters(new Answer.Ordered([new("s1"), new("s2"), new("s3")])).ShouldBe("B C A");
        Presentation.Parse("p2,p1|r3,r1,r2").InLetters(new Answer.Matched([new(new("p1"), new("r1")), new(new("p2"), new("r3"))])).ShouldBe("1A 2B");
        Presentation.Parse("a,b").InLetters(new Answer.Unknown()).ShouldBe("don't know");
    }

    [Theory]
    [InlineData('E')]
    [InlineData('Z')]
    [InlineData('1')]
    [InlineData('?')]
    [InlineData('Ä')]
    public void A_letter_that_is_not_shown_has_no_part(char letter) => Presentation.Parse("c,a,d,b").PartAt(letter).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_number_that_is_not_shown_has_no_prompt(int number) => Presentation.Parse("p2,p1|r3,r1,r2").PromptAt(number).ShouldBeNull();

    [Fact]
    public void A_part_that_is_not_shown_has_no_letter()
    {
        Presentation.Parse("c,a").LetterOf(new("x")).ShouldBe("?");
        Presentation.Parse("p1|r1").NumberOf(new("p9")).ShouldBe(0);
    }

    [Fact]
    public void The_distance_of_two_orders_counts_pairs_that_stand_the_other_way_round()
    {
        PartId[] key = [new("s1"), new("s2"), new("s3"), new("s4")];

        Presentation.KendallDistance(key, key).ShouldBe(0);
        Presentation.KendallDistance(key, [key[1], key[0], key[2], key[3]]).ShouldBe(1);
        Presentation.KendallDistance(key, [key[3], key[2], key[1], key[0]]).ShouldBe(6);
    }

    [Fact]
    public void Shuffling_favours_no_letter()
    {
        var item = New.ChoiceItem(key: "B");
        var letters = Enumerable.Range(0, 4000).Select(seed => Presentation.Draw(item, new Random(seed)).LetterOf(new("b"))).CountBy(letter => letter);

        // Four standard deviations of 4000 draws at one in four are 110.
        letters.ShouldAllBe(letter => Math.Abs(letter.Value - 1000) < 110);
    }
}

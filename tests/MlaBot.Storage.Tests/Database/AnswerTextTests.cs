using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database;

namespace MlaBot.Storage.Tests.Database;

public sealed class AnswerTextTests
{
    private static readonly Gen<PartId> Part = Gen.Elements("a", "b", "s1", "p2", "r3", "x-y").Select(text => new PartId(text));

    private static readonly Gen<Answer> Answers = Gen.OneOf(
        Gen.Constant<Answer>(new Answer.Unknown()),
        Part.NonEmptyListOf().Select(parts => (Answer)new Answer.Picked(parts)),
        Part.ListOf().Select(parts => (Answer)new Answer.Ordered(parts)),
        Part.Two().ListOf().Select(pairs => (Answer)new Answer.Matched(pairs.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)))));

    [Fact]
    public void A_stored_text_gives_the_same_kind_of_answer_with_the_same_parts() => Prop.ForAll(Answers.ToArbitrary(), answer =>
    {
        var read = AnswerText.Parse(AnswerText.Of(answer));
        return read.GetType() == answer.GetType() && read.Canonical == answer.Canonical;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_stored_text_of_a_full_answer_is_its_canonical_one() =>
        AnswerText.Of(new Answer.Ordered([new("s2"), new("s1"), new("s3")])).ShouldBe("s2>s1>s3");
}

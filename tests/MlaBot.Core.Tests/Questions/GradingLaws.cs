using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Tests.Questions;

public sealed class GradingLaws
{
    [Fact]
    public void The_key_earns_full_credit() => Prop.ForAll(ItemGens.Any.ToArbitrary(), item =>
    {
        var grade = Grading.Grade(item, ItemGens.Right(item));
        return grade.IsCorrect && grade.PartsRight == grade.PartsTotal && grade.PartsTotal >= 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_but_the_key_earns_credit() => Prop.ForAll(ItemGens.Answered.ToArbitrary(), pair =>
    {
        var grade = Grading.Grade(pair.Item, pair.Answer);
        var isKey = pair.Answer.Canonical == ItemGens.Right(pair.Item).Canonical;
        return grade.IsCorrect == isKey && (grade.PartsRight == grade.PartsTotal) == isKey;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_that_are_right_stay_within_the_key() => Prop.ForAll(ItemGens.Answered.ToArbitrary(), pair =>
    {
        var grade = Grading.Grade(pair.Item, pair.Answer);
        return grade.PartsRight >= 0 && grade.PartsRight <= grade.PartsTotal;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Not_knowing_is_wrong_with_nothing_right() => Prop.ForAll(ItemGens.Any.ToArbitrary(), item =>
        Grading.Grade(item, new Answer.Unknown()) is { IsCorrect: false, PartsRight: 0, PartsTotal: >= 1 }).QuickCheckThrowOnFailure();

    [Fact]
    public void Correcting_one_wrong_pair_never_lowers_what_is_right() => Prop.ForAll(ItemGens.Answered.ToArbitrary(), pair =>
    {
        if (pair is not (MatchingItem item, Answer.Matched answer))
        {
            return true;
        }

        var before = Grading.Grade(item, answer).PartsRight;
        return item.Prompts.All(prompt =>
            Grading.Grade(item, new Answer.Matched(answer.Pairs.Append(new(prompt.Id, prompt.Key)))).PartsRight >= before);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_complete_answer_can_be_stored_and_is_graded_alike_when_it_is_read_back() => Prop.ForAll(ItemGens.Answered.ToArbitrary(), pair =>
        AnswerCheck.Find(pair.Item, pair.Answer) is null
        && Grading.Grade(pair.Item, Answer.Parse(pair.Item, pair.Answer.Canonical)) == Grading.Grade(pair.Item, pair.Answer)).QuickCheckThrowOnFailure();
}

using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Tests.Questions;

public sealed class PresentationLaws
{
    [Fact]
    public void Every_part_is_shown_once() => Prop.ForAll(ItemGens.Drawn.ToArbitrary(), drawn =>
        drawn.Shown.Lettered.Order().SequenceEqual(ItemGens.Lettered(drawn.Item).Order())
        && drawn.Shown.Numbered.Order().SequenceEqual(Prompts(drawn.Item).Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void Letters_stay_when_a_post_comes_back_from_the_store() => Prop.ForAll(ItemGens.Drawn.ToArbitrary(), drawn =>
    {
        var stored = Presentation.Parse(drawn.Shown.ToString());
        return stored == drawn.Shown
            && stored.GetHashCode() == drawn.Shown.GetHashCode()
            && ItemGens.Lettered(drawn.Item).All(part => stored.LetterOf(part) == drawn.Shown.LetterOf(part))
            && Prompts(drawn.Item).All(prompt => stored.NumberOf(prompt) == drawn.Shown.NumberOf(prompt));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_draws_the_same_order() => Prop.ForAll(ItemGens.Any.ToArbitrary(), ItemGens.Seed.ToArbitrary(), (item, seed) =>
        Presentation.Draw(item, new Random(seed)) == Presentation.Draw(item, new Random(seed))).QuickCheckThrowOnFailure();

    [Fact]
    public void Letters_and_parts_belong_to_each_other() => Prop.ForAll(ItemGens.Drawn.ToArbitrary(), drawn =>
        ItemGens.Lettered(drawn.Item).All(part =>
            drawn.Shown.PartAt(drawn.Shown.LetterOf(part)[0]) == part
            && drawn.Shown.PartAt(char.ToLowerInvariant(drawn.Shown.LetterOf(part)[0])) == part)
        && Prompts(drawn.Item).All(prompt => drawn.Shown.PromptAt(drawn.Shown.NumberOf(prompt)) == prompt)).QuickCheckThrowOnFailure();

    [Fact]
    public void Steps_are_never_shown_nearer_to_the_key_than_two_swaps() =>
        Prop.ForAll(ItemGens.Ordering.ToArbitrary(), ItemGens.Seed.ToArbitrary(), (item, seed) =>
            Presentation.KendallDistance(((OrderingItem)item).Key, Presentation.Draw(item, new Random(seed)).Lettered) >= 2)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void An_item_that_must_not_be_shuffled_keeps_the_order_of_its_pack() =>
        Prop.ForAll(ItemGens.Any.ToArbitrary(), ItemGens.Seed.ToArbitrary(), (item, seed) =>
        {
            var shown = Presentation.Draw(item with { Shuffle = false }, new Random(seed));
            var pack = item is OrderingItem ordering ? ordering.Shown : ItemGens.Lettered(item);
            return shown.Lettered.SequenceEqual(pack) && shown.Numbered.SequenceEqual(Prompts(item));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_answer_in_letters_is_read_back_as_the_same_answer() =>
        Prop.ForAll(ItemGens.Answered.ToArbitrary(), ItemGens.Seed.ToArbitrary(), (pair, seed) =>
        {
            var shown = Presentation.Draw(pair.Item, new Random(seed));
            return ReadLetters(shown, pair.Answer, shown.InLetters(pair.Answer)).Canonical == pair.Answer.Canonical;
        }).QuickCheckThrowOnFailure();

    private static Answer ReadLetters(Presentation shown, Answer kind, string letters) => kind switch
    {
        Answer.Picked => new Answer.Picked(letters.Select(letter => shown.PartAt(letter)!.Value)),
        Answer.Ordered => new Answer.Ordered(letters.Split(' ').Select(letter => shown.PartAt(letter[0])!.Value)),
        Answer.Matched => new Answer.Matched(letters.Split(' ').Select(pair =>
            KeyValuePair.Create(shown.PromptAt(pair[0] - '0')!.Value, shown.PartAt(pair[1])!.Value))),
        _ => kind,
    };

    private static IEnumerable<PartId> Prompts(Item item) =>
        item is MatchingItem matching ? matching.Prompts.Select(prompt => prompt.Id) : [];
}

using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Streaks;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Rendering;

/// <summary>The cards that a question of the bank passes through.</summary>
internal sealed class RealPosts(Item item, int number = 1234)
{
    private static readonly Streak Streak = new(12, 30, 2, IsTodayDone: true, 5, []);

    public Item Item { get; } = item;

    public DailyPost Post { get; } = new()
    {
        Id = new(number),
        Schedule = new(1),
        Channel = New.ChannelKey,
        Date = New.Date("2026-11-21"),
        Slot = 0,
        Item = item.Id,
        ItemVersion = item.Version,
        Presentation = Presentation.Draw(item, new Random(1)),
        State = PostState.Open,
        Feedback = FeedbackMode.Immediate,
        DueAt = New.Instant("2026-11-21T09:00Z"),
        ClosesAt = New.Instant("2026-11-21T19:00Z"),
    };

    public Card Open => QuestionCards.Open(Post, Item, RealContent.Current, 123);

    public Card Closed => QuestionCards.Closed(Post with { State = PostState.Closing }, Item, RealContent.Current, 123);

    public Card Why => ExplanationCards.Why(Post, Item, Given(Wrong) with { Changes = 1, First = Right }, RealContent.Current);

    public Card Receipt => ExplanationCards.Receipt(
        new AnswerReceipt(AnswerFate.AlreadyAnswered, Post, Item, Given(Wrong), Grading.Grade(Item, Wrong)), RealContent.Current, Streak, [new(New.Date("2026-11-20"), StreakEventKind.FreezeUsed, 2)]);

    public Card Reveal => ExplanationCards.Reveal(Post, Item, [Given(Right), Given(Wrong), Given(Wrong)], RealContent.Current);

    public IEnumerable<(string Form, Card Card)> All =>
        [("open", Open), ("closed", Closed), ("why", Why), ("receipt", Receipt), ("reveal", Reveal)];

    private Answer Right => Item switch
    {
        ChoiceItem choice => new Answer.Picked(choice.Key),
        OrderingItem ordering => new Answer.Ordered(ordering.Key),
        MatchingItem matching => new Answer.Matched(matching.Prompts.Select(prompt => KeyValuePair.Create(prompt.Id, prompt.Key))),
        _ => new Answer.Unknown(),
    };

    private Answer Wrong => Item switch
    {
        ChoiceItem choice => new Answer.Picked(choice.Options.Where(option => !option.IsCorrect).Select(option => option.Id).Take(choice.Key.Count())),
        OrderingItem ordering => new Answer.Ordered(ordering.Key.Reverse()),
        MatchingItem matching => new Answer.Matched(matching.Prompts.Select(prompt => KeyValuePair.Create(prompt.Id, matching.Prompts[0].Key))),
        _ => new Answer.Unknown(),
    };

    private DailyAnswer Given(Answer answer) => new()
    {
        Post = Post.Id,
        Learner = new(New.ChannelKey.Group, "ann"),
        First = answer,
        IsFirstCorrect = answer.Canonical == Right.Canonical,
        FirstAt = New.Instant("2026-11-21T10:00Z"),
        Last = answer,
        IsLastCorrect = answer.Canonical == Right.Canonical,
        Changes = 0,
        IsPractice = false,
    };
}

using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Streaks;

namespace MlaBot.Testing.Cards;

/// <summary>The cards that a question of the bank passes through.</summary>
/// <param name="item">The question.</param>
/// <param name="number">The number of its post.</param>
public sealed class RealPosts(Item item, int number = 1234)
{
    private static readonly Streak Streak = new(12, 30, 2, IsTodayDone: true, 5, []);

    /// <summary>The question.</summary>
    public Item Item { get; } = item;

    /// <summary>The post, open.</summary>
    public DailyPost Post { get; } = new()
    {
        Id = new(number),
        Number = number,
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

    /// <summary>While it is open.</summary>
    public Card Open => QuestionCards.Open(Post, Item, RealContent.Current, New.ExamId, 123);

    /// <summary>While it is open, on a platform whose answers of more than one press are forms.</summary>
    public Card OpenWithForms => QuestionCards.Open(Post, Item, RealContent.Current, New.ExamId, 123, answersInForms: true);

    /// <summary>The form of its answer, with an answer that stands.</summary>
    public Card AnswerForm => AnswerForms.Of(Post, Item, Right, "You may still change it.");

    /// <summary>After its close.</summary>
    public Card Closed => QuestionCards.Closed(Post with { State = PostState.Closing }, Item, RealContent.Current, New.ExamId, 123);

    /// <summary>The reasons, with a wrong answer of one's own.</summary>
    public Card Why => ExplanationCards.Why(Post, Item, Given(Wrong) with { Changes = 1, First = Right }, RealContent.Current, New.ExamId);

    /// <summary>The reply to a wrong answer.</summary>
    public Card Receipt => ExplanationCards.Receipt(
        new AnswerReceipt(AnswerFate.AlreadyAnswered, Post, Item, Given(Wrong), Grading.Grade(Item, Wrong)), RealContent.Current, Streak, [new(New.Date("2026-11-20"), StreakEventKind.FreezeUsed, 2)]);

    /// <summary>The public answer.</summary>
    public Card Reveal => ExplanationCards.Reveal(Post, Item, [Given(Right), Given(Wrong), Given(Wrong)], RealContent.Current);

    /// <summary>All messages of its life.</summary>
    public IEnumerable<(string Form, Card Card)> All =>
        [("open", Open), ("closed", Closed), ("why", Why), ("receipt", Receipt), ("reveal", Reveal)];

    /// <summary>A right or a wrong answer to it.</summary>
    public DailyAnswer Given(bool isRight) => Given(isRight ? Right : Wrong);

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

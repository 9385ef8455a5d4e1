using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Testing;
using MlaBot.Testing.Daily;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>A group with one open question, whose members press and type.</summary>
internal sealed class ChatGroup : IAsyncDisposable
{
    private ChatGroup(TestGroup group) => Group = group;

    public TestGroup Group { get; }

    public DailyPost Post { get; private set; } = null!;

    public Presentation Letters => Post.Presentation;

    /// <summary>Opens the first of some items; the others are left in the bank.</summary>
    public static async Task<ChatGroup> OpenAsync(Item item, FeedbackMode feedback = FeedbackMode.Immediate, params Item[] others)
    {
        var group = await TestGroup.StartAsync(feedback: feedback);
        group.Content.Current = Content(item);
        await group.ScheduleAsync("09:00");
        group.Content.Current = Content([item, .. others]);
        await group.RunToAsync("2026-03-02T08:00Z");
        return new ChatGroup(group) { Post = group.Platform.Shown[^1].Post };
    }

    public static ContentSnapshot Content(params Item[] items) => new([New.Exam(New.Domain("1", 4))], items, [], []);

    public Task<Card> PressAsync(ActionId action, string[]? values = null, string user = "ada", GroupKey? group = null, Dictionary<string, string>? fields = null) =>
        Group.Engine.Chat.HandleAsync(
            new ChatPress(action, values ?? [], Group.Channel.Key, User(user, group)) { Fields = fields ?? [] }, TestContext.Current.CancellationToken);

    public Task<Card> TypeAsync(string command, string user = "ada", GroupKey? group = null, params (string Name, string Value)[] options) =>
        Group.Engine.Chat.HandleAsync(
            new ChatRequest(
                command,
                group is { } other ? new ChannelKey(other, "study") : Group.Channel.Key,
                "study",
                User(user, group),
                options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)),
            TestContext.Current.CancellationToken);

    public Task<Card> BeginAsync(string user = "ada") => PressAsync(DailyActions.BeginDraft(Post), user: user);

    /// <summary>Chooses a step of the pack, such as s2, in the menu of a position.</summary>
    public Task<Card> StepAsync(int position, string step, string user = "ada") =>
        PressAsync(DailyActions.OrderAt(Post, position), [Letters.LetterOf(new(step))], user);

    /// <summary>Chooses a response of the pack for a prompt of the pack.</summary>
    public Task<Card> MatchAsync(string prompt, string response, string user = "ada") =>
        PressAsync(DailyActions.MatchFor(Post, Letters.NumberOf(new(prompt))), [Letters.LetterOf(new(response))], user);

    public Task<Card> SubmitAsync(string user = "ada") => PressAsync(DailyActions.SubmitDraft(Post), user: user);

    public Task<string?> DraftAsync(string user = "ada") =>
        Group.Engine.Drafts.FindAsync(Group.Learner(user), $"answer:{Post.Id}", TestContext.Current.CancellationToken);

    public Task<DailyAnswer?> AnswerAsync(string user = "ada") =>
        Group.Engine.Store.FindAnswerAsync(Post.Id, Group.Learner(user), TestContext.Current.CancellationToken);

    /// <summary>Steps of the pack in the letters of the post, as a card shows them.</summary>
    public string InLetters(params string[] steps) => Letters.InLetters(new Answer.Ordered(steps.Select(step => new PartId(step))));

    public ValueTask DisposeAsync() => Group.DisposeAsync();

    private ChatUser User(string name, GroupKey? group) =>
        new(Group.Learner(name) with { Group = group ?? Group.Channel.Key.Group }, name, IsAdmin: name.StartsWith("admin", StringComparison.Ordinal), IsBot: false);
}

/// <summary>Looks at cards.</summary>
internal static class CardReading
{
    public static string Words(this Card card) => string.Join('\n', card.Parts.Select(part => part switch
    {
        Header header => header.Text,
        Section section => section.Markdown,
        ContextLine line => line.Markdown,
        _ => "",
    }));

    public static Menu? Menu(this Card card) => card.Parts.OfType<Menu>().SingleOrDefault();

    public static IReadOnlyList<CardButton> Buttons(this Card card) => [.. card.Parts.OfType<Choices>().SelectMany(row => row.Buttons)];

    public static CardButton Button(this Card card, string label) => card.Buttons().Single(button => button.Label == label);
}

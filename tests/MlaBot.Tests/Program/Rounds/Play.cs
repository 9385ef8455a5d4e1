using System.Globalization;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>What happens in every round: its lobby, its questions, its end.</summary>
internal static class Play
{
    /// <summary>Opens a lobby by the host's command.</summary>
    public static async Task<Posting> LobbyAsync(this RoundPlace place, params (string Name, string Value)[] options)
    {
        var before = place.Public().Count;
        (await place.Host.TypeAsync("challenge start", options)).Text.ShouldContain("The lobby of round ");
        return await place.PostingAsync("Live round: ", before);
    }

    /// <summary>Lets people join by the button.</summary>
    public static async Task JoinAsync(this Posting lobby, params IEnumerable<IRoundPerson> people)
    {
        foreach (var told in await Task.WhenAll(people.Select(person => person.PressAsync(lobby, "Join"))))
        {
            told.Text.ShouldContain("You are in");
        }
    }

    /// <summary>Waits until a question of the newest round of a channel takes answers.</summary>
    public static async Task<OpenQuestion> QuestionAsync(this RoundStage stage, RoundPlace place, int number, int vote = 1)
    {
        OpenQuestion? open = null;
        await place.WaitAsync(
            () => stage.Rounds.Newest(place) is { } round
                && stage.Rounds.Questions(round.Id).SingleOrDefault(each => each.Number == number && each.Vote == vote) is { MessageId.Length: > 0 } question
                && place.Public().SingleOrDefault(each => each.Id == question.MessageId) is { } message
                && message.Text.Contains("Answers until", StringComparison.Ordinal)
                && (open = new OpenQuestion(round.Id, question.Post, message)) is not null,
            string.Create(CultureInfo.InvariantCulture, $"question {number}, vote {vote}"));
        return open!;
    }

    /// <summary>Waits until the newest round of a channel is over.</summary>
    /// <returns>The message with the table.</returns>
    public static async Task<(StoredRound Round, Posting Podium)> EndAsync(this RoundStage stage, RoundPlace place)
    {
        await place.WaitAsync(() => stage.Rounds.Newest(place) is { IsOver: true }, "the end of the round");
        var podium = place.Public().Last(message => message.Text.Contains(" is over", StringComparison.Ordinal) && !message.Text.Contains("This round is over", StringComparison.Ordinal));
        return (stage.Rounds.Newest(place)!, podium);
    }

    /// <summary>Checks that the published table is the one that follows from the stored rows.</summary>
    public static IReadOnlyList<TableLine> ShouldShowTheTable(this RoundStage stage, StoredRound round, Posting podium)
    {
        var expected = stage.Rounds.Table(round.Id);
        podium.Table.ShouldBe(expected.Take(10).Select(line => (line.Rank, Name(line.Player), line.Points, $"{line.Right} of {line.Played}")));
        return expected;
    }

    private static string Name(StoredPlayer player) => player.Name + (player.From > 1 ? string.Create(CultureInfo.InvariantCulture, $" (from question {player.From})") : "");
}

/// <summary>A question that takes answers.</summary>
/// <param name="Round">The number of its round.</param>
/// <param name="Post">What is stored.</param>
/// <param name="Message">Where it stands.</param>
internal sealed record OpenQuestion(long Round, StoredPost Post, Posting Message)
{
    /// <summary>Answers rightly.</summary>
    public Task<Told> RightAsync(IRoundPerson person) => person.AnswerAsync(Message, Post, Post.Right);

    /// <summary>Answers rightly after a number of milliseconds.</summary>
    public async Task<Told> RightAfterAsync(IRoundPerson person, int ms)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System, TestContext.Current.CancellationToken);
        return await RightAsync(person);
    }

    /// <summary>Answers wrongly.</summary>
    public Task<Told> WrongAsync(IRoundPerson person) => person.AnswerAsync(Message, Post, Post.Wrong);
}

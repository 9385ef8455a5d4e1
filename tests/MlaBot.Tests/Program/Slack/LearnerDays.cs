using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>Ways to a moment at which there is something to do, and what stands there then.</summary>
internal static class LearnerDays
{
    /// <summary>Evening of the first day: with 24 hours, the questions of all five domains are open.</summary>
    public const string Evening = "2050-03-07T21:00:05Z";

    /// <summary>Sets the study channel up and lets the first day pass.</summary>
    /// <returns>Questions 1 to 5, one of each type.</returns>
    public static async Task<Message[]> OpenFiveAsync(this SlackStage stage, string feedback = "immediate")
    {
        await stage.SetUpAsync(stage.Study, stage.Admin, $"open:24 feedback:{feedback}");
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        stage.LetClockReach(Evening);
        var questions = new Message[5];
        for (var number = 1; number <= 5; number++)
        {
            questions[number - 1] = await stage.QuestionAsync(stage.Study, number);
        }

        return questions;
    }

    /// <summary>A new member of the study group.</summary>
    public static SlackLearner Join(this SlackStage stage, string name, string zone = "UTC")
    {
        var user = stage.Server.Control.AddUser(stage.Team, name, zone);
        stage.Server.Control.AddMembers(stage.Study, user);
        return new SlackLearner(stage, user, stage.Study);
    }

    /// <summary>A person in the study channel.</summary>
    public static SlackLearner Learner(this SlackStage stage, User user) => new(stage, user, stage.Study);

    /// <summary>Waits for the message of a question.</summary>
    public static Task<Message> QuestionAsync(this SlackStage stage, Channel channel, long number) =>
        stage.MessageAsync(channel, string.Create(CultureInfo.InvariantCulture, $"Question {number} · Domain "));

    /// <summary>Waits for the reveal of a question.</summary>
    public static Task<Message> RevealAsync(this SlackStage stage, Channel channel, long number) =>
        stage.MessageAsync(channel, string.Create(CultureInfo.InvariantCulture, $"Question {number}: the answer is "));

    /// <summary>Waits for what stands in the database, which no message tells.</summary>
    public static async Task StoredAsync(this SlackStage stage, Func<bool> condition, string wish)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(30))
            {
                throw new TimeoutException($"{wish} did not come within 30 s.\n{stage.Log}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>All messages that everybody sees in a channel but those of people, oldest first.</summary>
    public static IReadOnlyList<Message> Public(this SlackStage stage, Channel channel)
    {
        lock (stage.Server.World.Gate)
        {
            return [.. channel.Messages.Where(message => message is { IsEphemeral: false, IsDeleted: false, App: not null })];
        }
    }

    /// <summary>The answer to a question that a person has stored; null for none.</summary>
    public static StoredAnswerRow? Answer(this Records records, long post, SlackLearner who) =>
        records.Answers().SingleOrDefault(answer => answer.Post == post && answer.Person == who.Id);

    /// <summary>What stands in an input of a window when it opens.</summary>
    public static IReadOnlyList<string> Standing(this View view, string block)
    {
        var element = view.Blocks.OfType<JsonObject>().Single(each => (string?)each["block_id"] == block)["element"]!;
        return element["initial_options"] is JsonArray several
            ? [.. several.Select(option => (string)option!["value"]!)]
            : element["initial_option"] is JsonObject one ? [(string)one["value"]!] : [];
    }

    /// <summary>The single letters of an answer such as <c>BDE</c>.</summary>
    public static string[] Letters(string answer) => [.. answer.Where(char.IsAsciiLetter).Select(letter => letter.ToString())];

    /// <summary>The fields of a form for an order such as <c>BDA</c>.</summary>
    public static (string Field, object? Value)[] Places(string answer) =>
        [.. Letters(answer).Select((letter, index) => (string.Create(CultureInfo.InvariantCulture, $"place{index + 1}"), (object?)letter))];

    /// <summary>The fields of a form for pairs such as <c>1B 2A 3C</c>.</summary>
    public static (string Field, object? Value)[] Pairs(string answer) =>
        [.. answer.Split(' ').Select(pair => ($"prompt{pair[0]}", (object?)pair[1..]))];
}

using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.Core.Questions;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Limits;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;
using MlaBot.Tests.Program.Slack;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>Rounds on the local Slack.</summary>
internal sealed class SlackRounds(SlackStage stage) : RoundStage
{
    public override RoundPlace Study => field ??= new Place(stage, stage.Study);

    public override Records Records => stage.Records;

    public override BotProcess Process => stage.Process;

    public override BotFolder Folder => stage.Folder;

    public override Func<TimeSpan>? OnTheWay
    {
        get => stage.Server.Faults.OnTheWay;
        set => stage.Server.Faults.OnTheWay = value;
    }

    public override async Task<RoundPlace> AddPlaceAsync(string name)
    {
        var place = new Place(stage, stage.Server.Control.AddChannel(stage.Team, name, isPrivate: false, stage.Admin));
        await place.SetUpAsync();
        return place;
    }

    public override IDisposable HoldConfirmations() => stage.Server.Faults.Add(new Fault(FaultKind.DelayAfter) { Method = "chat.postMessage", Delay = TimeSpan.FromSeconds(20) });

    public override Task KillBotAsync() => stage.KillBotAsync();

    public override Task StartBotAsync() => stage.StartBotAsync();

    public override Task ReconnectAsync() => stage.Server.SocketControl().RefreshAsync(stage.App, TestContext.Current.CancellationToken);

    public override void ShouldHaveBehaved()
    {
        stage.ShouldHaveBehaved();
        stage.Server.Limits.Hits.Where(hit => hit.Cause == LimitCause.Overrun).ShouldBeEmpty();
    }

    public override ValueTask DisposeAsync() => stage.DisposeAsync();

    private sealed class Place(SlackStage stage, Channel channel) : RoundPlace
    {
        public override string Id => channel.Id;

        public override IRoundPerson Host => field ??= new Person(stage, channel, stage.Admin);

        public override IRoundPerson Join(string name)
        {
            var user = stage.Server.Control.AddUser(stage.Team, name, "UTC");
            stage.Server.Control.AddMembers(channel, user);
            return new Person(stage, channel, user);
        }

        public override async Task SetUpAsync() => (await Host.TypeAsync("setup", ("zone", "UTC"))).Text.ShouldContain("This channel is set up");

        public override async Task WaitAsync(Func<bool> condition, string wish)
        {
            var began = TimeProvider.System.GetTimestamp();
            while (!condition())
            {
                if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
                {
                    throw new TimeoutException($"{wish} did not come in time.\n{stage.Log}\n{string.Join("\n---\n", Public().Select(each => each.Text))}");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        public override IReadOnlyList<Posting> Public() => [.. stage.Public(channel).Select(message => new Shown(message))];
    }

    private sealed class Person(SlackStage stage, Channel channel, User user) : IRoundPerson
    {
        private readonly SlackLearner _learner = new(stage, user, channel);

        public string Id => user.Id;

        public string Mention => $"<@{user.Id}|{user.Name}>";

        public Task<Told> TypeAsync(string command, params (string Name, string Value)[] options) => ToldAsync(stage.Server.Control.CommandAsync(
            user, channel, $"/mla {command} {string.Join(' ', options.Select(option => $"{option.Name}:{option.Value}"))}".TrimEnd()));

        public Task<Told> PressAsync(Posting message, string label) => ToldAsync(stage.Server.Control.PressLabelAsync(user, (Message)message.Message, label));

        public Task<Told> AnswerAsync(Posting question, StoredPost post, string letters) => post.Item switch
        {
            ChoiceItem choice when choice.Key.Count() == 1 => PressAsync(question, letters),
            ChoiceItem => FormAsync(question, "Choose three", ("picked", LearnerDays.Letters(letters))),
            OrderingItem => FormAsync(question, "Put in order", LearnerDays.Places(letters)),
            _ => FormAsync(question, "Match", LearnerDays.Pairs(letters)),
        };

        private async Task<Told> FormAsync(Posting question, string label, params (string Field, object? Value)[] values)
        {
            var window = await _learner.OpenAsync((Message)question.Message, label);
            var at = TimeProvider.System.GetUtcNow();
            var sent = await _learner.SendAsync(window.View, values);
            return new Told(await _learner.ReceiptAsync(window, sent), sent.AckAfter, at);
        }

        private async Task<Told> ToldAsync(Task<Act> acting)
        {
            var act = await acting;
            act.IsTimedOut.ShouldBeFalse($"{act} was not acknowledged in time\n{stage.Log}");
            var answer = await act.MessageAsync(TestContext.Current.CancellationToken);
            answer.Reader.ShouldBe(user, answer.Words);
            answer.Words.ShouldBeFreeOfTraces();
            answer.Words.ShouldNotContain("(error ", customMessage: stage.Log);
            var after = act.Kind == "block_actions" ? await act.AnsweredAfter : act.AckAfter;
            return new Told(answer.Words, after, At(act));
        }

        private static DateTimeOffset At(Act act) => act.Payload["actions"]?[0]?["action_ts"] is { } ts
            ? DateTimeOffset.UnixEpoch + TimeSpan.FromMilliseconds((double)(decimal.Parse((string)ts!, CultureInfo.InvariantCulture) * 1000))
            : TimeProvider.System.GetUtcNow();
    }

    private sealed record Shown(Message Own) : Posting(Own, Own.Ts)
    {
        public override string Text => Own.Words;

        public override int Edits => Own.Edits;

        public override IReadOnlyList<(int Rank, string Name, int Points, string Right)> Table =>
        [
            .. Own.Blocks.OfType<JsonObject>()
                .Where(block => (string?)block["type"] == "table")
                .SelectMany(block => block["rows"]!.AsArray().Skip(1))
                .Select(row => row!.AsArray().Select(Words).ToArray())
                .Select(cells => (int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3])),
        ];

        private static string Words(JsonNode? node) => node switch
        {
            JsonObject part when part["text"] is JsonValue text => (string)text!,
            JsonObject part => string.Concat(part.Select(field => field.Value is JsonValue ? "" : Words(field.Value))),
            JsonArray parts => string.Concat(parts.Select(Words)),
            _ => "",
        };
    }
}

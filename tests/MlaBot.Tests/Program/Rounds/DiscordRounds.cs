using System.Globalization;
using System.Text.RegularExpressions;
using MlaBot.Core.Questions;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;
using MlaBot.Tests.Program.Discord;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>Rounds on the local Discord.</summary>
internal sealed partial class DiscordRounds(DiscordStage stage) : RoundStage
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
        var place = new Place(stage, stage.Server.Control.AddChannel(stage.Guild, name));
        await place.SetUpAsync();
        return place;
    }

    public override IDisposable HoldConfirmations() =>
        stage.Server.Faults.Add(new Fault(FaultKind.DelayAfter) { Method = "POST", Route = Route.Messages, Delay = TimeSpan.FromSeconds(20) });

    public override Task KillBotAsync() => stage.KillBotAsync();

    public override Task StartBotAsync() => stage.StartBotAsync();

    public override async Task ReconnectAsync()
    {
        var gateway = stage.Server.GatewayControl();
        var resumed = gateway.Of(6).Count;
        gateway.AskToReconnect();
        await stage.WaitAsync(() => gateway.Of(6).Count > resumed, "a resumed session");
    }

    public override void ShouldHaveBehaved()
    {
        stage.ShouldHaveBehaved();
        stage.Server.Requests.Where(request => request.Status == 429).ShouldBeEmpty();
    }

    public override ValueTask DisposeAsync() => stage.DisposeAsync();

    private sealed class Place(DiscordStage stage, Channel channel) : RoundPlace
    {
        public override string Id => channel.Id.ToString(CultureInfo.InvariantCulture);

        public override IRoundPerson Host => field ??= new Person(stage, channel, stage.Admin);

        public override IRoundPerson Join(string name)
        {
            var user = stage.Server.Control.AddUser(name);
            stage.Server.Control.AddMember(stage.Guild, user);
            return new Person(stage, channel, user);
        }

        public override async Task SetUpAsync() => (await stage.SetUpAsync(channel, stage.Admin)).Text.ShouldContain("This channel is set up");

        public override Task WaitAsync(Func<bool> condition, string wish) => stage.Server.Control.WaitUntilAsync(
            condition, $"{wish}\n{stage.Log}\n{string.Join("\n---\n", Public().Select(each => each.Text))}", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        public override IReadOnlyList<Posting> Public() => [.. stage.Server.Control.Public(channel).Where(message => message.Author == stage.App.User).Select(message => new Shown(message))];
    }

    private sealed class Person(DiscordStage stage, Channel channel, User user) : IRoundPerson
    {
        private readonly Learner _learner = new(stage, user, channel);

        public string Id => _learner.Id;

        public string Mention => Id;

        public Task<Told> TypeAsync(string command, params (string Name, string Value)[] options) => ToldAsync(stage.Server.Control.Command(
            user, channel, command, options.ToDictionary(option => option.Name, option => (object)option.Value, StringComparer.Ordinal)));

        public Task<Told> PressAsync(Posting message, string label)
        {
            var source = (Message)message.Message;
            return ToldAsync(stage.Server.Control.Press(user, source, stage.ButtonId(source, label)));
        }

        public Task<Told> AnswerAsync(Posting question, StoredPost post, string letters) => post.Item switch
        {
            ChoiceItem choice when choice.Key.Count() == 1 => PressAsync(question, letters),
            ChoiceItem => ChooseAsync((Message)question.Message, "Choose three", Letters(letters)),
            OrderingItem => DraftAsync(question, "Put in order", [.. Letters(letters).Select((letter, index) => ($"Step {index + 1} of 3", letter))]),
            _ => DraftAsync(question, "Match", [.. letters.Split(' ').Select(pair => ($"Response to {pair[0]}", pair[1..]))]),
        };

        private static string[] Letters(string answer) => [.. answer.Where(char.IsAsciiLetter).Select(letter => letter.ToString())];

        private Task<Told> ChooseAsync(Message message, string prompt, params string[] values) =>
            ToldAsync(stage.Server.Control.Choose(user, message, _learner.Menu(message, prompt).Text("custom_id")!, values));

        private async Task<Told> DraftAsync(Posting question, string begin, IReadOnlyList<(string Prompt, string Letter)> choices)
        {
            var draft = (await _learner.PressAsync((Message)question.Message, begin)).Message!;
            foreach (var (prompt, letter) in choices)
            {
                await ChooseAsync(draft, prompt, letter);
            }

            return await ToldAsync(stage.Server.Control.Press(user, draft, stage.ButtonId(draft, "Submit")));
        }

        private async Task<Told> ToldAsync(Interaction interaction)
        {
            var reply = await interaction.FirstResponse;
            reply.IsFailed.ShouldBeFalse($"the bot did not respond\n{stage.Log}");
            await stage.SettledAsync(reply);
            if (reply.Message is { } message)
            {
                message.OnlyFor.ShouldBe(user.Id, message.Text);
            }

            reply.Text.ShouldBeFreeOfTraces();
            reply.Text.ShouldNotContain("(error ", customMessage: stage.Log);
            return new Told(reply.Text, reply.Delay, interaction.At);
        }
    }

    private sealed partial record Shown(Message Own) : Posting(Own, Own.Id.ToString(CultureInfo.InvariantCulture))
    {
        public override string Text => Own.Text;

        public override int Edits => Own.Edits;

        public override IReadOnlyList<(int Rank, string Name, int Points, string Right)> Table =>
        [
            .. Line().Matches(Text).Select(line => (
                int.Parse(line.Groups["rank"].ValueSpan, CultureInfo.InvariantCulture),
                line.Groups["name"].Value,
                int.Parse(line.Groups["points"].ValueSpan, CultureInfo.InvariantCulture),
                line.Groups["right"].Value)),
        ];

        [GeneratedRegex(@"Rank (?<rank>\d+)\W+Name: (?<name>.+) · Points: (?<points>\d+) · Right: (?<right>\d+ of \d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Line();
    }
}

using System.Globalization;
using System.Text;
using MlaBot.SlackServer.Sockets;
using MlaBot.Tests.Program.Discord;

namespace MlaBot.Tests.Program.Slack;

/// <summary>Nonsense through real sockets to the real program.</summary>
/// <remarks><c>MLABOT_SOCKET_FUZZ</c> sets the number of payloads.</remarks>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ITestOutputHelper console)
{
    private const int BetweenPresses = 500;
    private const string Who = """ "team":{"id":"T9"},"user":{"id":"UNOBODY","username":"ben"},"trigger_id":"NUMBER.a","response_url":"http://127.0.0.1:1/x" """;

    private static readonly string[] Seeds =
    [
        Envelope("interactive", "{\"type\":\"block_actions\"," + Who + ""","channel":{"id":"CNOWHERE","name":"x"},"container":{"type":"message","message_ts":"1.1"},"actions":[{"action_id":"daily.answer:1:A","value":"A","action_ts":"NUMBER"}]}"""),
        Envelope("interactive", "{\"type\":\"view_submission\"," + Who + ""","view":{"id":"V1","hash":"NUMBER","type":"modal","callback_id":"daily.submit:1","state":{"values":{"a":{"b":{"type":"checkboxes","selected_options":[{"value":"A"}]}}}}}}"""),
        Envelope("events_api", """{"type":"event_callback","event_id":"EvNUMBER","event":{"type":"app_home_opened","user":"UNOBODY","tab":"home"}}"""),
        Envelope("events_api", """{"type":"event_callback","event_id":"EvNUMBER","event":{"type":"channel_deleted","channel":"CNOWHERE"}}"""),
        Envelope("events_api", """{"type":"app_rate_limited","team_id":"T9"}"""),
        Envelope("brand_new", """{"a":1}"""),
        """{"type":"hello","num_connections":1}""",
        """{"type":"nothing we know"}""",
    ];

    [Fact]
    public async Task Five_thousand_broken_frames_keep_no_press_from_its_answer()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var sockets = stage.Server.SocketControl();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await stage.WaitAsync(() => sockets.Figures(stage.App).Open == 2, "both sockets");
        var (rounds, random, longest) = (Settings.Number("MLABOT_SOCKET_FUZZ", 5_000), new Random(20261121), TimeSpan.Zero);

        for (var round = 0; round < rounds; round++)
        {
            sockets.SendText(Next(random, round));
            if (round % BetweenPresses == 0)
            {
                var act = await control.PressLabelAsync(round % 2 == 0 ? stage.Ana : stage.Ben, question, "A");
                act.IsTimedOut.ShouldBeFalse(stage.Log);
                (await act.MessageAsync(TestContext.Current.CancellationToken)).Words.ShouldContain("Your answer to question 1: A");
                longest = act.AckAfter > longest ? act.AckAfter : longest;
            }
        }

        console.WriteLine(FormattableString.Invariant($"{rounds} frames on each socket, {rounds / BetweenPresses} presses answered, slowest {longest.TotalMilliseconds:0} ms, {sockets.Visits.Count} sockets"));
        sockets.Visits.Count.ShouldBe(2, "no text ends a socket");
        stage.Process.Errors.ShouldBeFreeOfTraces();
        stage.Log.ShouldNotContain("fail:", Case.Sensitive);
        stage.Records.Integrity().ShouldBe("ok");
    }

    private static string Envelope(string type, string payload) => $$"""{"envelope_id":"e-NUMBER","type":"{{type}}","accepts_response_payload":false,"payload":{{payload}}}""";

    private static string Next(Random random, int round)
    {
        var sound = Seeds[random.Next(Seeds.Length)].Replace("NUMBER", round.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(sound);
        switch (random.Next(5))
        {
            case 0:
                var noise = new byte[random.Next(1, 300)];
                random.NextBytes(noise);
                return Encoding.Latin1.GetString(noise);
            case 1:
                return Encoding.UTF8.GetString(bytes, 0, random.Next(1, bytes.Length));
            case 2:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return Encoding.Latin1.GetString(bytes);
            case 3:
                return sound.Replace("\"id\":\"", "\"id\":null,\"no\":\"", StringComparison.Ordinal);
            default:
                return sound;
        }
    }
}

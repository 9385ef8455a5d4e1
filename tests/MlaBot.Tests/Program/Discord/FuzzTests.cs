using System.Globalization;
using System.Text;
using MlaBot.DiscordServer.Gateway;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Nonsense through a real socket to the real program.</summary>
/// <remarks><c>MLABOT_SOCKET_FUZZ</c> sets the number of payloads.</remarks>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ITestOutputHelper console)
{
    private const int BetweenPresses = 500;

    // Ids that are nobody's: nonsense about the real guild would rightly stop its schedules.
    private const string Who = """"application_id":"1200000000000000002","token":"bm9uc2Vuc2U","version":1,"guild_id":"1200000000000000003","channel_id":"1200000000000000004","member":{"user":{"id":"1200000000000000006","username":"ben"},"permissions":"32"}"""";

    private static readonly string[] Seeds =
    [
        "{\"t\":\"INTERACTION_CREATE\",\"s\":1,\"op\":0,\"d\":{\"id\":\"1200000000000000011\"," + Who + ""","type":3,"data":{"component_type":2,"custom_id":"daily.answer:1:A"},"message":{"id":"7","flags":32768}}}""",
        "{\"t\":\"INTERACTION_CREATE\",\"s\":1,\"op\":0,\"d\":{\"id\":\"1200000000000000012\"," + Who + ""","type":2,"data":{"id":"9","name":"schedule","options":[{"name":"pause","type":1,"options":[{"name":"schedule","value":1}]}]}}}""",
        """{"t":"GUILD_CREATE","s":1,"op":0,"d":{"id":"1200000000000000003","name":"Nobody","unavailable":false}}""",
        """{"t":"GUILD_DELETE","s":1,"op":0,"d":{"id":"1200000000000000003","unavailable":true}}""",
        """{"t":"CHANNEL_DELETE","s":1,"op":0,"d":{"id":"1200000000000000004","guild_id":"1200000000000000003"}}""",
        """{"t":"MESSAGE_CREATE","s":1,"op":0,"d":{"id":"5","content":"hello"}}""",
        """{"op":11}""",
        """{"op":42,"d":null}""",
    ];

    [Fact]
    public async Task Twenty_thousand_broken_payloads_keep_no_press_from_its_answer()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var gateway = stage.Server.GatewayControl();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var (rounds, random, longest) = (Settings.Number("MLABOT_SOCKET_FUZZ", 20_000), new Random(20261121), TimeSpan.Zero);

        for (var round = 0; round < rounds; round++)
        {
            Send(gateway, random);
            if (round % BetweenPresses == 0)
            {
                // Somebody else each time: one person alone would be told to slow down.
                var person = control.AddUser($"learner{round / BetweenPresses}");
                control.AddMember(stage.Guild, person);
                var response = await control.PressLabelAsync(person, question, "A");
                response.Text.ShouldContain("Your answer to question 1: **A**", customMessage: stage.Process.Errors);
                longest = response.Delay > longest ? response.Delay : longest;
            }
        }

        console.WriteLine(FormattableString.Invariant($"{rounds} payloads, {rounds / BetweenPresses} presses answered, slowest {longest.TotalMilliseconds:0} ms, {gateway.Visits.Count} connection"));
        gateway.Visits.Count.ShouldBe(1, "no text ends a connection");

        // A binary message belongs to a compressed stream, so here nothing behind it could be understood: another connection takes over.
        gateway.SendBytes(new byte[] { 1, 2, 3 });
        await stage.WaitAsync(() => gateway.Of(6).Count == 1, "a resume");
        (await control.PressLabelAsync(stage.Ana, question, "A")).IsFailed.ShouldBeFalse();
        stage.Process.Errors.ShouldBeFreeOfTraces();
        stage.Records.Integrity().ShouldBe("ok");
    }

    private static void Send(GatewayControl gateway, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]);
        // Behind the opcode only: what asks for a new connection has tests of its own.
        var data = Math.Max(bytes.AsSpan().IndexOf("\"d\":"u8), 0) + 4;
        switch (random.Next(5))
        {
            case 0:
                var noise = new byte[random.Next(1, 300)];
                random.NextBytes(noise);
                gateway.SendText(Encoding.Latin1.GetString(noise));
                break;
            case 1:
                gateway.SendText(Encoding.UTF8.GetString(bytes, 0, random.Next(1, bytes.Length)));
                break;
            case 2 when data < bytes.Length:
                bytes[random.Next(data, bytes.Length)] = (byte)random.Next(256);
                gateway.SendText(Encoding.Latin1.GetString(bytes));
                break;
            case 3:
                // Another id, so that it is not taken for a repetition.
                gateway.SendText(Encoding.UTF8.GetString(bytes).Replace("12000000000000000", random.NextInt64(10_000_000_000_000_000, 90_000_000_000_000_000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
                break;
            default:
                gateway.SendText(Encoding.UTF8.GetString(bytes).Replace("{\"id\"", "{\"id\":null,\"no\"", StringComparison.Ordinal));
                break;
        }
    }
}

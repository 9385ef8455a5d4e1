using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>What only a person can mend ends the program with a sentence that says how.</summary>
public sealed class FatalTests
{
    [Theory]
    [InlineData(4004, "Discord does not know the token in Discord:Token. Copy it anew")]
    [InlineData(4011, "too many servers for the shards it runs")]
    [InlineData(4013, "Update MlaBot; if it is up to date, report it as a bug with code 4013.")]
    [InlineData(4014, "MlaBot needs only GUILDS and none of the privileged intents")]
    public async Task A_close_that_no_new_try_can_mend_ends_the_running_program(int code, string sentence)
    {
        await using var stage = await DiscordStage.StartAsync();

        stage.Server.GatewayControl().Close(code, "as a test asks");

        (await stage.Process.ExitAsync()).ShouldBe(1, stage.Process.Errors);
        stage.Process.Errors.ShouldContain(sentence);
        stage.Process.Errors.ShouldBeFreeOfTraces();
        stage.Server.GatewayControl().Visits.Count.ShouldBe(1, "it does not come back");
        stage.ShouldEndClean();
    }

    [Fact]
    public async Task A_token_that_is_reset_while_the_bot_runs_ends_it()
    {
        await using var stage = await DiscordStage.StartAsync();
        var old = stage.App.Token;
        stage.App.Token = old[..^4] + "wxyz";

        stage.Server.GatewayControl().Cut();

        (await stage.Process.ExitAsync()).ShouldBe(1, stage.Process.Errors);
        stage.Process.Errors.ShouldContain("Discord does not know the token in Discord:Token.");
        stage.Process.Errors.ShouldNotContain(old);
        stage.ShouldEndClean();
    }

    [Fact]
    public async Task A_refused_token_ends_the_bot_while_its_gateway_is_up_and_the_reveal_comes_after_the_next_start()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.QuestionAsync(stage.Study, 1);

        using (stage.Server.Faults.Add(new Fault(FaultKind.Refuse) { Status = 401, Message = "401: Unauthorized", Method = "POST", Route = Route.Messages }))
        {
            stage.LetClockReach("2050-03-07T21:00:05Z");
            (await stage.Process.ExitAsync()).ShouldBe(1, stage.Process.Errors);
        }

        stage.Process.Errors.ShouldContain("Discord does not know the token in Discord:Token. Copy it anew");
        stage.Server.GatewayControl().Visits.Count.ShouldBe(1, "the gateway was not what ended it");
        stage.ShouldEndClean();
        await stage.KillBotAsync();

        await stage.StartBotAsync();
        await stage.RevealAsync(stage.Study, 1);
    }
}

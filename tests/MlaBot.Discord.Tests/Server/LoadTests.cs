using System.Net.Http.Headers;
using System.Net.Http.Json;
using MlaBot.DiscordServer;

namespace MlaBot.Discord.Tests.Server;

public sealed class LoadTests
{
    [Fact]
    public async Task A_thousand_presses_and_two_thousand_posts_are_all_kept_once()
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = await DiscordTestServer.StartAsync(new() { LimitsRates = false }, token);
        var control = server.Control;
        var (owner, bot) = (control.AddUser("olga"), control.AddBot());
        var guild = control.AddGuild("Study group", owner);
        control.JoinBot(guild, bot);
        var channels = Enumerable.Range(0, 20).Select(number => control.AddChannel(guild, $"c{number}")).ToList();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", bot.Token);
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        var begun = TimeProvider.System.GetTimestamp();

        await Parallel.ForAsync(0, 2000, token, async (number, stop) =>
        {
            using var response = await http.PostAsJsonAsync($"{server.ApiBaseUrl}/channels/{channels[number % 20].Id}/messages", LocalDiscord.Card($"Post {number}"), stop);
            response.EnsureSuccessStatusCode();
        });
        var posted = TimeProvider.System.GetElapsedTime(begun);
        var message = channels[0].Messages[0];
        await Parallel.ForAsync(0, 1000, token, async (_, stop) =>
        {
            var press = control.Press(owner, message, "answer:A");
            using var response = await http.PostAsJsonAsync($"{server.ApiBaseUrl}/interactions/{press.Id}/{press.Token}/callback", new { type = 6 }, stop);
            response.EnsureSuccessStatusCode();
        });

        TestContext.Current.SendDiagnosticMessage($"posts {posted}, presses {TimeProvider.System.GetElapsedTime(begun) - posted}");
        channels.SelectMany(channel => channel.Messages).Select(post => post.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(2000);
        channels.ShouldAllBe(channel => channel.Messages.Select(post => post.Id).SequenceEqual(channel.Messages.Select(post => post.Id).Order()));
        server.World.Interactions.Values.Count(press => press.AnsweredWith == 6).ShouldBe(1000);
        server.World.Violations.ShouldBeEmpty();
    }
}

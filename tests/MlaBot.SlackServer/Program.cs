using System.Globalization;
using MlaBot.SlackServer;

var port = args is ["--port", var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 7901;
await using var server = await SlackTestServer.StartAsync(new() { Port = port });
var team = server.Control.AddTeam("Study group");
var olga = server.Control.AddUser(team, "olga", "Europe/Berlin", isOwner: true);
var people = new[] { olga, server.Control.AddUser(team, "ada", "Europe/London"), server.Control.AddUser(team, "ben", "America/New_York"), server.Control.AddUser(team, "chen", "Asia/Singapore") };
server.Control.AddChannel(team, "general", isPrivate: false, people);
var daily = server.Control.AddChannel(team, "daily", isPrivate: false, people);
var app = server.Control.AddApp(team);
server.Control.InviteBot(daily, app, olga);
Console.WriteLine($"Slack test server: {server.ApiBaseUrl}");
Console.WriteLine($"Look at it:        {server.BaseAddress}");
Console.WriteLine($"Bot token:         {app.BotToken}");
Console.WriteLine($"App token:         {app.AppToken}");

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);

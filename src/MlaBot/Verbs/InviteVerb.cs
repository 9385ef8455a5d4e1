using System.CommandLine;
using MlaBot.Core;
using MlaBot.Discord;

namespace MlaBot.Verbs;

/// <summary><c>invite discord</c>: prints the link by which an admin adds the bot to a server.</summary>
internal static class InviteVerb
{
    public static Command Create()
    {
        var application = new Option<string>("--application") { Description = "The application's id; without it Discord is asked by the token" };
        var discord = new Command("discord", "Print the link that adds the bot to a Discord server") { application };
        discord.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(application), cancellationToken));
        return new Command("invite", "Print the link that adds the bot to a group") { discord };
    }

    private static Task<int> RunAsync(string? application, CancellationToken cancellationToken) => VerbRunner.RunAsync(async options =>
    {
        if (application is not null && (application.Length == 0 || !application.All(char.IsAsciiDigit)))
        {
            await Console.Error.WriteLineAsync("That is not the id of an application: it is a number of 17 to 20 digits, in the Developer Portal under General Information.");
            return 2;
        }

        if (application is null && options.Discord is null)
        {
            await Console.Error.WriteLineAsync("Discord:Token is not set, so I cannot ask Discord who I am. Set it, or give the application's id with --application.");
            return 1;
        }

        switch (application is null ? await DiscordInspection.ApplicationIdAsync(options.Discord!, cancellationToken) : application)
        {
            case Outcome<string>.Ok(var id):
                await Console.Out.WriteLineAsync(InviteLink.For(id));
                return 0;
            case Outcome<string>.Refused(var reason):
                await Console.Error.WriteLineAsync($"{reason.Sentence} {reason.NextStep}".TrimEnd());
                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    });
}

namespace MlaBot.Discord.Registration;

/// <summary>A command, subcommand or option in another language.</summary>
/// <param name="Name">What people type there, by the rules of the original name.</param>
/// <param name="Description">What it does, 1 to 100 characters.</param>
internal sealed record CommandWording(string Name, string Description);

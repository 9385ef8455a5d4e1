namespace MlaBot.Discord.Wire;

/// <summary>Starts a thread from a message. The name has 1 to 100 characters; minutes are 60, 1440, 4320 or 10080.</summary>
internal sealed record NewThread(string Name, int AutoArchiveDuration);

/// <summary>Opens the channel of private messages with a person.</summary>
internal sealed record NewPrivateChannel(string RecipientId);

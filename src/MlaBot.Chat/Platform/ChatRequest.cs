using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Chat.Platform;

/// <summary>A person as a platform names them.</summary>
/// <param name="Key">Group and user id.</param>
/// <param name="Name">The display name that came with the event.</param>
/// <param name="IsAdmin">True when the platform gives the person admin rights in this channel.</param>
/// <param name="IsBot">True for bots and integrations: they cannot answer.</param>
public sealed record ChatUser(LearnerKey Key, string Name, bool IsAdmin, bool IsBot)
{
    /// <summary>The IANA zone of the person's profile on the platform; empty when the platform does not say it.</summary>
    public string Zone { get; init; } = "";

    /// <summary>False when the platform could not be asked in time whether the person is an admin.</summary>
    public bool HasKnownRights { get; init; } = true;
}

/// <summary>A slash command as an adapter read it.</summary>
/// <param name="Command">The command's full name, such as <c>service</c> or <c>schedule pause</c>.</param>
/// <param name="Channel">Where it was typed.</param>
/// <param name="ChannelName">The channel's display name.</param>
/// <param name="User">Who typed it.</param>
/// <param name="Options">Values by option name, as typed.</param>
public sealed record ChatRequest(
    string Command, ChannelKey Channel, string ChannelName, ChatUser User, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The channel to which the place belongs in which it was typed, such as that of a thread; null for a channel of its own.</summary>
    public ChannelKey? Parent { get; init; }

    /// <summary>Display names of the channels, roles and persons among the options, by platform id, where the platform says them.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>An option's value, trimmed; empty when it was not given.</summary>
    public string Option(string name) => Options.TryGetValue(name, out var value) ? value.Trim() : "";
}

/// <summary>A press of a button or a finished menu or form.</summary>
/// <param name="Action">What the control means.</param>
/// <param name="Values">What was chosen in it; empty for a button.</param>
/// <param name="Channel">Where the message stands.</param>
/// <param name="User">Who pressed.</param>
public sealed record ChatPress(ActionId Action, IReadOnlyList<string> Values, ChannelKey Channel, ChatUser User)
{
    /// <summary>What was filled into a form, by the fields' names; empty for buttons and menus.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Display names of the chosen channels and roles, by platform id, where the platform says them.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The channel's display name; empty when the platform did not say it.</summary>
    public string ChannelName { get; init; } = "";

    /// <summary>How long ago the platform took the press, by its own clock; zero when it does not say. Not negative.</summary>
    public Duration Age { get; init; }

    /// <summary>What was filled into a field, trimmed; empty when it was left empty.</summary>
    public string Field(string name) => Fields.TryGetValue(name, out var value) ? value.Trim() : "";
}

/// <summary>A request for the choices of an option that is being typed.</summary>
/// <param name="Command">The command's full name.</param>
/// <param name="Option">The option's name.</param>
/// <param name="Typed">What was typed so far.</param>
/// <param name="Channel">Where.</param>
public sealed record ChatTyping(string Command, string Option, string Typed, ChannelKey Channel);

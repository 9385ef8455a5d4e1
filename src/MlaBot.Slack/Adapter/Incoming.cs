using MlaBot.Chat.Platform;
using MlaBot.Slack.SocketMode;

namespace MlaBot.Slack.Adapter;

/// <summary>An envelope in the words of the chat layer, with what its answer needs.</summary>
/// <param name="Envelope">The envelope, to be acknowledged.</param>
/// <param name="Key">What tells a second delivery of the same act from a new one; empty where that does not matter.</param>
internal abstract record Incoming(SocketEnvelope Envelope, string Key)
{
    /// <summary>A slash command.</summary>
    /// <param name="Envelope">The envelope.</param>
    /// <param name="Key">The trigger's id.</param>
    /// <param name="Command">The typed command, with its slash.</param>
    /// <param name="Text">What was typed after it.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Doer">Who.</param>
    /// <param name="Exit">Where the answer goes.</param>
    internal sealed record Slash(SocketEnvelope Envelope, string Key, string Command, string Text, Place Place, Doer Doer, Exit Exit) : Incoming(Envelope, Key);

    /// <summary>A press of a button or a choice in a menu.</summary>
    internal sealed record Pressed(SocketEnvelope Envelope, string Key, ActionId Action, IReadOnlyList<string> Values, string ChosenChannel, Place Place, Doer Doer, Exit Exit)
        : Incoming(Envelope, Key)
    {
        /// <summary>When Slack took the press, as it writes it; empty when it did not say.</summary>
        public string Taken { get; init; } = "";
    }

    /// <summary>A form that was sent.</summary>
    internal sealed record Submitted(SocketEnvelope Envelope, string Key, ActionId Action, IReadOnlyDictionary<string, string> Fields, Place Place, Doer Doer, Exit Exit)
        : Incoming(Envelope, Key);

    /// <summary>A field that suggests while somebody types.</summary>
    internal sealed record Typed(SocketEnvelope Envelope, ActionId Action, string Text, Place Place) : Incoming(Envelope, "");

    /// <summary>A shortcut from Slack's own menus.</summary>
    /// <param name="Envelope">The envelope.</param>
    /// <param name="Key">The trigger's id.</param>
    /// <param name="Callback">Its name in the manifest.</param>
    /// <param name="Text">The text of the message that it was used on; empty for a global one.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Doer">Who.</param>
    /// <param name="Exit">Where the answer goes.</param>
    internal sealed record Shortcut(SocketEnvelope Envelope, string Key, string Callback, string Text, Place Place, Doer Doer, Exit Exit) : Incoming(Envelope, Key);

    /// <summary>An event.</summary>
    internal sealed record Happened(SocketEnvelope Envelope, string Key, Wire.SlackEvent Event) : Incoming(Envelope, Key);

    /// <summary>What needs no answer but an acknowledgement.</summary>
    /// <param name="Envelope">The envelope.</param>
    /// <param name="What">For the log.</param>
    internal sealed record Nothing(SocketEnvelope Envelope, string What) : Incoming(Envelope, "");
}

/// <summary>Where something happened.</summary>
/// <param name="Channel">The channel's id; the person's own id where there is none (Home, a global shortcut).</param>
/// <param name="Name">The channel's name; empty when Slack did not say it.</param>
internal readonly record struct Place(string Channel, string Name);

/// <summary>Who did something, as the payload says.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Name">The handle; the display name has to be asked for.</param>
internal readonly record struct Doer(string Id, string Name);

using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>An interaction and how the bot answered it.</summary>
public sealed class Interaction(ulong id, string token, int type, Bot bot, User user, Channel channel)
{
    public const int CommandType = 2;
    public const int ComponentType = 3;
    public const int AutocompleteType = 4;
    public const int ModalType = 5;

    public ulong Id { get; } = id;

    public string Token { get; } = token;

    public int Type { get; } = type;

    public Bot Bot { get; } = bot;

    public User User { get; } = user;

    public Channel Channel { get; } = channel;

    public required JsonObject Data { get; init; }

    /// <summary>The message of the control, also for a modal opened from one.</summary>
    public Message? Source { get; init; }

    /// <summary>Timestamp of the world's clock.</summary>
    public required long SentAt { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The callback type of the first answer; null until it came.</summary>
    public int? AnsweredWith { get; set; }

    /// <summary>The message of the answer: the new one, or the source of an update.</summary>
    public Message? Original { get; set; }

    /// <summary>Messages that came after the first answer by <c>POST /webhooks/...</c>; filling a "thinking" one is not counted.</summary>
    public int FollowUps { get; set; }

    /// <summary>Edits of any message through this interaction's token.</summary>
    public int Edits { get; set; }

    /// <summary>The modal that was opened, as it was sent.</summary>
    public JsonObject? Modal { get; set; }

    /// <summary>Held so that it is not collected before it fires.</summary>
    internal ITimer? Timer { get; set; }

    /// <summary>While it is on its way; held for the same reason.</summary>
    internal ITimer? Travel { get; set; }

    internal TaskCompletionSource<FirstResponse> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first answer, or after 3 s with a failure.</summary>
    public Task<FirstResponse> FirstResponse => Completion.Task;
}

/// <summary>What the person sees first.</summary>
/// <param name="Type">The callback type, 4 to 9; 0 when the interaction failed.</param>
/// <param name="Delay">From the event to the answer.</param>
public sealed record FirstResponse(int Type, TimeSpan Delay)
{
    /// <summary>The new or updated message; null for modals, choices and failures.</summary>
    public Message? Message { get; init; }

    public JsonObject? Modal { get; init; }

    public IReadOnlyList<AutocompleteChoice> Choices { get; init; } = [];

    /// <summary>"The application did not respond".</summary>
    public bool IsFailed => Type == 0;

    /// <summary>The text of the message or modal at the moment it is asked.</summary>
    public string Text => Message?.Text ?? (Modal is { } modal ? modal.Text("title") + "\n" + MessageText.Of(modal.List("components") ?? []) : "");
}

/// <summary>A suggestion for an option that is being typed; the value is a string or a number.</summary>
public sealed record AutocompleteChoice(string Name, string Value);

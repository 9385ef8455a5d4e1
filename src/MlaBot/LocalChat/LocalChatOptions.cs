namespace MlaBot.LocalChat;

/// <summary>How a local chat is run.</summary>
/// <param name="DataFolder">The folder that keeps <c>local-chat.jsonl</c>; made when it is missing.</param>
internal sealed record LocalChatOptions(string DataFolder)
{
    /// <summary>The person that the chat begins with.</summary>
    public string FirstPerson { get; init; } = "you";

    /// <summary>Where lines come from when the chat is not interactive.</summary>
    public TextReader Input { get; init; } = Console.In;

    /// <summary>Where the chat is shown.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>True for a person at a terminal: colours, panels and a prompt that stays below what is posted.</summary>
    public bool IsInteractive { get; init; } = HasTerminal();

    private static bool HasTerminal() =>
        !Console.IsInputRedirected && !Console.IsOutputRedirected
        && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
}

using MlaBot.Benchmarks.Processes;
using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Discord;

/// <summary>A bot in its own process and guild, with a question that people can press.</summary>
internal sealed class Contestant(DiscordControl control, ChildProcess process, Guild guild, Channel channel, Message question) : IAsyncDisposable
{
    // What somebody types who looks for one service, key by key.
    private const string Words = "sagemaker model monitor";

    public ChildProcess Process => process;

    public Guild Guild => guild;

    /// <summary>The text of the question, as people see it.</summary>
    public string QuestionText => question.Text;

    /// <summary>A person's first answer.</summary>
    public Task<FirstResponse> PressAsync(User person, int number) => control.PressLabelAsync(person, question, "ABCD"[number % 4].ToString());

    /// <summary>One more key in the option of <c>/service</c>.</summary>
    public Task<FirstResponse> TypeAsync(User person, int number) =>
        control.AutocompleteAsync(person, channel, "service", "words", Words[..(1 + (number % Words.Length))]);

    public ValueTask DisposeAsync() => process.DisposeAsync();
}

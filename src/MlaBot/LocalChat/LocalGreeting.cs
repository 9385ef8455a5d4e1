using MlaBot.Chat.Cards;
using MlaBot.LocalChat.Rendering;
using MlaBot.LocalChat.Transcript;

namespace MlaBot.LocalChat;

/// <summary>What a person at a terminal sees first: what this is, how to use it, and where the chat stopped.</summary>
internal sealed class LocalGreeting(ILocalScreen screen, LocalTranscript transcript, LocalTimes times, LocalChatOptions options) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _isDone;

    private static readonly Card Banner = new(
        new Section("A study bot for the AWS exams MLA-C01 and MLA-C02, tried out on this terminal. You are in the channel **#study** of a group of your own; nothing leaves this machine."),
        new Section(
            "- Answer a question with its letter, such as `B`, or with its number first: `12 AC`.\n"
            + "- `/help` shows the commands, `/help local` those of this terminal.\n"
            + "- `/as ana` goes on as another person, `/time +1d` moves the clock to tomorrow, `/quit` ends."));

    /// <summary>Greets a person at a terminal, once; what is posted while the program starts comes after it.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (options.IsInteractive && !_isDone)
            {
                await ShowAsync(cancellationToken);
            }

            _isDone = true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var time = await times.FormatAsync(cancellationToken);
        screen.Show("MlaBot", Banner, time);
        foreach (var message in transcript.Latest)
        {
            var about = message.ReplyTo is null ? null : transcript.Headline(message.ReplyTo);
            screen.Show(Headings.Post(await times.StampAsync(message.PostedAt, cancellationToken), about), message.Text, time);
        }
    }
}

using MlaBot.Chat.Cards;
using MlaBot.LocalChat.Rendering;
using MlaBot.LocalChat.Transcript;

namespace MlaBot.LocalChat;

/// <summary>What a person at a terminal sees first: what this is, how to use it, and where the chat stopped.</summary>
internal sealed class LocalGreeting(ILocalScreen screen, LocalTranscript transcript, LocalTimes times)
{
    private static readonly Card Banner = new(
        new Section("A study bot for the AWS MLA-C01 exam, tried out on this terminal. You are in the channel **#study** of a group of your own; nothing leaves this machine."),
        new Section(
            "- Answer a question with its letter, such as `B`, or with its number first: `12 AC`.\n"
            + "- `/help` shows the commands, `/help local` those of this terminal.\n"
            + "- `/as ana` goes on as another person, `/time +1d` moves the clock to tomorrow, `/quit` ends."));

    /// <summary>Shows the banner and the last messages.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        var time = await times.FormatAsync(cancellationToken);
        screen.Show("MlaBot", Banner, time);
        foreach (var message in transcript.Latest)
        {
            var about = message.ReplyTo is null ? null : transcript.Headline(message.ReplyTo);
            screen.Show(Headings.Post(time(message.PostedAt), about), message.Text, time);
        }
    }
}

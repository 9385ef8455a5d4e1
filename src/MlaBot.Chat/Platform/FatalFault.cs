using Microsoft.Extensions.Hosting;

namespace MlaBot.Chat.Platform;

/// <summary>Ends the program when a platform refuses the bot for good and only a person can help.</summary>
/// <param name="lifetime">The host's life.</param>
public sealed class FatalFault(IHostApplicationLifetime lifetime)
{
    private string? _sentence;

    /// <summary>What is wrong and what to do; null while nothing is.</summary>
    public string? Sentence => Volatile.Read(ref _sentence);

    /// <summary>Keeps the first sentence and asks the program to end.</summary>
    /// <param name="sentence">What is wrong and what to do, without secrets.</param>
    public void Report(string sentence)
    {
        Interlocked.CompareExchange(ref _sentence, sentence, comparand: null);
        lifetime.StopApplication();
    }
}

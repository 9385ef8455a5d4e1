using MlaBot.Core;

namespace MlaBot.Storage.Database;

/// <summary>The database cannot be opened, or not copied, until a person changes something.</summary>
public sealed class StorageRefusedException : Exception
{
    /// <summary>Makes an exception whose message is the sentence and the next step.</summary>
    /// <param name="reason">What is wrong, and what to do next.</param>
    /// <param name="inner">The cause.</param>
    public StorageRefusedException(Refusal reason, Exception? inner = null)
        : base($"{reason.Sentence} {reason.NextStep}".TrimEnd(), inner) => Reason = reason;

    /// <summary>What is wrong, and what to do next.</summary>
    public Refusal Reason { get; }
}

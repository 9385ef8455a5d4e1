namespace MlaBot.Core;

/// <summary>The outside world failed: a chat platform, a disk, a database.</summary>
public sealed class ExternalFaultException : Exception
{
    /// <summary>Makes a fault that says whether trying again can help.</summary>
    /// <param name="message">One sentence without secrets.</param>
    /// <param name="isTransient">True when the same call may succeed later.</param>
    /// <param name="retryAfter">How long the other side asks to wait, when it said so.</param>
    /// <param name="inner">The cause.</param>
    public ExternalFaultException(string message, bool isTransient, TimeSpan? retryAfter = null, Exception? inner = null)
        : base(message, inner)
    {
        IsTransient = isTransient;
        RetryAfter = retryAfter;
    }

    /// <summary>True when the same call may succeed later.</summary>
    public bool IsTransient { get; }

    /// <summary>How long the other side asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; }
}

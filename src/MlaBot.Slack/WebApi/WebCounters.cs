namespace MlaBot.Slack.WebApi;

/// <summary>What the Web API client of one workspace has done since it started.</summary>
internal sealed class WebCounters
{
    private long _requests;
    private long _responses;
    private long _limited;
    private long _merged;

    /// <summary>Web API requests sent, each try counted.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Requests sent to response URLs and upload addresses.</summary>
    public long Responses => Interlocked.Read(ref _responses);

    /// <summary>Answers that said to slow down.</summary>
    public long Limited => Interlocked.Read(ref _limited);

    /// <summary>Updates of messages that were replaced by a later one before they were sent.</summary>
    public long Merged => Interlocked.Read(ref _merged);

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountResponse() => Interlocked.Increment(ref _responses);

    public void CountLimited() => Interlocked.Increment(ref _limited);

    public void CountMerged() => Interlocked.Increment(ref _merged);
}

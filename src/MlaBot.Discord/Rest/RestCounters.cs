namespace MlaBot.Discord.Rest;

/// <summary>What the REST client has done since it started.</summary>
internal sealed class RestCounters
{
    private long _requests;
    private long _callbacks;
    private long _limitedUser;
    private long _limitedGlobal;
    private long _limitedShared;
    private long _limitedCloudflare;

    /// <summary>Requests sent, each try counted, callbacks left out.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Interaction callbacks sent.</summary>
    public long Callbacks => Interlocked.Read(ref _callbacks);

    /// <summary>Answers 429 because of a bucket of ours.</summary>
    public long LimitedUser => Interlocked.Read(ref _limitedUser);

    /// <summary>Answers 429 because of the global limit.</summary>
    public long LimitedGlobal => Interlocked.Read(ref _limitedGlobal);

    /// <summary>Answers 429 because of a limit shared with others.</summary>
    public long LimitedShared => Interlocked.Read(ref _limitedShared);

    /// <summary>Answers 429 that did not come from Discord itself.</summary>
    public long LimitedCloudflare => Interlocked.Read(ref _limitedCloudflare);

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountCallback() => Interlocked.Increment(ref _callbacks);

    public void CountLimited(LimitScope scope)
    {
        ref var counter = ref _limitedUser;
        switch (scope)
        {
            case LimitScope.Global:
                counter = ref _limitedGlobal;
                break;
            case LimitScope.Shared:
                counter = ref _limitedShared;
                break;
            case LimitScope.Cloudflare:
                counter = ref _limitedCloudflare;
                break;
        }

        Interlocked.Increment(ref counter);
    }
}

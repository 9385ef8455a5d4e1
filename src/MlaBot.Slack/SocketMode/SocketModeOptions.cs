namespace MlaBot.Slack.SocketMode;

/// <summary>How a client of Socket Mode waits and limits. The defaults are for Slack; tests shorten them.</summary>
internal sealed record SocketModeOptions
{
    /// <summary>From the hello of the only socket to the opening of a second one.</summary>
    public TimeSpan SecondAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a socket is thought to live when its hello does not say.</summary>
    public TimeSpan DefaultLifetime { get; init; } = TimeSpan.FromHours(5);

    /// <summary>Longest wait for an address and a connection together.</summary>
    public TimeSpan OpenLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for the hello of a connection.</summary>
    public TimeSpan HelloLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a socket that Slack replaces is read on after another one said hello. Slack closes it after about 10 s.</summary>
    public TimeSpan LeaveFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A socket without a byte for so long is dead.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Silence after which the client pings; <see cref="TimeSpan.Zero"/> for never.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for the answer to a ping.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A frame that cannot be written for so long means that the socket is dead.</summary>
    public TimeSpan SendLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a socket that ends waits for the acknowledgements of what it brought. Later ones would not count.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest wait for the other side's close frame.</summary>
    public TimeSpan CloseLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Upper end of the first wait after a failure; it doubles with each one.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Upper end of the wait after a socket was cut that had said hello: a person waits.</summary>
    public TimeSpan LongestAfterHello { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Upper end of every other wait.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A socket that was open for so long was good: back-off starts over.</summary>
    public TimeSpan GoodAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Least wait after <c>too_many_websockets</c>; at most twice as long.</summary>
    public TimeSpan TooManyPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one socket has to do after <c>too_many_websockets</c>.</summary>
    public TimeSpan SingleFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Sockets that may be opened one upon the other before <see cref="OpenEvery"/> counts. At least 1.</summary>
    public int OpensAtOnce { get; init; } = 8;

    /// <summary>In the long run one socket is opened in this time: Slack allows a few a minute.</summary>
    public TimeSpan OpenEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes that a frame may have. Slack's largest, a view with its message, stay far under 1 MB.</summary>
    public int LargestFrame { get; init; } = 4 * 1024 * 1024;
}

namespace MlaBot.Slack.WebApi;

/// <summary>The client's own numbers. The defaults are for the real Slack.</summary>
internal sealed record WebTuning
{
    /// <summary>How much of a documented rate is used. A fifth stays free for what we cannot foresee. Above 1 only against a test server.</summary>
    public double Share { get; init; } = 0.8;

    /// <summary>Messages that may go to one channel in a row; afterwards one a second.</summary>
    /// <remarks>Source: Slack developer documentation, "Rate limits: Posting messages": one message a second and channel, "short bursts
    /// &gt;1 allowed".</remarks>
    public int ChannelBurst { get; init; } = 3;

    /// <summary>Seconds between messages of one channel once its burst is used.</summary>
    public double ChannelSeconds { get; init; } = 1;

    /// <summary>How long one try may take.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long sending a file's bytes may take.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The waits before the second and the third try after a fault; chance makes each up to half longer or shorter.</summary>
    public IReadOnlyList<TimeSpan> FaultDelays { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>How often one call may be refused with a 429 before it fails.</summary>
    public int LimitedTries { get; init; } = 5;

    /// <summary>The wait after a 429 that names none.</summary>
    public TimeSpan UnnamedWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A call to a method that is stopped for longer than this fails at once.</summary>
    public TimeSpan LongestStop { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A response URL that asks to wait longer than this is not waited for: somebody looks at the screen.</summary>
    public TimeSpan LongestResponseWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Calls that may wait for one method; one more fails at once.</summary>
    public int MostWaiting { get; init; } = 500;

    /// <summary>How long a call that answers a trigger may wait. A trigger lives 3 s, and has lived a while when it gets here.</summary>
    public TimeSpan TriggerLife { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>The least time between the end of one <c>chat.update</c> of a message and the start of its next.</summary>
    public TimeSpan UpdateGap { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The time between two looks at an uploaded file.</summary>
    public TimeSpan UploadPoll { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long Slack may take to make an uploaded file showable.</summary>
    public TimeSpan UploadLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes that an answer may have.</summary>
    public int AnswerLimit { get; init; } = 8 * 1024 * 1024;
}

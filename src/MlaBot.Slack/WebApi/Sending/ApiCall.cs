using MlaBot.Slack.WebApi.Answers;
using MlaBot.Slack.WebApi.Bodies;

namespace MlaBot.Slack.WebApi.Sending;

/// <summary>One call, as the queue and the sender see it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Line">The channel or the person that it is for; empty for none. Those that wait take turns.</param>
/// <param name="Body">Gives the body of a try; asked again for every try.</param>
internal sealed record ApiCall(SlackMethod Method, string Line, Func<WebBody> Body)
{
    public ApiCall(SlackMethod method, string line, WebBody body)
        : this(method, line, () => body)
    {
    }

    /// <summary>True when every other call of the method goes first.</summary>
    public bool CanWait { get; init; }

    /// <summary>The least time between two tries.</summary>
    public TimeSpan LeastPause { get; init; }

    /// <summary>Tells whether a refusal says that the call was carried out before; null for never.</summary>
    public Func<ApiAnswer, bool>? IsDoneBefore { get; init; }
}

using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.Sockets;

/// <summary>One sending of a payload, until it is acknowledged or given up.</summary>
internal sealed class Envelope(string id, string type, JsonObject payload, bool acceptsPayload, TimeProvider clock)
{
    private readonly TaskCompletionSource<Acknowledgement?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<SocketLink> _links = [];
    private readonly Lock _gate = new();
    private long _sentAt = clock.GetTimestamp();
    private int _acks;
    private Acknowledgement? _taken;
    private bool _isGivenUp;

    public string Id { get; } = id;

    public string Type { get; } = type;

    /// <summary>What a violation names: the payload's own type, which for interactions tells more than the envelope's.</summary>
    public string PayloadType { get; } = type is "interactive" && payload["type"] is JsonValue inner ? inner.ToString() : type;

    public bool AcceptsPayload { get; } = acceptsPayload;

    /// <summary>The frame.</summary>
    /// <param name="attempt">0 the first time.</param>
    public string Json(int attempt)
    {
        var json = new JsonObject { ["envelope_id"] = Id, ["payload"] = payload.DeepClone(), ["type"] = Type, ["accepts_response_payload"] = AcceptsPayload };
        if (Type is "events_api")
        {
            json["retry_attempt"] = attempt;
            json["retry_reason"] = attempt == 0 ? "" : "timeout";
        }

        return json.ToJsonString();
    }

    /// <summary>The frame leaves on a socket; each sending allows one acknowledgement.</summary>
    public void SentOn(SocketLink link)
    {
        lock (_gate)
        {
            _links.Add(link);
            _acks--;
        }
    }

    /// <summary>How long ago the frame left.</summary>
    public TimeSpan Elapsed() => clock.GetElapsedTime(Volatile.Read(ref _sentAt));

    public void LeavesNow() => Volatile.Write(ref _sentAt, clock.GetTimestamp());

    /// <summary>Takes an acknowledgement. Whoever waits hears of it at <see cref="Release"/>, when all is written down.</summary>
    /// <param name="wrong">What is wrong with it; empty for nothing.</param>
    /// <returns>True in time, false when the envelope had been given up, null when there was an acknowledgement before.</returns>
    public bool? Take(SocketLink link, JsonObject? answer, out TimeSpan after, out string wrong)
    {
        after = Elapsed();
        lock (_gate)
        {
            wrong = !_links.Contains(link) ? $"came on socket {link.Number}, the envelope on another" : ++_acks > 0 ? "came a second time" : "";
            if (_taken is not null)
            {
                return null;
            }

            _taken = new(answer, after);
            return !_isGivenUp;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _outcome.TrySetResult(_taken);
        }
    }

    public void GiveUp()
    {
        lock (_gate)
        {
            if (_taken is null)
            {
                _isGivenUp = true;
                _outcome.TrySetResult(null);
            }
        }
    }

    /// <summary>The acknowledgement; null when none came in time.</summary>
    public async Task<Acknowledgement?> OutcomeAsync(TimeSpan time)
    {
        await using var timer = clock.CreateTimer(_ => GiveUp(), null, time, Timeout.InfiniteTimeSpan);
        return await _outcome.Task;
    }
}

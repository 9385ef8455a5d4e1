namespace MlaBot.Slack.SocketMode;

/// <summary>Hears what the sockets of one workspace bring.</summary>
internal interface ISocketListener
{
    /// <summary>Takes an envelope. Called while the socket waits: it must return at once, and whoever takes the envelope must
    /// acknowledge it within 3 s.</summary>
    void Received(SocketEnvelope envelope);

    /// <summary>Says whether at least one socket hears. The silence after a stop that was asked for is not told.</summary>
    void HearingChanged(bool isHearing);
}

using MlaBot.Core.Channels;

namespace MlaBot.Core.HeatMap;

/// <summary>Lets the next daily questions of a channel follow its heat map, or not.</summary>
public sealed class SwitchColdPicks(IChannelStore channels)
{
    /// <summary>Saves the switch.</summary>
    /// <returns>The channel as it stands now, or a refusal when it was never set up.</returns>
    public async Task<Outcome<Channel>> HandleAsync(ChannelKey key, bool isOn, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(key, cancellationToken) is not { } channel)
        {
            return new Refusal("not-set-up", "This channel is not set up yet.", "Type /setup first.");
        }

        var changed = channel with { PicksColdest = isOn };
        await channels.SaveAsync(changed, cancellationToken);
        return changed;
    }
}

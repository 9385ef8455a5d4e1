using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Setup;

/// <summary>Looks whether questions can be posted in a channel, and says what is missing and how to mend it.</summary>
internal sealed class SelfTest(PlatformList platforms)
{
    /// <summary>True when the group's platform shows buttons and menus.</summary>
    public bool HasControls(GroupKey group) => platforms.Of(group) is { HasControls: true };

    /// <summary>Runs the test. What keeps it from running is a finding too.</summary>
    public async Task<IReadOnlyList<ChannelFinding>> RunAsync(ChannelKey channel, PostingStyle style, CancellationToken cancellationToken)
    {
        if (platforms.Of(channel.Group) is not { } platform)
        {
            return [];
        }

        try
        {
            return await platform.ExamineAsync(channel, style, cancellationToken);
        }
        catch (ChannelGoneException gone)
        {
            return [new ChannelFinding("The channel", IsGood: false, gone.Message)];
        }
        catch (ExternalFaultException fault)
        {
            return [new ChannelFinding("The test itself", IsGood: false, $"{fault.Message} Try again in a moment.")];
        }
    }

    /// <summary>A line for each finding, with a sign and words.</summary>
    public static string Lines(IEnumerable<ChannelFinding> findings) => string.Join('\n', findings.Select(finding => finding switch
    {
        { IsGood: true } => $"✓ {finding.What}: good",
        { IsWarning: true } => $"! {finding.What}: {finding.Fix}",
        _ => $"✗ {finding.What}: {finding.Fix}",
    }));

    /// <summary>The part of a card that shows the findings; nothing when a platform has nothing to look at.</summary>
    public static IEnumerable<CardPart> Parts(IReadOnlyList<ChannelFinding> findings) => findings.Count == 0
        ? []
        : [new Section($"**{Headline(findings)}**\n{Lines(findings)}")];

    private static string Headline(IReadOnlyList<ChannelFinding> findings) =>
        findings.Any(finding => finding.IsFault) ? "I cannot post there yet"
        : findings.Any(finding => !finding.IsGood) ? "I can post there, with a reserve"
        : "I can post there";
}

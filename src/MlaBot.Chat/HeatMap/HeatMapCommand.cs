using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.HeatMap;

namespace MlaBot.Chat.HeatMap;

/// <summary><c>/heatmap</c> shows what the group gets right; with <c>picks</c> an admin lets the next questions follow it.</summary>
internal sealed class HeatMapCommand(ReadHeatMap readHeatMap, SwitchColdPicks switchColdPicks, ChannelPlace place, IContentSource content) : IChatCommand
{
    public CommandSpec Spec { get; } = new("heatmap", "What this group gets right and wrong, by task and service; nobody is named")
    {
        Options =
        [
            new("by", "What stands in the rows: tasks (default) or services") { Choices = ["tasks", "services"] },
            new("domain", "One exam domain, such as 1; leave it out for all") { HasSuggestions = true },
            new("picks", "For admins: whether the next questions come from the coldest cells first") { Choices = ["on", "off"] },
        ],
        Examples = ["heatmap", "heatmap services", "heatmap tasks 2", "heatmap picks:on"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (request.Option("picks") is { Length: > 0 } picks)
        {
            return await SwitchAsync(request, string.Equals(picks, "on", StringComparison.OrdinalIgnoreCase), cancellationToken);
        }

        return await readHeatMap.HandleAsync(await place.OfAsync(request, cancellationToken), cancellationToken) switch
        {
            Outcome<GroupHeat>.Ok(var heat) => Show(heat, request),
            Outcome<GroupHeat>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }

    public IReadOnlyList<string> Suggest(ChatTyping typing) => typing.Option == "domain"
        ? [.. content.Current.Exams.SelectMany(exam => exam.Domains).Select(domain => domain.Id.Value).Distinct(StringComparer.Ordinal).Where(id => id.StartsWith(typing.Typed, StringComparison.Ordinal)).Take(25)]
        : [];

    private Card Show(GroupHeat heat, ChatRequest request)
    {
        var wanted = request.Option("domain");
        var domain = heat.Exam.Domain(new DomainId(wanted));
        if (wanted.Length > 0 && domain is null)
        {
            return RefusalCards.For(new Refusal(
                "domain-unknown", $"{heat.Exam.Id} has no domain {Text.Printable(wanted, 20)}.", $"Give one of {string.Join(", ", heat.Exam.Domains.Select(each => each.Id))}."));
        }

        var isByService = string.Equals(request.Option("by"), "services", StringComparison.OrdinalIgnoreCase);
        var table = isByService ? HeatTables.ByService(heat, domain, content.Current) : HeatTables.ByTask(heat, domain, content.Current);
        return HeatMapCards.Map(heat, table, domain, content.Current);
    }

    private async Task<Card> SwitchAsync(ChatRequest request, bool isOn, CancellationToken cancellationToken)
    {
        if (!request.User.IsAdmin)
        {
            return RefusalCards.For(request.User.HasKnownRights
                ? new Refusal("admin-only", "The option picks is for admins of this channel.", "Ask an admin, or type /heatmap to see the map.")
                : new Refusal("rights-unknown", "I could not find out in time whether you are an admin here; nothing was done.", "Please try again in a moment."));
        }

        if (request.Option("by").Length > 0 || request.Option("domain").Length > 0)
        {
            return RefusalCards.For(new Refusal("picks-alone", "The option picks holds for the whole channel, not for a part of the map.", "Type /heatmap picks:on or /heatmap picks:off."));
        }

        return await switchColdPicks.HandleAsync(request.Channel, isOn, cancellationToken) switch
        {
            Outcome<Channel>.Ok(var channel) => HeatMapCards.Picks(channel.PicksColdest),
            Outcome<Channel>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }
}

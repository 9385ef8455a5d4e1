using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Content;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary>Buttons that show a service in private.</summary>
public static class ServiceButtons
{
    /// <summary>The name of the action that shows a service.</summary>
    public const string Show = "service.show";

    /// <summary>The name of the action that shows the services which a message names; its text comes in <see cref="TextField"/>.</summary>
    public const string Named = "service.named";

    /// <summary>The name of the action that sets two services side by side.</summary>
    public const string Compare = "service.compare";

    /// <summary>The field of <see cref="ChatPress.Fields"/> that holds the text.</summary>
    public const string TextField = "text";

    /// <summary>Buttons in a row: a fifth would be too narrow to read on a phone.</summary>
    public const int Most = 4;

    private const int LongestLabel = 40;

    /// <summary>A row for the first of some services that the catalogue holds; null when it holds none.</summary>
    public static Choices? Row(IEnumerable<string> slugs, ContentSnapshot content)
    {
        CardButton[] buttons = [.. slugs.Distinct(StringComparer.Ordinal).Select(content.Service).OfType<ServiceEntry>().Take(Most).Select(Button)];
        return buttons.Length == 0 ? null : new Choices(buttons);
    }

    /// <summary>A row for the first written comparisons of a service; null when nothing is written.</summary>
    public static Choices? Comparisons(ServiceEntry service, ContentSnapshot content)
    {
        CardButton[] buttons =
        [
            .. content.Comparisons.Of(service.Slug).Select(comparison => content.Service(comparison.Other(service.Slug))).OfType<ServiceEntry>()
                .Take(Most).Select(other => Against(service, other)),
        ];
        return buttons.Length == 0 ? null : new Choices(buttons);
    }

    private static CardButton Against(ServiceEntry service, ServiceEntry other) =>
        new(new ActionId(Compare, service.Slug, other.Slug), $"vs {Label(other.Name)}") { Typed = $"/compare {service.Slug} vs {other.Slug}" };

    private static CardButton Button(ServiceEntry service) => new(new ActionId(Show, service.Slug), Label(service.Name)) { Typed = $"/service {service.Slug}" };

    private static string Label(string name)
    {
        var label = Short(name);
        return label.Length <= LongestLabel ? label : string.Concat(label.AsSpan(0, LongestLabel - 1).TrimEnd(), "…");
    }

    /// <summary>A service's name without the vendor's and without what stands in brackets.</summary>
    public static string Short(string name)
    {
        // "Amazon Managed Streaming for Apache Kafka (Amazon MSK)": the abbreviation is what does not fit into a button.
        var bare = name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;
        return bare.StartsWith("Amazon ", StringComparison.Ordinal) ? bare["Amazon ".Length..] : bare.StartsWith("AWS ", StringComparison.Ordinal) ? bare["AWS ".Length..] : bare;
    }
}

/// <summary>A press on a service's button.</summary>
internal sealed class ServiceShowAction(IContentSource content) : IChatAction
{
    public string Name => ServiceButtons.Show;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) =>
        Task.FromResult(press.Action.Arguments is [var slug] && content.Current.Service(slug) is { } service
            ? ServiceCards.Entry(new FoundService(service, [], IsSure: true), content.Current)
            : RefusalCards.For(new("service-gone", "That service is not in my catalogue any more.", "Type /service with its name to find what took its place.")));
}

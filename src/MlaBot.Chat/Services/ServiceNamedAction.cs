using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Content;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary>Shows which services a message names. The text comes in the field <see cref="ServiceButtons.TextField"/>; it is not kept.</summary>
internal sealed class ServiceNamedAction(IContentSource content) : IChatAction
{
    /// <summary>Two rows of buttons: more nobody looks up from one message.</summary>
    private const int Most = 2 * ServiceButtons.Most;

    public string Name => ServiceButtons.Named;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken)
    {
        var current = content.Current;
        var named = current.Lookup.NamedIn(press.Field(ServiceButtons.TextField));
        return Task.FromResult(named.Count == 0 ? None : Found(named, current));
    }

    private static Card Found(IReadOnlyList<ServiceEntry> named, ContentSnapshot content)
    {
        List<CardPart> parts =
        [
            new Header("Named in that message"),
            new Section(string.Join('\n', named.Take(Most).Select(service => $"- **{service.Name}**: {service.What}"))),
        ];
        parts.AddRange(named.Take(Most).Select(service => service.Slug).Chunk(ServiceButtons.Most).Select(slugs => ServiceButtons.Row(slugs, content)!));
        if (named.Count > Most)
        {
            parts.Add(new ContextLine($"It names {named.Count - Most} more: {string.Join(", ", named.Skip(Most).Take(Most).Select(service => $"`/service {service.Slug}`"))}."));
        }

        return new Card(parts).Privately();
    }

    private static Card None { get; } = new(
        new Section("I found no service or term of my catalogue in that message. Type /service with a name, an abbreviation or a need, such as /service drift detection."),
        new Finder("service", "words", "Find a service"))
    {
        IsPrivate = true,
    };
}

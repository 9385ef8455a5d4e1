using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>Finds the question whose number somebody typed.</summary>
public sealed class TypedNumbers(IDailyStore store, PlatformList platforms)
{
    private const string HowToSee = "Type /daily to see the open questions.";

    /// <summary>Reads <c>12</c> or <c>#12</c>.</summary>
    /// <returns>A number from 1; null for any other text.</returns>
    public static int? Read(string text) =>
        int.TryParse(text.AsSpan().Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The post of a number in a group; null when the text is no number or the group has no such question.</summary>
    public async Task<PostId?> FindAsync(string text, GroupKey group, CancellationToken cancellationToken) =>
        Read(text) is { } number ? await store.FindNumberAsync(group, number, cancellationToken) : null;

    /// <summary>Goes on with the question that a command's option <c>question</c> names, or says why there is none.</summary>
    internal async Task<Card> HandleAsync(ChatRequest request, Func<PostId, Task<Card>> go, CancellationToken cancellationToken)
    {
        var text = request.Option("question");
        return await FindAsync(text, request.Channel.Group, cancellationToken) is { } post && await CanReadAsync(post, request, cancellationToken)
            ? await go(post)
            : RefusalCards.For(Refuse(text));
    }

    // Numbers count through all channels of a group, private ones too.
    private async Task<bool> CanReadAsync(PostId id, ChatRequest request, CancellationToken cancellationToken) =>
        await store.FindPostAsync(id, cancellationToken) is not { } post || post.Channel == request.Channel
        || await platforms.CanReadAsync(request.User.Key, post.Channel, cancellationToken);

    /// <summary>The refusal of a text for which nothing was found.</summary>
    public static Refusal Refuse(string text) => Read(text) is { } number
        ? new Refusal("post-unknown", $"There is no question {number} here.", HowToSee)
        : new Refusal("post-number", $"\"{Text.Printable(text, 40)}\" is not the number of a question.", HowToSee);
}

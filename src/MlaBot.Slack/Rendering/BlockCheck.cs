using System.Text.Json;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Looks at a payload before it is sent, so that a card which breaks a limit is a clear mistake here and not a refusal there.</summary>
internal static class BlockCheck
{
    /// <summary>The message, when Slack would take it.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static SlackMessage Checked(SlackMessage message)
    {
        Within(message.Text, SlackLimits.MessageText, "text");
        Blocks(message.Blocks, SlackLimits.MessageBlocks);
        Require(message.Blocks.Count(block => block is TableBlock) <= 1, "blocks", "more than one table");
        return message;
    }

    /// <summary>The view, when Slack would take it.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static SlackView Checked(SlackView view)
    {
        Blocks(view.Blocks, SlackLimits.ViewBlocks);
        var isModal = view.Type is SlackView.Modal;
        Require(view.Blocks.Count(block => block is TableBlock) <= (isModal ? 0 : 1), "blocks", "a table too many");
        Require(!isModal || view.Title is not null, "title", "missing");
        Require(view.Submit is not null || !view.Blocks.Any(block => block is InputBlock), "submit", "missing, though there is something to fill in");
        Optional(view.Title?.Text, SlackLimits.ViewTitle, "title");
        Optional(view.Submit?.Text, SlackLimits.ViewTitle, "submit");
        Optional(view.Close?.Text, SlackLimits.ViewTitle, "close");
        Optional(view.CallbackId, SlackLimits.Id, "callback_id");
        Require((view.PrivateMetadata?.Length ?? 0) <= SlackLimits.PrivateMetadata, "private_metadata", $"more than {SlackLimits.PrivateMetadata} characters");
        var bytes = JsonSerializer.SerializeToUtf8Bytes(view, SlackJson.Default.SlackView).Length;
        Require(bytes <= SlackLimits.ViewBytes, "view", $"{bytes} bytes instead of at most {SlackLimits.ViewBytes}");
        return view;
    }

    private static void Blocks(IReadOnlyList<Block> blocks, int most)
    {
        Require(blocks.Count is > 0 && blocks.Count <= most, "blocks", $"{blocks.Count} instead of 1 to {most}");
        for (var index = 0; index < blocks.Count; index++)
        {
            Check(blocks[index], $"blocks[{index}]");
        }

        Once(blocks.Select(block => block.BlockId).OfType<string>(), "block_id");
        Once(blocks.SelectMany(Elements).Select(element => element.ActionId), "action_id");
    }

    private static void Check(Block block, string place)
    {
        Optional(block.BlockId, SlackLimits.Id, $"{place}.block_id");
        switch (block)
        {
            case HeaderBlock header:
                Within(header.Text.Text, SlackLimits.Header, $"{place}.text");
                break;
            case SectionBlock section:
                Within(section.Text.Text, SlackLimits.Text, $"{place}.text");
                break;
            case ContextBlock context:
                Require(context.Elements.Count is > 0 and <= SlackLimits.ContextElements, place, $"{context.Elements.Count} texts instead of 1 to {SlackLimits.ContextElements}");
                Each(context.Elements, (text, at) => Within(text.Text, SlackLimits.Text, at), $"{place}.elements");
                break;
            case ActionsBlock actions:
                Require(actions.Elements.Count is > 0 and <= SlackLimits.ActionElements, place, $"{actions.Elements.Count} controls instead of 1 to {SlackLimits.ActionElements}");
                break;
            case ImageBlock image:
                Within(image.AltText, SlackLimits.AltText, $"{place}.alt_text");
                Require(image.SlackFile is not null || !image.Png.IsEmpty, place, "a picture without bytes");
                break;
            case InputBlock input:
                Within(input.Label.Text, SlackLimits.InputLabel, $"{place}.label");
                Optional(input.Hint?.Text, SlackLimits.InputLabel, $"{place}.hint");
                break;
            case RichTextBlock text:
                RichTextCheck.Check(text, place);
                break;
            case TableBlock table:
                RichTextCheck.Check(table, place);
                break;
        }

        Each([.. Elements(block)], ElementCheck.Check, place);
    }

    private static IEnumerable<Element> Elements(Block block) => block switch
    {
        ActionsBlock actions => actions.Elements,
        InputBlock input => [input.Element],
        SectionBlock { Accessory: { } accessory } => [accessory],
        _ => [],
    };

    internal static void Each<T>(IReadOnlyList<T> all, Action<T, string> check, string place)
    {
        for (var index = 0; index < all.Count; index++)
        {
            check(all[index], $"{place}[{index}]");
        }
    }

    internal static void Within(string text, int limit, string place)
    {
        // Not through Require: the sentence holds the whole text, and nearly no text breaks its limit.
        if (string.IsNullOrWhiteSpace(text) || text.Length > limit)
        {
            throw Refused(place, $"\"{text}\" has not 1 to {limit} characters");
        }
    }

    internal static void Optional(string? text, int limit, string place)
    {
        if (text is not null)
        {
            Within(text, limit, place);
        }
    }

    internal static void Once(IEnumerable<string> ids, string what)
    {
        var twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, what, $"\"{twice?.Key}\" stands twice");
    }

    internal static void Require(bool holds, string place, string why)
    {
        if (!holds)
        {
            throw Refused(place, why);
        }
    }

    private static InvalidOperationException Refused(string place, string why) => new($"Slack would refuse this card: {place}: {why}.");
}

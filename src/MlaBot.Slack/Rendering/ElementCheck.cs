using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Looks at a control before it is sent.</summary>
internal static class ElementCheck
{
    /// <summary>Passes when Slack would take the control.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static void Check(Element element, string at)
    {
        var place = $"{at} ({element.ActionId})";
        BlockCheck.Within(element.ActionId, SlackLimits.Id, $"{at}.action_id");
        switch (element)
        {
            case ButtonElement button:
                BlockCheck.Within(button.Text.Text, SlackLimits.Label, $"{place}.text");
                break;
            case StaticSelect select:
                Options(select.Options, One(select.InitialOption), SlackLimits.MenuOptions, most: 1, place);
                Placeholder(select.Placeholder, place);
                break;
            case MultiStaticSelect select:
                Options(select.Options, select.InitialOptions ?? [], SlackLimits.MenuOptions, select.MaxSelectedItems ?? int.MaxValue, place);
                Placeholder(select.Placeholder, place);
                break;
            case Checkboxes boxes:
                Options(boxes.Options, boxes.InitialOptions ?? [], SlackLimits.Boxes, int.MaxValue, place);
                break;
            case RadioButtons buttons:
                Options(buttons.Options, One(buttons.InitialOption), SlackLimits.Boxes, most: 1, place);
                break;
            case ConversationsSelect select:
                BlockCheck.Optional(select.InitialConversation, SlackLimits.Id, $"{place}.initial_conversation");
                Placeholder(select.Placeholder, place);
                break;
            case PlainTextInput input:
                BlockCheck.Require(input.MaxLength is null or (> 0 and <= SlackLimits.FieldText), $"{place}.max_length", "out of range");
                BlockCheck.Require((input.InitialValue?.Length ?? 0) <= (input.MaxLength ?? SlackLimits.FieldText), $"{place}.initial_value", "longer than it may be");
                Placeholder(input.Placeholder, place);
                break;
        }
    }

    private static void Options(IReadOnlyList<Option> options, IReadOnlyList<Option> chosen, int limit, int most, string place)
    {
        BlockCheck.Require(options.Count is > 0 && options.Count <= limit, place, $"{options.Count} entries instead of 1 to {limit}");
        BlockCheck.Require(most >= 1 && chosen.Count <= most && chosen.All(options.Contains), place, $"not 0 to {most} of its entries chosen already");
        BlockCheck.Once(options.Select(option => option.Value), $"{place}.value");
        BlockCheck.Each(options, Check, $"{place}.options");
    }

    private static void Check(Option option, string place)
    {
        BlockCheck.Within(option.Text.Text, SlackLimits.Label, $"{place}.text");
        BlockCheck.Within(option.Value, SlackLimits.OptionValue, $"{place}.value");
        BlockCheck.Optional(option.Description?.Text, SlackLimits.Label, $"{place}.description");
    }

    private static void Placeholder(TextObject? text, string place) => BlockCheck.Optional(text?.Text, SlackLimits.Placeholder, $"{place}.placeholder");

    private static IReadOnlyList<Option> One(Option? option) => option is null ? [] : [option];
}

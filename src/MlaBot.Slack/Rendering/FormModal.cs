using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>A form as a modal: every field is an input that its name identifies.</summary>
internal static class FormModal
{
    // Longer entries of a menu are cut when it is closed.
    private const int LongEntry = 40;

    /// <summary>The modal of a form.</summary>
    public static SlackView Of(Form form, string privateMetadata) => new(SlackView.Modal, [.. form.Fields.SelectMany(field => Blocks(form, field))])
    {
        Title = ControlBlocks.Shown(form.Title, SlackLimits.ViewTitle),
        Submit = TextObject.Plain("Send"),
        Close = TextObject.Plain("Cancel"),
        CallbackId = form.Action.ToString(),
        PrivateMetadata = privateMetadata,
    };

    private static IEnumerable<Block> Blocks(Form form, FormField field)
    {
        var element = field.Options.Count == 0 ? Text(field) : field.Most > 1 ? Several(field) : One(form, field);
        return
        [
            .. RichTextBlocks.Of(RichLine.Read(field.Above)),
            .. CleanText.Clean(field.Label).Trim().Length > SlackLimits.Label ? RichTextBlocks.Of(RichLine.Plain(field.Label, isBold: true)) : [],
            new InputBlock(ControlBlocks.Shown(field.Label, SlackLimits.Label), element)
            {
                BlockId = field.Name,
                Optional = field.IsRequired ? null : true,
                Hint = element is Checkboxes or RadioButtons ? ControlBlocks.Placeholder(field.Example) : null,
            },
        ];
    }

    private static PlainTextInput Text(FormField field) => new(field.Name)
    {
        Multiline = field.IsLong ? true : null,
        MaxLength = Math.Min(field.MaxLength, SlackLimits.FieldText),
        InitialValue = field.Value.Length == 0 ? null : field.Value,
        Placeholder = ControlBlocks.Placeholder(field.Example),
    };

    private static Element Several(FormField field)
    {
        var options = ControlBlocks.Options(field.Options);
        var chosen = Chosen(field, options) is { Length: > 0 } some ? some : null;
        return options.Length <= SlackLimits.Boxes
            ? new Checkboxes(field.Name, options) { InitialOptions = chosen }
            : new MultiStaticSelect(field.Name, options) { InitialOptions = chosen, MaxSelectedItems = field.Most, Placeholder = ControlBlocks.Placeholder(field.Example) };
    }

    // Radio buttons show long texts in full, but fill the window where there are several fields, and cannot be cleared again.
    private static Element One(Form form, FormField field)
    {
        var options = ControlBlocks.Options(field.Options);
        var chosen = Chosen(field, options).FirstOrDefault();
        return options.Length <= SlackLimits.Boxes && field.IsRequired && options.Any(option => option.Text.Text.Length > LongEntry) && form.Fields.Count(each => each.Options.Count > 0) == 1
            ? new RadioButtons(field.Name, options) { InitialOption = chosen }
            : new StaticSelect(field.Name, options) { InitialOption = chosen, Placeholder = ControlBlocks.Placeholder(field.Example) };
    }

    private static Option[] Chosen(FormField field, Option[] options)
    {
        var values = field.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. options.Where((option, index) => field.Value.Length == 0 ? field.Options[index].IsSelected : Array.IndexOf(values, option.Value) >= 0).Take(field.Most)];
    }
}

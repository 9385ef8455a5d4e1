using MlaBot.Chat.Cards;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>A form as a modal: every field stands in a label that names it.</summary>
internal static class FormModal
{
    private const int OneLine = 1;
    private const int SeveralLines = 2;

    /// <summary>Renders a form; the fields' names become custom ids.</summary>
    public static ModalPayload Of(Form form) => new(
        form.Action.ToString(),
        ControlRows.Shown(form.Title, DiscordLimits.ModalTitle),
        [.. form.Fields.Select(field => new Label(ControlRows.Shown(field.Label, DiscordLimits.ModalTitle), field.Options.Count == 0 ? Text(field) : Menu(field)))]);

    private static TextInput Text(FormField field) => new(field.Name, field.IsLong ? SeveralLines : OneLine)
    {
        MaxLength = field.MaxLength,
        Required = field.IsRequired,
        Value = field.Value.Length == 0 ? null : field.Value,
        Placeholder = field.Example.Length == 0 ? null : ControlRows.Shown(field.Example, DiscordLimits.FieldPlaceholder),
    };

    // A select must allow none when the field may stay empty.
    private static StringSelect Menu(FormField field) => new(field.Name, Options(field))
    {
        Required = field.IsRequired,
        MinValues = field.IsRequired ? 1 : 0,
        MaxValues = 1,
        Placeholder = field.Example.Length == 0 ? null : ControlRows.Shown(field.Example, DiscordLimits.MenuPlaceholder),
    };

    private static IReadOnlyList<SelectOption> Options(FormField field) => ControlRows.Options(field.Options.Select(option =>
        field.Value.Length == 0 ? option : option with { IsSelected = string.Equals(option.Value, field.Value, StringComparison.Ordinal) }));
}

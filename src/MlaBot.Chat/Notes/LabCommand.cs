using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Content;

namespace MlaBot.Chat.Notes;

/// <summary><c>/lab</c> shows the hands-on lab as a checklist; <c>/lab 2.2</c> one step.</summary>
internal sealed class LabCommand(IContentSource content) : IChatCommand
{
    public CommandSpec Spec { get; } = new("lab", "The hands-on lab: a checklist of steps in your own AWS account")
    {
        Options = [new("step", "A step such as 2.2; nothing for the whole checklist") { HasSuggestions = true }],
        Examples = ["lab", "lab 2.2"],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => Task.FromResult(Show(request.Option("step")));

    public IReadOnlyList<string> Suggest(ChatTyping typing) =>
    [
        .. content.Current.Labs.Take(1).SelectMany(lab => lab.Steps).Select(step => step.Id)
            .Where(id => id.StartsWith(typing.Typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(CardLimits.MenuOptions),
    ];

    private Card Show(string wanted)
    {
        if (content.Current.Labs is not [var lab, ..])
        {
            return LabCards.None;
        }

        if (wanted.Length == 0)
        {
            return LabCards.Checklist(lab);
        }

        var index = lab.Steps.ToList().FindIndex(step => string.Equals(step.Id, wanted, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? LabCards.Step(lab, index, content.Current)
            : RefusalCards.For(new("lab-step", $"The lab has no step \"{Text.Printable(wanted, 40)}\".", "Type /lab for its checklist."));
    }
}

/// <summary>A press on Start, Back or Next.</summary>
internal sealed class LabStepAction(IContentSource content) : IChatAction
{
    public string Name => LabCards.Turn;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) => Task.FromResult(
        press.Action.Arguments is [var slug, var text]
            && content.Current.Labs.FirstOrDefault(lab => lab.Slug == slug) is { } lab
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < lab.Steps.Count
            ? LabCards.Step(lab, index, content.Current) with { ReplacesMessage = true }
            : LabCards.None);
}

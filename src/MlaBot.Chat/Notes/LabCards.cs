using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Services;
using MlaBot.Core.Content;
using MlaBot.Core.Notes;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Notes;

/// <summary>Cards of the lab.</summary>
public static class LabCards
{
    /// <summary>The name of the action that shows a step.</summary>
    public const string Turn = "lab.step";

    /// <summary>What is said when the content holds no such lab or step.</summary>
    public static Card None { get; } = RefusalCards.For(new("lab-gone", "That step is not in my content any more.", "Type /lab for the checklist, or /note for the study notes."));

    /// <summary>All steps as a checklist.</summary>
    public static Card Checklist(Lab lab) => new Card(
        new Header(LongText.Shortened(lab.Title, CardLimits.Header)),
        new Section(lab.Intro),
        new Section(string.Join('\n', lab.Steps.Select(step => $"☐ **{step.Id}** {step.Title}"))),
        new Choices([Button(lab, 0, "Start", isThere: true)]),
        new ContextLine($"Type /lab with a step, such as /lab {lab.Steps[0].Id}. Sources: {string.Join("; ", lab.Sources)} · checked {Days.Iso(lab.AsOf)}")).Privately();

    /// <summary>One step.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="index">The place of the step from 0.</param>
    /// <param name="content">Knows the services that buttons look up.</param>
    public static Card Step(Lab lab, int index, ContentSnapshot content)
    {
        var step = lab.Steps[index];
        List<CardPart> parts =
        [
            new Header(LongText.Shortened($"Lab {step.Id}: {step.Title}", CardLimits.Header)),
            new Section(string.Join('\n', step.Actions.Select(action => $"☐ {action}"))),
            new Section($"**It worked when:** {step.Check}"),
        ];
        if (step.Caution.Length > 0)
        {
            parts.Add(new Section($"**Caution:** {step.Caution}"));
        }

        if (ServiceButtons.Row(step.Services, content) is { } services)
        {
            parts.Add(services);
        }

        parts.Add(new Choices([Button(lab, index - 1, "Back", index > 0), Button(lab, index + 1, "Next", index < lab.Steps.Count - 1)]));
        var points = step.Blueprint.Count == 0 ? "" : $" · blueprint {string.Join(' ', step.Blueprint)}";
        parts.Add(new ContextLine($"Step {index + 1} of {lab.Steps.Count} · checked {Days.Iso(lab.AsOf)}{points}"));
        return new Card(parts).Privately();
    }

    private static CardButton Button(Lab lab, int index, string label, bool isThere) => new(
        new ActionId(Turn, lab.Slug, Math.Max(index, 0).ToString(CultureInfo.InvariantCulture)), label)
    {
        IsDisabled = !isThere,
        Typed = $"/lab {lab.Steps[Math.Clamp(index, 0, lab.Steps.Count - 1)].Id}",
    };
}

using MlaBot.Chat.Platform;

namespace MlaBot.Chat.Setup.Wizard;

/// <summary>Writes and reads the action ids of the wizard, in one place: <c>setup.wizard:admin:stamp:step</c>.</summary>
internal static class WizardActions
{
    public const string Name = "setup.wizard";

    /// <summary>A control of one admin's wizard.</summary>
    public static ActionId Of(WizardPlace place, WizardStep step) => new(Name, place.Admin, place.Stamp, step.ToString());

    /// <summary>Reads a control; null when it is of another version.</summary>
    public static (WizardPlace Place, WizardStep Step)? Read(ActionId action) =>
        action.Arguments is [var admin, var stamp, var step] && Enum.TryParse<WizardStep>(step, out var known) && Enum.IsDefined(known)
            ? (new WizardPlace(admin, stamp), known)
            : null;
}

/// <summary>Which wizard: whose, and which of theirs.</summary>
/// <param name="Admin">The platform's id of the admin who began it.</param>
/// <param name="Stamp">The stamp of its draft.</param>
internal readonly record struct WizardPlace(string Admin, string Stamp);

/// <summary>What a control of the wizard does. The names stand in messages: do not rename.</summary>
internal enum WizardStep
{
    Channel,
    Exam,
    Zone,
    Time,
    Feedback,
    Other,
    OtherSent,
    Main,
    Posting,
    Role,
    Silent,
    Thread,
    Open,
    Check,
    Save,
    SavePost,
}

using System.Globalization;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Chat.Setup;

/// <summary>A channel's settings in words, the same in the wizard and in every reply.</summary>
internal static class SetupWords
{
    public static string Feedback(FeedbackMode mode) => mode == FeedbackMode.Immediate
        ? "at once and privately; the first answer is final"
        : "when a question closes; answers may be changed until then";

    public static string OpenFor(Duration time) => time switch
    {
        { TotalDays: >= 2 } when time.TotalHours % 24 == 0 => Count(time.TotalDays, "day"),
        { TotalHours: >= 1 } => Count(time.TotalHours, "hour"),
        _ => Count(time.TotalMinutes, "minute"),
    };

    /// <summary>How questions are posted.</summary>
    /// <param name="style">The style.</param>
    /// <param name="role">The role's name; empty when nobody knows it.</param>
    public static string Posting(PostingStyle style, string role) => string.Join("; ",
    [
        style.IsSilent ? "silently" : "with the usual notification",
        style.MentionRole.Length == 0 ? "no role is called" : $"calls {(role.Length > 0 ? $"the role {role}" : "the chosen role")}",
        style.OpensThread ? "a thread for discussion below each reveal" : "no discussion threads",
    ]);

    private static string Count(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}{(number is 1 ? "" : "s")}");
}

using MlaBot.Chat.Cards;
using MlaBot.Core.Content;

namespace MlaBot.Chat.Exams;

/// <summary>Which of several exams is whose, in the words of their packs.</summary>
internal static class ExamChoice
{
    /// <summary>A line for each exam; null where there is nothing to choose.</summary>
    public static Section? Of(ContentSnapshot content)
    {
        string[] lines = [.. content.Exams.Where(exam => exam.ChooseWhen.Length > 0).Select(exam => $"- **{exam.Id}:** {exam.ChooseWhen}")];
        return content.Exams.Count > 1 && lines.Length > 0 ? new Section($"**Which exam?**\n{string.Join('\n', lines)}") : null;
    }
}

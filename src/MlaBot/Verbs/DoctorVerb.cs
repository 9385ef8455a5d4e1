using System.CommandLine;
using MlaBot.Composition;
using MlaBot.Core;
using MlaBot.Discord;
using MlaBot.Slack;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Inspecting;
using MlaBot.Storage.Packs;
using Spectre.Console;

namespace MlaBot.Verbs;

/// <summary><c>doctor</c>: checks configuration, content and database, and says what to do about each fault.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var command = new Command("doctor", "Check configuration, content and database, and say what to do");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var findings = await ExamineAsync(cancellationToken);
        if (Console.IsOutputRedirected)
        {
            // A table would break paths at the width of a terminal that is not there.
            await Console.Out.WriteLineAsync(string.Join('\n', findings.Select(finding => $"{(finding.IsGood ? "good" : "FAULT")}  {finding.Area}: {finding.Words}")));
        }
        else
        {
            AnsiConsole.Write(TableOf(findings));
        }

        return findings.TrueForAll(finding => finding.IsGood) ? 0 : 1;
    }

    private static Table TableOf(List<(string Area, bool IsGood, string Words)> findings)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("").AddColumn("");
        foreach (var (area, isGood, words) in findings)
        {
            table.AddRow(isGood ? "[green]good[/]" : "[red]FAULT[/]", area, Markup.Escape(words));
        }

        return table;
    }

    private static async Task<List<(string Area, bool IsGood, string Words)>> ExamineAsync(CancellationToken cancellationToken)
    {
        Outcome<BotOptions> read;
        try
        {
            read = BotOptions.Read(BotConfiguration.Load());
        }
        catch (InvalidDataException fault)
        {
            read = new Refusal("settings", fault.Message);
        }

        if (read is not Outcome<BotOptions>.Ok(var options))
        {
            var reason = ((Outcome<BotOptions>.Refused)read).Reason;
            return [("configuration", false, $"{reason.Sentence} {reason.NextStep}".TrimEnd())];
        }

        return
        [
            ("configuration", true, options.IsLocal ? "No adapter is configured, so the local chat runs." : $"Configured: {options.Platforms}."),
            Content(options),
            await DatabaseAsync(options, cancellationToken),
            .. await DiscordAsync(options, cancellationToken),
            .. await SlackAsync(options, cancellationToken),
        ];
    }

    private static async Task<IEnumerable<(string Area, bool IsGood, string Words)>> DiscordAsync(BotOptions options, CancellationToken cancellationToken) =>
        options.Discord is null
            ? []
            : (await DiscordInspection.ExamineAsync(options.Discord, cancellationToken)).Select(finding => ("discord", finding.IsGood, $"{finding.What} {finding.Fix}".TrimEnd()));

    private static async Task<IEnumerable<(string Area, bool IsGood, string Words)>> SlackAsync(BotOptions options, CancellationToken cancellationToken) =>
        options.Slack is null
            ? []
            : (await SlackInspection.ExamineAsync(options.Slack, cancellationToken)).Select(finding => ("slack", finding.IsGood, $"{finding.What} {finding.Fix}".TrimEnd()));

    private static (string Area, bool IsGood, string Words) Content(BotOptions options)
    {
        var folder = ContentFolder.Find(options.Content);
        var result = PackLoader.Load(folder);
        return result.Content is { } content
            ? ("content", true, $"{string.Join(", ", content.Exams.Select(exam => $"{exam.Id} with {content.Bank(exam.Id)?.Items.Count} items"))}, {content.Services.Count} services, {content.Notes.Count} notes in {folder}.")
            : ("content", false, $"{result.Faults.Count} faults in {folder}. Mend the files:\n{string.Join('\n', result.Faults.Take(20))}");
    }

    private static async Task<(string Area, bool IsGood, string Words)> DatabaseAsync(BotOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return ("database", true, await SqliteInspection.DescribeAsync(SqliteStorageOptions.Parse(options.Storage), cancellationToken));
        }
        catch (StorageRefusedException refused)
        {
            return ("database", false, refused.Message);
        }
    }
}

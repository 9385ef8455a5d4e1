using System.CommandLine;
using MlaBot.Chat.Services;
using MlaBot.Core.Services;
using MlaBot.Storage.Packs;
using Spectre.Console;

namespace MlaBot.Verbs;

/// <summary><c>lookup</c>: finds services by words, one query or a file of them.</summary>
internal static class LookupVerb
{
    private const int Found = 0;
    private const int NothingFound = 1;
    private const int BadUsage = 2;
    private const int Limit = 5;
    private const string StandardInput = "-";

    /// <summary>Makes the command.</summary>
    /// <param name="input">What <c>--batch -</c> reads; standard input when null.</param>
    public static Command Create(TextReader? input = null)
    {
        var words = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore, Description = "A name, old name, abbreviation or need, such as drift detection" };
        var batch = new Option<string>("--batch") { Description = "A file of queries, one a line, or - for standard input; gives query<TAB>slug<TAB>slug..., best first" };
        var content = new Option<string>("--content") { Description = "The content folder; default: content below the working folder, else below the program" };
        var command = new Command("lookup", "Find AWS services by words (exit code 0 found, 1 nothing found, 2 bad usage)") { words, batch, content };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new LookupRequest(string.Join(' ', parsed.GetValue(words) ?? []), parsed.GetValue(batch), ContentFolder.Find(parsed.GetValue(content) ?? "")),
            input ?? Console.In,
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LookupRequest request, TextReader input, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (Complaint(request) is { } complaint)
        {
            await error.WriteLineAsync(complaint);
            return BadUsage;
        }

        var loaded = PackLoader.Load(request.Folder);
        if (loaded.Content is not { } content)
        {
            await error.WriteLineAsync($"The content in {request.Folder} has faults. Mend the files, then try again.\n{string.Join('\n', loaded.Faults)}");
            return NothingFound;
        }

        return request.Batch is null
            ? await FindAsync(request.Words, content.Lookup, output, error)
            : await FindAllAsync(request.Batch, content.Lookup, input, output, cancellationToken);
    }

    private static string? Complaint(LookupRequest request) => request switch
    {
        { Batch: null, Words.Length: 0 } => "Say what to look up, such as: lookup drift detection. Or give a file of queries with --batch FILE.",
        { Batch: not null, Words.Length: > 0 } => "Give either words or --batch, not both.",
        { Batch: StandardInput } or { Batch: null } => FolderComplaint(request.Folder),
        _ when !File.Exists(request.Batch) => $"There is no file {request.Batch}. Name a file of queries, one a line, or - for standard input.",
        _ => FolderComplaint(request.Folder),
    };

    private static string? FolderComplaint(string folder) =>
        Directory.Exists(folder) ? null : $"There is no content folder {folder}. Name one with --content.";

    private static async Task<int> FindAsync(string words, ServiceLookup lookup, TextWriter output, TextWriter error)
    {
        var hits = lookup.Find(words, Limit);
        if (hits.Count == 0)
        {
            var guesses = string.Join(", ", lookup.Guess(words).Select(hit => hit.Service.Slug));
            await error.WriteLineAsync($"No service fits \"{words}\".{(guesses.Length > 0 ? $" Nearest, but far: {guesses}." : "")}");
            return NothingFound;
        }

        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            AnsiConsole.Write(TableOf(hits));
        }
        else
        {
            await output.WriteLineAsync(string.Join('\n', hits.Select(hit => $"{hit.Service.Slug}\t{hit.Service.Name}\t{ServiceWords.State(hit.Service.Status.State)}")));
        }

        return Found;
    }

    private static Table TableOf(IReadOnlyList<ServiceHit> hits)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Service", "Slug", "At AWS");
        foreach (var service in hits.Select(hit => hit.Service))
        {
            table.AddRow(Markup.Escape(service.Name), service.Slug, ServiceWords.State(service.Status.State));
        }

        return table;
    }

    private static async Task<int> FindAllAsync(string file, ServiceLookup lookup, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        using var opened = file == StandardInput ? null : File.OpenText(file);
        var reader = opened ?? input;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            // The query stays one column.
            var query = line.Replace('\t', ' ');
            await output.WriteLineAsync(string.Join('\t', [query, .. lookup.Find(query, Limit).Select(hit => hit.Service.Slug)]));
        }

        await output.FlushAsync(cancellationToken);
        return Found;
    }

    private sealed record LookupRequest(string Words, string? Batch, string Folder);
}

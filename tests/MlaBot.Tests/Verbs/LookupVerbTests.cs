using System.CommandLine;
using MlaBot.Verbs;

namespace MlaBot.Tests.Verbs;

public sealed class LookupVerbTests
{
    private static readonly string Content = Path.Combine(Repository.Root, "content");

    [Fact]
    public async Task Words_give_plain_lines_best_first_when_piped()
    {
        var (exit, output, _) = await RunAsync("run", "sql", "on", "s3");

        exit.ShouldBe(0);
        output.Split('\n')[0].Trim().ShouldBe("athena\tAmazon Athena\topen to everybody");
    }

    [Fact]
    public async Task No_match_is_exit_code_1_with_a_sentence()
    {
        var (exit, output, error) = await RunAsync("asdfghjkl");

        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        error.Trim().ShouldBe("No service fits \"asdfghjkl\".");
    }

    [Fact]
    public async Task A_batch_gives_a_line_for_each_query_in_order()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "sagemakr\r\n\nasdfghjkl\nmme", TestContext.Current.CancellationToken);

        var (exit, output, _) = await RunAsync("--batch", file);

        File.Delete(file);
        exit.ShouldBe(0);
        var lines = output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith("sagemakr\tsagemaker-ai");
        lines[1].ShouldBe("");
        lines[2].ShouldBe("asdfghjkl");
        lines[3].ShouldStartWith("mme\tsagemaker-multi-model-endpoints");
    }

    [Fact]
    public async Task A_dash_reads_standard_input()
    {
        var (exit, output, _) = await RunAsync(new StringReader("ocr\nk8s\n"), "--batch", "-");

        exit.ShouldBe(0);
        output.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split('\t').ElementAtOrDefault(1)).ShouldBe(["textract", "eks", null]);
    }

    [Fact]
    public async Task A_batch_answers_each_line_before_it_reads_the_next()
    {
        var output = new StringWriter();
        var input = new AskingReader(["ocr", "k8s"], output);

        await RunAsync(input, output, "--batch", "-");

        input.LinesOutBeforeEachRead.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task A_query_stays_one_column()
    {
        var (_, output, _) = await RunAsync(new StringReader("amazon\tathena\n"), "--batch", "-");

        output.Split('\t')[..2].ShouldBe(["amazon athena", "athena"]);
    }

    [Theory]
    [InlineData("no such file", "--batch", "/nowhere/queries.txt")]
    [InlineData("neither", null, null)]
    [InlineData("both", "athena", "--batch=-")]
    public async Task Bad_usage_is_exit_code_2_with_a_sentence(string why, string? first, string? second)
    {
        var (exit, output, error) = await RunAsync([.. new[] { first, second }.OfType<string>()]);

        exit.ShouldBe(2, why);
        output.ShouldBeEmpty();
        error.Trim().ShouldEndWith(".");
    }

    [Fact]
    public async Task A_missing_content_folder_is_exit_code_2()
    {
        var (exit, _, error) = await RunInAsync("/nowhere/content", new StringReader(""), new StringWriter(), "athena");

        exit.ShouldBe(2);
        error.ShouldContain("There is no content folder");
    }

    private static Task<(int Exit, string Output, string Error)> RunAsync(params string[] args) => RunAsync(new StringReader(""), args);

    private static Task<(int Exit, string Output, string Error)> RunAsync(TextReader input, params string[] args) => RunAsync(input, new StringWriter(), args);

    private static Task<(int Exit, string Output, string Error)> RunAsync(TextReader input, StringWriter output, params string[] args) =>
        RunInAsync(Content, input, output, args);

    private static async Task<(int Exit, string Output, string Error)> RunInAsync(string content, TextReader input, StringWriter output, params string[] args)
    {
        var error = new StringWriter();
        var exit = await LookupVerb.Create(input).Parse([.. args, "--content", content])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }

    private sealed class AskingReader(string[] lines, StringWriter output) : TextReader
    {
        public List<int> LinesOutBeforeEachRead { get; } = [];

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            LinesOutBeforeEachRead.Add(output.ToString().Count(character => character == '\n'));
            return ValueTask.FromResult(lines.ElementAtOrDefault(LinesOutBeforeEachRead.Count - 1));
        }
    }
}

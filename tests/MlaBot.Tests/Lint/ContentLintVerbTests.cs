using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlaBot.Verbs;

namespace MlaBot.Tests.Lint;

/// <summary>The verb as an author runs it: on the content of this repository and on folders that are not good.</summary>
public sealed class ContentLintVerbTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "content");

    private readonly string _folder = Directory.CreateTempSubdirectory("mlabot-lint-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("MLA-C01")]
    [InlineData("MLA-C02")]
    public async Task The_shipped_content_is_good(string exam)
    {
        var exit = await RunAsync("--content", Shipped, "--exam", exam);

        exit.ShouldBe(0, _output.ToString());
        _output.ToString().ShouldContain("key-position");
        _output.ToString().ShouldContain("of 640 items");
    }

    [Fact]
    public async Task Json_holds_every_rule_with_target_value_and_verdict()
    {
        await RunAsync("--content", Shipped, "--json");

        using var report = JsonDocument.Parse(_output.ToString());
        report.RootElement.GetProperty("good").GetBoolean().ShouldBeTrue();
        report.RootElement.GetProperty("rules").GetArrayLength().ShouldBe(MlaBot.Lint.LintRules.All.Count);
        var rule = report.RootElement.GetProperty("rules")[0];
        rule.GetProperty("name").GetString().ShouldBe("forbidden-phrases");
        rule.GetProperty("kind").GetString().ShouldBe("item");
        rule.GetProperty("verdict").GetString().ShouldBe("good");
    }

    [Fact]
    public async Task Faults_of_the_packs_come_first_and_give_exit_code_1()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "exams", "x"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "exams", "x", "exam.yaml"), "id: X\n", TestContext.Current.CancellationToken);

        (await RunAsync("--content", _folder)).ShouldBe(1);
        _output.ToString().ShouldContain("exams/x/exam.yaml(1): id \"X\" is not an exam code as in MLA-C01");
        _output.GetStringBuilder().Clear();
        (await RunAsync("--content", _folder, "--json")).ShouldBe(1);
        JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("faults").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_finding_gives_exit_code_1_and_the_place_of_the_item()
    {
        CopyShipped();
        var file = Directory.EnumerateFiles(Path.Combine(_folder, "exams", "mla-c01", "items")).First();
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var damaged = new Regex("misconception: (\"[^\"]*\"|[^,]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Replace(text, "misconception: short", 1);
        await File.WriteAllTextAsync(file, damaged, TestContext.Current.CancellationToken);

        (await RunAsync("--content", _folder)).ShouldBe(1);

        _output.ToString().ShouldContain($"exams/mla-c01/items/{Path.GetFileName(file)}(");
        _output.ToString().ShouldContain("has 1 words [misconceptions]");
    }

    [Fact]
    public async Task A_folder_or_an_exam_that_is_not_there_is_bad_usage()
    {
        (await RunAsync("--content", Path.Combine(_folder, "nowhere"))).ShouldBe(2);
        _error.ToString().ShouldContain("Name one with --content.");
        (await RunAsync("--content", Shipped, "--exam", "MLA-C99")).ShouldBe(2);
        _error.ToString().ShouldContain("There is no exam MLA-C99. The content holds MLA-C01, MLA-C02.");
    }

    private void CopyShipped()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private Task<int> RunAsync(params string[] args) =>
        new RootCommand { ContentLintVerb.Create() }.Parse(["lint", .. args]).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _error }, TestContext.Current.CancellationToken);
}

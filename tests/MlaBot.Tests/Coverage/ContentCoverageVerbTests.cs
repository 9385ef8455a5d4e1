using System.CommandLine;
using System.Text.Json;
using MlaBot.Verbs;

namespace MlaBot.Tests.Coverage;

/// <summary>The verb as an author runs it: on the content of this repository and on folders that lack something.</summary>
public sealed class ContentCoverageVerbTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "content");

    private readonly string _folder = Directory.CreateTempSubdirectory("mlabot-coverage-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_point_and_topic_of_the_shipped_content_has_its_items_and_notes()
    {
        (await RunAsync("--content", Shipped)).ShouldBe(0);

        _output.ToString().ShouldContain("4.3.s5");
        _output.ToString().ShouldContain("sagemaker-model-monitor");
        _output.ToString().ShouldContain("lab-wrap-up");
        _output.ToString().ShouldMatch(@"catalogue: \d+ services, \d+ limits of \d+ services, \d+ comparisons");
        _output.ToString().ShouldMatch(@"MLA-C01: (\d+) of \1 points, .*, (\d+) of \2 topics covered");
    }

    [Fact]
    public async Task Json_holds_the_three_tables()
    {
        (await RunAsync("--content", Shipped, "--json")).ShouldBe(0);

        using var report = JsonDocument.Parse(_output.ToString());
        var root = report.RootElement;
        root.GetProperty("exam").GetString().ShouldBe("MLA-C01");
        root.GetProperty("complete").GetBoolean().ShouldBe(root.GetProperty("missing").GetArrayLength() == 0);
        var point = root.GetProperty("points").EnumerateArray().First(row => row.GetProperty("id").GetString() == "4.1.k1");
        point.GetProperty("items").GetInt32().ShouldBeGreaterThan(2);
        point.GetProperty("notes").GetInt32().ShouldBeGreaterThan(0);
        root.GetProperty("services").EnumerateArray().First(row => row.GetProperty("slug").GetString() == "s3").GetProperty("least").GetInt32().ShouldBeGreaterThan(0);
        root.GetProperty("topics").EnumerateArray().First(row => row.GetProperty("id").GetString() == "lab-2.2").GetProperty("steps").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Limits_and_comparisons_are_counted_and_too_few_are_missing()
    {
        CopyShipped();
        File.Delete(Path.Combine(_folder, "comparisons.yaml"));

        (await RunAsync("--content", _folder, "--complete")).ShouldBe(1);
        _output.ToString().ShouldContain("the catalogue has 0 of 40 comparisons");
        _output.GetStringBuilder().Clear();
        (await RunAsync("--content", Shipped, "--json")).ShouldBe(0);
        using var report = JsonDocument.Parse(_output.ToString());
        var catalogue = report.RootElement.GetProperty("catalogue");
        catalogue.GetProperty("comparisons").GetInt32().ShouldBeGreaterThanOrEqualTo(40);
        catalogue.GetProperty("limits").GetInt32().ShouldBeGreaterThanOrEqualTo(60);
        var firehose = report.RootElement.GetProperty("services").EnumerateArray().First(row => row.GetProperty("slug").GetString() == "data-firehose");
        firehose.GetProperty("comparisons").GetInt32().ShouldBeGreaterThan(0);
        firehose.GetProperty("limits").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_is_missing_is_named_and_counts_only_when_all_is_asked_for()
    {
        CopyShipped();
        File.Delete(Path.Combine(_folder, "notes", "cloudtrail.md"));
        File.Delete(Path.Combine(_folder, "exams", "mla-c01", "items", "4.2.yaml"));

        (await RunAsync("--content", _folder)).ShouldBe(0, _output.ToString());
        (await RunAsync("--content", _folder, "--complete")).ShouldBe(1);

        _output.ToString().ShouldContain("4.2.k3 has 0 of 3 items and no note");
        _output.ToString().ShouldContain("note-4.1 has ");
        _output.ToString().ShouldContain("no note that names it");
        _output.ToString().ShouldContain("MISSING");
        _output.GetStringBuilder().Clear();
        (await RunAsync("--content", _folder, "--complete", "--json")).ShouldBe(1);
        JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("complete").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_lab_without_a_step_for_its_topic_is_missing()
    {
        CopyShipped();
        var lab = Path.Combine(_folder, "labs", "churn.yaml");
        await File.WriteAllTextAsync(lab, (await File.ReadAllTextAsync(lab, TestContext.Current.CancellationToken)).Replace("    topics: [lab-2.2]\n", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        (await RunAsync("--content", _folder, "--complete")).ShouldBe(1);
        _output.ToString().ShouldContain("lab-2.2 has no lab step that names it");
    }

    [Fact]
    public async Task Broken_packs_are_a_problem_and_a_missing_folder_or_exam_is_bad_usage()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "exams", "x"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "exams", "x", "exam.yaml"), "id: X\n", TestContext.Current.CancellationToken);

        (await RunAsync("--content", _folder)).ShouldBe(1);
        _output.ToString().ShouldContain("faults; coverage is counted once they are mended.");
        (await RunAsync("--content", Path.Combine(_folder, "nowhere"))).ShouldBe(2);
        _error.ToString().ShouldContain("Name one with --content.");
        (await RunAsync("--content", Shipped, "--exam", "MLA-C99")).ShouldBe(2);
        _error.ToString().ShouldContain("There is no exam MLA-C99.");
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
        new RootCommand { ContentCoverageVerb.Create() }.Parse(["coverage", .. args]).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _error }, TestContext.Current.CancellationToken);
}

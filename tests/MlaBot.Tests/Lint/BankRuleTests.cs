using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Lint;
using MlaBot.Lint.Rules;
using MlaBot.Testing;

namespace MlaBot.Tests.Lint;

/// <summary>Rules about shares and coverage: each meets its target on a balanced bank and misses it on a lopsided one.</summary>
public sealed class BankRuleTests
{
    [Theory]
    [InlineData("ABCDABCDABCDABCDABCDABCDABCDABCD", "A 25%, B 25%, C 25%, D 25%; p 1.00", true)]
    [InlineData("AAAAAAAACCCCCCCCBBBBBBBBDDDDDDDA", "A 28.1%, B 25%, C 25%, D 21.9%; p 0.97", false)]
    [InlineData("BBBBBBBBBBBBBBBBACDB", "A 5%, B 85%, C 5%, D 5%; p 0.00", false)]
    public void Keys_stand_in_all_positions(string keys, string measured, bool isGood)
    {
        var measure = new KeyPosition().Check(LintCase.Bank(LintCase.Keys(keys)));

        measure.Measured.ShouldBe(measured);
        measure.IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("AAAABBBBA", "longest run 4", true)]
    [InlineData("ABBBBBC", "longest run 5", false)]
    public void Keys_do_not_stand_in_one_position_five_times_in_a_row(string keys, string measured, bool isGood)
    {
        var measure = new KeyRuns().Check(LintCase.Bank(LintCase.Keys(keys)));

        (measure.Measured, measure.IsMet).ShouldBe((measured, isGood));
        measure.Findings.SelectMany(finding => finding.Items).Count().ShouldBe(isGood ? 0 : 5);
    }

    [Theory]
    [InlineData("AB AC AD AE BC BD BE CD CE DE", true)]
    [InlineData("AB AC AD AE BC BD BE CD CE DE AB", false)]
    public void No_pair_of_keys_is_common(string pairs, bool isGood)
    {
        Item[] items = [.. pairs.Split(' ').Select((pair, index) => New.ChoiceItem(pair, 5, $"q-1.1-{index + 1:0000}"))];

        new KeyPairs().Check(LintCase.Bank(items)).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 0, false)]
    [InlineData(true, 3, false)]
    [InlineData(false, 1, true)]
    [InlineData(false, 3, false)]
    public void The_key_is_the_longest_or_the_shortest_in_about_a_quarter(bool isLongest, int extremes, bool isGood)
    {
        Item[] items = [.. Enumerable.Range(0, 4).Select(index => LintCase.Choice(
            $"q-1.1-000{index}", "Which?", [index < extremes ? isLongest ? "*12345678" : "*12" : "*1234", "123", "12345", "1234"]))];

        new ExtremeKey(isLongest).Check(LintCase.Bank(items)).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("*0123456789", "1.00", true)]
    [InlineData("*01234567", "0.80", false)]
    public void Keys_are_as_long_as_distractors_on_the_whole(string key, string measured, bool isGood)
    {
        var measure = new KeyLengthMedian().Check(LintCase.Bank(LintCase.Choice("Which?", key, "0123456789", "0123456789", "0123456789")));

        (measure.Measured, measure.IsMet).ShouldBe((measured, isGood));
    }

    [Theory]
    [InlineData("*Parquet columns", "Parquet folders", "Parquet indexes", "Parquet rows", true, true)]
    [InlineData("*Parquet columns", "Windows folders", "Linux indexes", "Other rows", false, false)]
    public void Keys_repeat_the_stem_no_more_than_distractors(string a, string b, string c, string d, bool isOverlapGood, bool isSharedGood)
    {
        var bank = LintCase.Bank(LintCase.Choice("A bakery keeps Parquet files. Which helps?", a, b, c, d));

        new StemOverlap().Check(bank).IsMet.ShouldBe(isOverlapGood);
        new SharedWords().Check(bank).IsMet.ShouldBe(isSharedGood);
    }

    [Fact]
    public void A_word_that_stem_and_key_alone_share_is_named()
    {
        var bank = LintCase.Bank(LintCase.Choice("A bakery keeps Parquet files. Which helps?", "*The file format", "Windows", "Linux", "Other"));

        new SharedWords().Check(bank).Sentences().ShouldBe(["stem and key alone share file"]);
    }

    [Theory]
    [InlineData("*Encrypt it", "Encrypt it always", "Copy it", "Move it", false)]
    [InlineData("*Encrypt it always", "Encrypt all of it", "Copy it", "Move it", true)]
    public void Absolute_words_are_not_gathered_in_distractors(string a, string b, string c, string d, bool isGood)
    {
        new AbsoluteWords().Check(LintCase.Bank(LintCase.Choice("Which?", a, b, c, d))).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("1.1 1.1 1.1 1.2 1.2 1.2 2.1 2.1 2.2 2.2", true, false)]
    [InlineData("1.1 1.1 1.2 1.2 2.1 2.1 2.2 2.2", false, true)]
    public void Items_are_spread_over_domains_and_tasks(string tasks, bool isDomainGood, bool isTaskGood)
    {
        Item[] items = [.. tasks.Split(' ').Select((task, index) => New.ChoiceItem(id: $"q-{task}-{index:0000}", point: $"{task}.k1"))];

        new DomainShare().Check(LintCase.Bank(items)).IsMet.ShouldBe(isDomainGood);
        new TaskShare().Check(LintCase.Bank(items)).IsMet.ShouldBe(isTaskGood);
    }

    [Fact]
    public void Every_point_of_the_blueprint_is_asked_about()
    {
        string[] points = ["1.1.k1", "1.2.k1", "2.1.k1", "2.2.k1"];
        Item[] full = [.. points.SelectMany(point => Enumerable.Range(1, 4).Select(n => New.ChoiceItem(id: $"q-{point}-000{n}", point: point)))];

        new BlueprintCoverage().Check(LintCase.Bank(full)).IsMet.ShouldBeTrue();
        new BlueprintCoverage().Check(LintCase.Bank(full[..^2])).Sentences().ShouldBe(["2.2.k1 has 2 items"]);
        new BlueprintCoverage().Check(LintCase.Bank([.. full.Where((_, index) => index % 4 > 0)])).IsMet.ShouldBeFalse("the median is below four");
    }

    [Fact]
    public void Services_in_scope_are_asked_about_and_core_ones_often()
    {
        ServiceEntry[] services =
        [
            LintCase.Service("s3", "Amazon S3"),
            LintCase.Service("efs", "Amazon EFS"),
            LintCase.Service("kendra", "Amazon Kendra", ServiceState.ClosedToNew, "2026-07-30"),
            LintCase.Service("msk", "Amazon MSK", scope: ExamScope.Unlisted),
        ];
        var exam = LintCase.Exam() with { CoreServices = ["s3"] };
        Item[] items = [.. Enumerable.Range(1, 6).Select(n => New.ChoiceItem(id: $"q-1.1-000{n}") with { Services = n switch { 1 => ["s3", "efs", "kendra"], 2 => ["s3", "efs"], _ => ["s3"] } })];

        new ServiceCoverage().Check(LintCase.Bank(exam, services, items)).IsMet.ShouldBeTrue();
        new ServiceCoverage().Check(LintCase.Bank(exam, services, items[1..])).Sentences()
            .ShouldBe(["s3 has 5 of 6 items", "efs has 1 of 2 items", "kendra has 0 of 1 items"]);
    }

    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(19, 1, false)]
    [InlineData(2, 18, false)]
    public void Sagemaker_answers_about_half_and_no_other_service_dominates(int sageMaker, int others, bool isGood)
    {
        ServiceEntry[] services =
        [
            LintCase.Service("sagemaker-ai", "Amazon SageMaker AI"),
            LintCase.Service("sagemaker-pipelines", "Amazon SageMaker Pipelines", parent: "sagemaker-ai"),
            .. Enumerable.Range(1, others).Select(n => LintCase.Service($"other-{n}", $"AWS Other {n}x")),
        ];
        Item[] items =
        [
            .. Enumerable.Range(1, sageMaker).Select(n => LintCase.Choice($"q-1.1-1{n:000}", "Which?", ["*A step of SageMaker Pipelines", "B", "C", "D"]) with { Services = ["other-1", "sagemaker-pipelines"] }),
            .. Enumerable.Range(1, others).Select(n => LintCase.Choice($"q-1.1-2{n:000}", "Which?", ["*The first one", "B", "C", "D"]) with { Services = [$"other-{n}"] }),
        ];

        new KeyServices().Check(LintCase.Bank(LintCase.Exam(), services, items)).IsMet.ShouldBe(isGood);
    }

    [Fact]
    public void One_other_service_above_six_percent_is_named()
    {
        ServiceEntry[] services = [LintCase.Service("sagemaker-ai", "Amazon SageMaker AI"), LintCase.Service("glue", "AWS Glue")];
        Item[] items = [LintCase.Choice("Which?", "*SageMaker AI", "B", "C", "D") with { Services = ["sagemaker-ai"] }, LintCase.Choice("q-1.1-0002", "Which?", ["*Glue", "B", "C", "D"]) with { Services = ["glue"] }];

        new KeyServices().Check(LintCase.Bank(LintCase.Exam(), services, items)).Sentences().ShouldBe(["glue is in 50% of keys"]);
    }

    [Theory]
    [InlineData(60, 15, true, true)]
    [InlineData(59, 15, false, true)]
    [InlineData(80, 20, true, true)]
    [InlineData(84, 21, false, false)]
    public void Stems_and_sentences_have_their_length(int words, int sentence, bool isStemGood, bool isSentenceGood)
    {
        var stem = string.Join(' ', Enumerable.Range(1, words).Select(n => n % sentence == 0 || n == words ? "word." : "word"));
        var bank = LintCase.Bank(New.ChoiceItem() with { Stem = stem });

        new StemLength().Check(bank).IsMet.ShouldBe(isStemGood);
        new SentenceLength().Check(bank).IsMet.ShouldBe(isSentenceGood);
    }

    [Theory]
    [InlineData("The cat sat on the mat. The dog ran to it.", false)]
    [InlineData("A hospital operates several independent inference endpoints for radiology. The engineering department compares monthly utilization with available capacity and wants to reduce the number of idle instances.", false)]
    [InlineData("A bakery trains a regression model each night and stores the evaluation results in an Amazon S3 bucket. The analysts compare these results with older evaluations. Which service delivers the comparison to the analysts with the least operational effort?", true)]
    public void Stems_read_like_the_exam(string stem, bool isGood)
    {
        var measure = new ReadingGrade().Check(LintCase.Bank(New.ChoiceItem() with { Stem = stem }));

        measure.IsMet.ShouldBe(isGood, measure.Measured);
    }

    [Theory]
    [InlineData(10, 5, true)]
    [InlineData(10, 4, false)]
    [InlineData(10, 7, false)]
    public void About_half_of_the_scenarios_have_a_qualifier(int scenarios, int qualified, bool isGood)
    {
        Item[] items = [.. Enumerable.Range(0, scenarios).Select(n => Scenario(n, n < qualified ? "other" : null)), New.ChoiceItem(id: "q-1.1-9999")];

        new QualifierShare().Check(LintCase.Bank(items)).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("most-secure lowest-latency other", true)]
    [InlineData("most-secure most-secure other", false)]
    public void No_qualifier_is_asked_for_again_and_again(string qualifiers, bool isGood)
    {
        Item[] items = [.. qualifiers.Split(' ').Select((qualifier, n) => Scenario(n, qualifier))];

        new QualifierBalance().Check(LintCase.Bank(items)).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData(50, 1, true)]
    [InlineData(50, 2, false)]
    public void Hardly_any_question_is_negative(int items, int negative, bool isGood)
    {
        Item[] all = [.. Enumerable.Range(0, items).Select(n => New.ChoiceItem(id: $"q-1.1-{n:0000}") with { Stem = n < negative ? "Which is NOT right?" : "Which is right?" })];

        new NegativeShare().Check(LintCase.Bank(all)).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData(100, 8, true)]
    [InlineData(100, 9, false)]
    public void Stems_begin_differently(int items, int same, bool isGood)
    {
        Item[] all = [.. Enumerable.Range(0, items).Select(n => New.ChoiceItem(id: $"q-1.1-{n:0000}") with { Stem = n < same ? $"A company has {n} files." : $"Team {n} has files." })];

        var measure = new Openings().Check(LintCase.Bank(all));

        measure.IsMet.ShouldBe(isGood);
        measure.Measured.ShouldBe($"\"a company has\" {same}%");
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_survives_an_empty_bank()
    {
        LintRules.All.Select(rule => rule.Name).ShouldBeUnique();
        foreach (var rule in LintRules.All)
        {
            var measure = rule.Check(LintCase.Bank());

            measure.Measured.ShouldNotContain("NaN");
            measure.Findings.SelectMany(finding => finding.Items).ShouldBeEmpty();
        }
    }

    private static ChoiceItem Scenario(int number, string? qualifier) => New.ChoiceItem(id: $"q-1.1-{number:0000}") with
    {
        Stem = string.Join(' ', Enumerable.Repeat("word", 30)) + "?",
        Qualifier = qualifier,
    };
}

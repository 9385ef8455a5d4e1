using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Lint.Rules;
using MlaBot.Testing;

namespace MlaBot.Tests.Lint;

/// <summary>Rules about single items: each fires on a bad item and leaves a good one alone.</summary>
public sealed class ItemRuleTests
{
    [Theory]
    [InlineData("All of the above", true)]
    [InlineData("None of these options", true)]
    [InlineData("Both A and B", true)]
    [InlineData("Neither (A) nor (C)", true)]
    [InlineData("Encryption of all of the objects above 1 GB", false)]
    [InlineData("Both A/B testing and a canary", false)]
    [InlineData("Both Amazon S3 and Amazon EFS", false)]
    public void Catch_all_options_are_forbidden(string option, bool isFound)
    {
        var measure = new ForbiddenPhrases().Check(LintCase.Bank(LintCase.Choice("Which?", "*One", option, "Three", "Four")));

        measure.IsMet.ShouldBe(!isFound);
    }

    [Theory]
    [InlineData("AC", 5, "Which are right? Choose TWO.", true)]
    [InlineData("ACD", 6, "Which are right? Choose THREE.", true)]
    [InlineData("B", 4, "Which is right?", true)]
    [InlineData("AC", 5, "Which are right?", false)]
    [InlineData("AC", 5, "Which are right? Choose two.", false)]
    [InlineData("AC", 5, "Which are right? Choose THREE.", false)]
    [InlineData("B", 4, "Which is right? Choose TWO.", false)]
    public void The_stem_says_how_many_to_choose(string key, int options, string stem, bool isGood)
    {
        new ResponseWording().Check(LintCase.Bank(New.ChoiceItem(key, options) with { Stem = stem })).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(45, true)]
    [InlineData(46, false)]
    public void An_option_explains_itself_in_12_to_45_words(int words, bool isGood)
    {
        var item = LintCase.Choice("Which?", "*One", "Two", "Three", "Four");
        var changed = item with { Options = [.. item.Options.Select(option => option with { Why = string.Join(' ', Enumerable.Repeat("word", words)) })] };

        new Explanations().Check(LintCase.Bank(changed)).Findings.Count.ShouldBe(isGood ? 0 : 4);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(46, false)]
    public void Steps_prompts_and_spare_responses_explain_themselves_in_8_to_45_words(int words, bool isGood)
    {
        var why = string.Join(' ', Enumerable.Repeat("word", words));
        var ordering = New.OrderingItem(3) with { Steps = [.. New.OrderingItem(3).Steps.Select(step => step with { Why = why })] };
        var matching = New.MatchingItem() with
        {
            Prompts = [.. New.MatchingItem().Prompts.Select(prompt => prompt with { Why = why })],
            Responses = [.. New.MatchingItem().Responses.Select(response => response with { Why = response.Why is null ? null : why })],
        };

        new Explanations().Check(LintCase.Bank(ordering, matching)).Findings.Count.ShouldBe(isGood ? 0 : 7);
    }

    [Fact]
    public void A_spare_response_without_a_reason_is_found()
    {
        var item = New.MatchingItem() with { Responses = [.. New.MatchingItem().Responses.Select(response => response with { Why = null })] };

        new Explanations().Check(LintCase.Bank(item)).Sentences().ShouldContain(sentence => sentence.StartsWith("the why of response r4 has 0 words", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_explanation_in_two_places_is_found()
    {
        var item = LintCase.Choice("Which?", "*One", "Two", "Three", "Four");

        new ExplanationRepeats().Check(LintCase.Bank(item)).IsMet.ShouldBeTrue();
        new ExplanationRepeats().Check(LintCase.Bank(item, LintCase.Choice("q-1.1-0002", "What?", ["*Five", "Six", "Seven", "Eight"])))
            .Sentences()[0].ShouldBe("the same why stands at q-1.1-0001 option a, q-1.1-0002 option a");
    }

    [Theory]
    [InlineData("takes one for the other", true)]
    [InlineData("mix up", false)]
    [InlineData("one two three four five six seven eight nine ten eleven", false)]
    [InlineData(null, false)]
    public void A_wrong_option_names_its_confusion_in_3_to_10_words(string? misconception, bool isGood)
    {
        var item = New.ChoiceItem();
        var changed = item with { Options = [.. item.Options.Select(option => option.IsCorrect ? option : option with { Misconception = misconception })] };

        new Misconceptions().Check(LintCase.Bank(changed)).Findings.Count.ShouldBe(isGood ? 0 : 3);
    }

    [Theory]
    [InlineData("Amazon S3 User Guide: Buckets", true)]
    [InlineData("Amazon Bedrock pricing", true)]
    [InlineData("Developer guide", false)]
    [InlineData("Guide: https://example.test/page", false)]
    [InlineData(null, false)]
    public void A_reference_is_a_guide_and_a_page(string? title, bool isGood)
    {
        var item = New.ChoiceItem() with { References = title is null ? [] : [title] };

        new References().Check(LintCase.Bank(item)).IsMet.ShouldBe(isGood);
    }

    [Fact]
    public void Unknown_slugs_and_blueprint_ids_are_found()
    {
        var item = New.ChoiceItem() with { References = ["Guide: Page"], Services = ["s3", "s4"], Blueprint = [new BlueprintId("1.1.k1"), new BlueprintId("1.1.k9")] };

        new References().Check(LintCase.Bank(LintCase.Exam(), [LintCase.Service("s3", "Amazon S3")], item)).Sentences()
            .ShouldBe(["there is no service s4", "there is no blueprint id 1.1.k9"]);
    }

    [Theory]
    [InlineData("s1 s2 s3", "s3 s2 s1", true)]
    [InlineData("s1 s2 s3", "s3 s1 s2", true)]
    [InlineData("s1 s2 s3", "s2 s1 s3", false)]
    [InlineData("s1 s2 s3", "s1 s2 s3", false)]
    public void The_shown_order_is_not_near_the_key(string key, string shown, bool isGood)
    {
        var item = New.OrderingItem(3) with { Key = Ids(key), Shown = Ids(shown) };

        new StepOrder().Check(LintCase.Bank(item)).IsMet.ShouldBe(isGood);

        static PartId[] Ids(string text) => [.. text.Split(' ').Select(id => new PartId(id))];
    }

    [Fact]
    public void Long_options_and_long_stems_are_found()
    {
        var words35 = string.Join(' ', Enumerable.Repeat("word", 35));
        var stem160 = string.Join(' ', Enumerable.Repeat("word", 160));

        new OptionWords().Check(LintCase.Bank(LintCase.Choice("Which?", $"*{words35}", "Two", "Three", "Four"))).IsMet.ShouldBeTrue();
        new OptionWords().Check(LintCase.Bank(LintCase.Choice("Which?", $"*{words35} more", "Two", "Three", "Four"))).Sentences().ShouldBe(["option a has 36 words"]);
        new StemWords().Check(LintCase.Bank(New.ChoiceItem() with { Stem = stem160 })).IsMet.ShouldBeTrue();
        new StemWords().Check(LintCase.Bank(New.ChoiceItem() with { Stem = stem160 + " more" })).Sentences().ShouldBe(["the stem has 161 words"]);
    }

    [Theory]
    [InlineData("1234567890", true)]
    [InlineData("123456", true)]
    [InlineData("12345", false)]
    [InlineData("1234567890123456", true)]
    [InlineData("12345678901234567", false)]
    public void The_key_is_about_as_long_as_the_distractors(string key, bool isGood)
    {
        new KeyLength().Check(LintCase.Bank(LintCase.Choice("Which?", $"*{key}", "0123456789", "0123456789", "0123456789"))).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("A team reads files. Which service is NOT suitable?", true)]
    [InlineData("A team does not want servers. Which service fits?", true)]
    [InlineData("Which change reduces cost so that users do not notice it?", true)]
    [InlineData("A team reads files. Which service is not suitable?", false)]
    [InlineData("All of these fit except which one?", false)]
    [InlineData("A team reads files. Which two services cannot read them? Choose TWO.", false)]
    public void A_negative_question_says_so_in_capitals(string stem, bool isGood)
    {
        new NegativeWording().Check(LintCase.Bank(New.ChoiceItem() with { Stem = stem })).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("Which fits MOST cost-effectively?", "most-cost-effective", true)]
    [InlineData("Which fits?", null, true)]
    [InlineData("Which fits MOST cost-effectively?", null, false)]
    [InlineData("Which fits most cost-effectively?", "most-cost-effective", false)]
    [InlineData("Which fits with the LEAST effort and the LOWEST latency?", "lowest-latency", false)]
    public void Qualifier_and_capitals_go_together(string stem, string? qualifier, bool isGood)
    {
        new QualifierWording().Check(LintCase.Bank(New.ChoiceItem() with { Stem = stem, Qualifier = qualifier })).IsMet.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("5 minutes", "10 minutes", "1,500 minutes", "2,000 minutes", false, true)]
    [InlineData("5 minutes", "10 minutes", "1,500 minutes", "2,000 minutes", true, false)]
    [InlineData("10 minutes", "5 minutes", "15 minutes", "20 minutes", false, false)]
    [InlineData("5 minutes on Spot", "10 minutes", "1 hour", "2 hours", true, true)]
    public void A_ladder_of_numbers_ascends_and_is_not_shuffled(string a, string b, string c, string d, bool isShuffled, bool isGood)
    {
        new NumberLadders().Check(LintCase.Bank(LintCase.Choice("How long?", "*" + a, b, c, d) with { Shuffle = isShuffled })).IsMet.ShouldBe(isGood);
    }

    [Fact]
    public void Stems_that_are_nearly_the_same_are_found_as_a_pair()
    {
        const string Stem = "A bakery keeps its sales in Parquet files on Amazon S3 and reads two columns each night. Which service queries them?";
        var measure = new NearDuplicates().Check(LintCase.Bank(
            New.ChoiceItem(id: "q-1.1-0001") with { Stem = Stem },
            New.ChoiceItem(id: "q-1.1-0002") with { Stem = Stem.Replace("bakery", "brewery", StringComparison.Ordinal) },
            New.ChoiceItem(id: "q-1.1-0003") with { Stem = "An ML engineer tunes a model that forgets what it learned before. Which change helps?" }));

        measure.Findings.ShouldHaveSingleItem().Items.Select(item => item.Id.Value).ShouldBe(["q-1.1-0001", "q-1.1-0002"]);
    }

    [Fact]
    public void Matching_items_with_the_same_instruction_and_other_prompts_are_no_duplicates()
    {
        var first = New.MatchingItem(id: "q-1.1-0001") with { Stem = "Match each need to the service that fits it best. Use each response once or not at all." };
        var other = first with
        {
            Id = new ItemId("q-1.1-0002"),
            Prompts = [.. first.Prompts.Select((prompt, index) => prompt with { Text = $"A quite other need of a nightly {index} job with its own words {index} and reasons" })],
        };
        var twin = first with { Id = new ItemId("q-1.1-0003") };

        new NearDuplicates().Check(LintCase.Bank(first, other)).IsMet.ShouldBeTrue();
        new NearDuplicates().Check(LintCase.Bank(first, twin)).IsMet.ShouldBeFalse();
    }

    [Fact]
    public void A_key_text_answers_six_items_and_no_seventh()
    {
        Item[] items = [.. Enumerable.Range(1, 7).Select(n => LintCase.Choice($"q-1.1-{n:0000}", "Which?", ["*Use Amazon S3.", $"Two {n}", $"Three {n}", $"Four {n}"]))];

        new RepeatedKeys().Check(LintCase.Bank(items[..6])).IsMet.ShouldBeTrue();
        new RepeatedKeys().Check(LintCase.Bank(items)).Findings.ShouldHaveSingleItem().Items.Count.ShouldBe(7);
    }

    public static TheoryData<ServiceState, ExamScope, string?, string, bool> Keys => new()
    {
        { ServiceState.Active, ExamScope.InScope, "most-cost-effective", "Which fits MOST cost-effectively?", true },
        { ServiceState.ClosedToNew, ExamScope.Named, null, "What does Clarify report?", true },
        { ServiceState.ClosedToNew, ExamScope.Named, "most-cost-effective", "The team already uses it. Which fits MOST cost-effectively?", true },
        { ServiceState.ClosedToNew, ExamScope.Named, "most-cost-effective", "Which fits MOST cost-effectively?", false },
        { ServiceState.Sunset, ExamScope.InScope, "lowest-latency", "Which has the LOWEST latency?", false },
        { ServiceState.ClosedToNew, ExamScope.Unlisted, null, "What does it report?", false },
        { ServiceState.Ended, ExamScope.Named, null, "What did it report?", false },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_does_not_recommend_what_is_closed(ServiceState state, ExamScope scope, string? qualifier, string stem, bool isGood)
    {
        var service = LintCase.Service("sagemaker-clarify", "Amazon SageMaker Clarify", state, "2026-07-30", scope);
        var item = LintCase.Choice(stem, "*A SageMaker Clarify job", "Two", "Three", "Four") with { Qualifier = qualifier, Services = ["sagemaker-clarify"] };

        new StatusKey().Check(LintCase.Bank(LintCase.Exam(), [service], item)).IsMet.ShouldBe(isGood);
    }

    [Fact]
    public void A_closed_service_among_the_distractors_is_no_recommendation()
    {
        var service = LintCase.Service("kendra", "Amazon Kendra", ServiceState.ClosedToNew, "2026-07-30");
        var item = LintCase.Choice("Which fits MOST cost-effectively?", "*Amazon S3", "Amazon Kendra", "Three", "Four") with { Qualifier = "most-cost-effective" };

        new StatusKey().Check(LintCase.Bank(LintCase.Exam(), [service], item)).IsMet.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Clarify reports SHAP values.", false)]
    [InlineData("Clarify, closed to new customers since 2026-07-30, reports SHAP values.", true)]
    [InlineData("Clarify, closed to new customers, reports SHAP values.", false)]
    [InlineData("In 2026 Clarify reports SHAP values.", false)]
    public void A_closed_service_is_named_with_its_status_and_date(string takeaway, bool isGood)
    {
        var service = LintCase.Service("sagemaker-clarify", "Amazon SageMaker Clarify", ServiceState.ClosedToNew, "2026-07-30");
        var item = LintCase.Choice("What does Clarify report?", "*Values", "Two", "Three", "Four") with { Takeaway = takeaway };

        new StatusNote().Check(LintCase.Bank(LintCase.Exam(), [service], item)).IsMet.ShouldBe(isGood);
    }

    [Fact]
    public void The_note_of_one_closed_service_does_not_serve_for_another()
    {
        ServiceEntry[] services =
        [
            LintCase.Service("sagemaker-clarify", "Amazon SageMaker Clarify", ServiceState.ClosedToNew, "2026-07-30"),
            LintCase.Service("kendra", "Amazon Kendra", ServiceState.ClosedToNew, "2026-07-30"),
        ];
        var item = LintCase.Choice("Which?", "*Amazon S3", "Amazon Kendra", "SageMaker Clarify", "Four") with { Takeaway = "Kendra is closed to new customers since 2026-07-30." };

        new StatusNote().Check(LintCase.Bank(LintCase.Exam(), services, item)).Sentences().ShouldHaveSingleItem().ShouldContain("SageMaker Clarify");
    }

    [Fact]
    public void The_note_of_a_response_stands_in_the_why_of_its_prompt()
    {
        var service = LintCase.Service("kendra", "Amazon Kendra", ServiceState.ClosedToNew, "2026-07-30");
        var item = New.MatchingItem();
        var named = item with { Responses = [item.Responses[0] with { Text = "Amazon Kendra" }, .. item.Responses.Skip(1)] };
        var noted = named with { Prompts = [named.Prompts[0] with { Why = "It searches; it is closed to new customers since 2026-07-30." }, .. named.Prompts.Skip(1)] };

        new StatusNote().Check(LintCase.Bank(LintCase.Exam(), [service], named)).IsMet.ShouldBeFalse();
        new StatusNote().Check(LintCase.Bank(LintCase.Exam(), [service], noted)).IsMet.ShouldBeTrue();
    }

    [Fact]
    public void An_item_that_names_no_closed_service_needs_no_note()
    {
        var service = LintCase.Service("forecast", "Amazon Forecast", ServiceState.ClosedToNew, "2024-07-29");
        var item = LintCase.Choice("A shop plans its stock. Which model fits?", "*Forecast demand with DeepAR", "Two", "Three", "Four");

        new StatusNote().Check(LintCase.Bank(LintCase.Exam(), [service], item)).IsMet.ShouldBeTrue();
        new StatusNote().Check(LintCase.Bank(LintCase.Exam(), [service], item with { Services = ["forecast"] })).IsMet.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Firehose delivers.", "Amazon Data Firehose", true)]
    [InlineData("Firehose delivers.", "Amazon Kinesis Data Firehose", false)]
    [InlineData("Data Firehose was formerly Kinesis Data Firehose.", "Amazon Kinesis Data Firehose", true)]
    public void A_former_name_is_called_so(string takeaway, string option, bool isGood)
    {
        var service = LintCase.Service(
            "data-firehose", "Amazon Data Firehose", ServiceState.Renamed, "2024-02",
            note: "Renamed from Amazon Kinesis Data Firehose in 2024.", aliases: ["firehose", "kinesis data firehose"]);
        var item = LintCase.Choice("Which?", $"*{option}", "Two", "Three", "Four") with { Takeaway = takeaway };

        new StatusNote().Check(LintCase.Bank(LintCase.Exam(), [service], item)).IsMet.ShouldBe(isGood);
    }
}

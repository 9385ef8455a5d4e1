using MlaBot.Core.Services;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Services;

public sealed class LookupTests
{
    [Theory]
    [InlineData("AWS Lambda", "lambda")]
    [InlineData("amazon lambda", "lambda")]
    [InlineData("x-ray", "xray")]
    [InlineData("X Ray", "xray")]
    [InlineData("code-pipeline", "codepipeline")]
    public void Vendor_case_and_punctuation_are_ignored(string words, string slug) => First(words).ShouldBe(slug);

    [Theory]
    [InlineData("rekogntion", "rekognition")]
    [InlineData("dyanmodb", "dynamodb")]
    [InlineData("kniesis", "kinesis")]
    [InlineData("cloudfromation", "cloudformation")]
    [InlineData("stepfuntions", "step-functions")]
    [InlineData("sage maker clarfy", "sagemaker-clarify")]
    public void Dropped_swapped_and_wrong_letters_are_forgiven(string words, string slug) => First(words).ShouldBe(slug);

    [Theory]
    [InlineData("featurestore", "sagemaker-feature-store")]
    [InlineData("hyper pod", "sagemaker-hyperpod")]
    [InlineData("datawrangler", "sagemaker-data-wrangler")]
    public void A_missing_or_extra_gap_is_forgiven(string words, string slug) => First(words).ShouldBe(slug);

    [Theory]
    [InlineData("registry of models", "sagemaker-model-registry")]
    [InlineData("catalog glue data", "glue-data-catalog")]
    public void The_order_of_words_is_free(string words, string slug) => First(words).ShouldBe(slug);

    [Theory]
    [InlineData("compute optimiser", "compute-optimizer")]
    [InlineData("organisations", "organizations")]
    [InlineData("labelling workforce", "sagemaker-ground-truth")]
    [InlineData("guardrail", "bedrock-guardrails")]
    public void Spelling_and_number_are_free(string words, string slug) => First(words).ShouldBe(slug);

    [Fact]
    public void The_vendor_name_tells_an_old_product_from_a_need()
    {
        First("aws chatbot").ShouldBe("q-developer-chat");
        First("chatbot").ShouldBe("lex");
    }

    [Fact]
    public void What_was_typed_to_the_letter_comes_before_what_only_shares_its_stem() => First("vpce").ShouldBe("privatelink");

    [Theory]
    [InlineData("asdfghjkl")]
    [InlineData("qwertz uiop")]
    [InlineData("banana bread")]
    [InlineData("purple elephant")]
    [InlineData("how tall is mount everest")]
    [InlineData("weather tomorrow")]
    [InlineData("pizza")]
    [InlineData("123456789")]
    [InlineData("the of and")]
    [InlineData("aws")]
    [InlineData("!!!")]
    [InlineData("")]
    public void Nonsense_finds_nothing(string words) => RealContent.Current.Lookup.Find(words).ShouldBeEmpty();

    [Fact]
    public void A_guess_is_offered_where_a_hit_would_be_chance()
    {
        RealContent.Current.Lookup.Find("banana recipe for soup").ShouldBeEmpty();
        RealContent.Current.Lookup.Guess("banana recipe for soup").ShouldNotBeEmpty();
        RealContent.Current.Lookup.Guess("asdfghjkl").ShouldBeEmpty();
    }

    [Fact]
    public void An_exact_name_comes_before_an_exact_need_and_that_before_a_part()
    {
        var lookup = new ServiceLookup(
        [
            NewService.Entry("part", "Amazon Blue Heron Works"),
            NewService.Entry("need", "Amazon Otter", intents: ["blue heron"]),
            NewService.Entry("name", "Amazon Blue Heron"),
        ]);

        Slugs(lookup.Find("blue heron")).ShouldBe(["name", "need", "part"]);
    }

    [Fact]
    public void What_can_be_had_comes_before_what_is_closed_when_all_else_is_equal()
    {
        var lookup = new ServiceLookup(
        [
            NewService.Entry("a-ended", "Amazon Otter", intents: ["blue heron"], state: ServiceState.Ended),
            NewService.Entry("b-closed", "Amazon Beaver", intents: ["blue heron"], state: ServiceState.ClosedToNew),
            NewService.Entry("c-open", "Amazon Badger", intents: ["blue heron"]),
        ]);

        Slugs(lookup.Find("blue heron")).ShouldBe(["c-open", "b-closed", "a-ended"]);
    }

    [Fact]
    public void What_the_exam_names_comes_before_what_it_does_not_when_all_else_is_equal()
    {
        var lookup = new ServiceLookup(
        [
            NewService.Entry("a-out", "Amazon Otter", intents: ["blue heron"], scope: ExamScope.OutOfScope),
            NewService.Entry("b-in", "Amazon Beaver", intents: ["blue heron"]),
        ]);

        Slugs(lookup.Find("blue heron")).ShouldBe(["b-in", "a-out"]);
    }

    [Fact]
    public void A_service_comes_before_its_features_when_all_else_is_equal()
    {
        var lookup = new ServiceLookup(
        [
            NewService.Entry("a-feature", "Amazon Otter Dam", intents: ["blue heron"], parent: "b-service"),
            NewService.Entry("b-service", "Amazon Otter", intents: ["blue heron"]),
        ]);

        Slugs(lookup.Find("blue heron")).ShouldBe(["b-service", "a-feature"]);
    }

    [Fact]
    public void A_rare_word_weighs_more_than_a_common_one()
    {
        var common = Enumerable.Range(0, 8).Select(number => NewService.Entry($"common{number}", $"Amazon Stream {(char)('A' + number)}lpha"));
        var lookup = new ServiceLookup([.. common, NewService.Entry("rare", "Amazon Heron Works")]);

        lookup.Find("stream heron")[0].Service.Slug.ShouldBe("rare");
    }

    [Fact]
    public void Words_of_a_neighbours_advice_speak_for_the_neighbour()
    {
        var lookup = new ServiceLookup(
        [
            NewService.Entry("otter", "Amazon Otter") with { Instead = [new("beaver", "You must gnaw through timber.")] },
            NewService.Entry("beaver", "Amazon Beaver"),
        ]);

        lookup.Find("gnaw timber")[0].Service.Slug.ShouldBe("beaver");
    }

    [Fact]
    public void An_empty_catalogue_finds_nothing()
    {
        new ServiceLookup([]).Find("athena").ShouldBeEmpty();
        new ServiceLookup([]).Suggest("athena").ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_below_one_is_a_mistake() =>
        Should.Throw<ArgumentOutOfRangeException>(() => RealContent.Current.Lookup.Find("athena", 0));

    [Fact]
    public async Task Callers_at_the_same_time_do_not_disturb_one_another()
    {
        string[] words = ["athena", "drift detection", "rekogntion", "run sql on s3", "kinesis firehose", "sage maker clarfy"];
        var alone = words.ToDictionary(each => each, each => Slugs(RealContent.Current.Lookup.Find(each)).ToArray());

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(start => Task.Run(
            () => Enumerable.Range(0, 300).All(round =>
            {
                var each = words[(start + round) % words.Length];
                return Slugs(RealContent.Current.Lookup.Find(each)).SequenceEqual(alone[each]);
            }),
            TestContext.Current.CancellationToken)));

        together.ShouldAllBe(isRight => isRight);
    }

    private static string? First(string words) => Slugs(RealContent.Current.Lookup.Find(words)).FirstOrDefault();

    private static IEnumerable<string> Slugs(IEnumerable<ServiceHit> hits) => hits.Select(hit => hit.Service.Slug);
}

using MlaBot.Core.Services;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Services;

public sealed class LookUpServiceTests
{
    private static readonly FixedContent Content = new(RealContent.Current);
    private static readonly LookUpService LookUp = new(Content);
    private static readonly CompareServices Compare = new(LookUp, Content);

    [Fact]
    public void A_name_is_sure_and_alone()
    {
        var found = LookUp.Handle("athena").ShouldBeOk();

        found.Service.Slug.ShouldBe("athena");
        found.Alternatives.ShouldBeEmpty();
        found.IsSure.ShouldBeTrue();
    }

    [Fact]
    public void A_need_of_two_services_names_the_other_too() =>
        LookUp.Handle("spark").ShouldBeOk().Alternatives.Select(service => service.Slug).ShouldBe(["glue"]);

    [Fact]
    public void Words_that_hardly_fit_are_not_sure() => LookUp.Handle("banana recipe data").ShouldBeOk().IsSure.ShouldBeFalse();

    [Fact]
    public void Unknown_words_are_refused_with_guesses()
    {
        var reason = LookUp.Handle("banana recipe for soup").ShouldBeRefused("service-unknown");

        reason.NextStep.ShouldContain("/service glue-databrew");
    }

    [Fact]
    public void Unknown_words_are_repeated_without_control_characters() =>
        LookUp.Handle("zz\0\u0007zz").ShouldBeRefused("service-unknown").Sentence.ShouldNotContain('\0');

    [Theory]
    [InlineData("athena", "redshift", "athena", "redshift")]
    [InlineData("kinesis", "data streams vs firehose", "kinesis-data-streams", "data-firehose")]
    [InlineData("batch transform vs. async", "inference", "sagemaker-batch-transform", "sagemaker-asynchronous-inference")]
    [InlineData("mme", "mce", "sagemaker-multi-model-endpoints", "sagemaker-multi-container-endpoints")]
    public void Two_services_are_found_however_a_platform_cut_the_words(string first, string second, string left, string right)
    {
        var pair = Compare.Handle(first, second).ShouldBeOk();

        (pair.Left.Slug, pair.Right.Slug).ShouldBe((left, right));
    }

    [Fact]
    public void Each_side_says_when_the_other_is_better()
    {
        var pair = Compare.Handle("athena", "redshift").ShouldBeOk();

        pair.RightInstead.ShouldBe(pair.Left.Instead.Single(neighbour => neighbour.Slug == "redshift").When);
        pair.LeftInstead.ShouldBe(pair.Right.Instead.Single(neighbour => neighbour.Slug == "athena").When);
    }

    [Fact]
    public void The_same_service_twice_is_refused_with_a_neighbour() =>
        Compare.Handle("athena", "amazon athena").ShouldBeRefused("compare-same").NextStep.ShouldBe("Give two different services, such as /compare athena vs redshift.");

    [Theory]
    [InlineData("athena", "xyzzy")]
    [InlineData("xyzzy", "athena")]
    public void An_unknown_side_is_named(string first, string second) =>
        Compare.Handle(first, second).ShouldBeRefused("service-unknown").Sentence.ShouldContain("xyzzy");
}

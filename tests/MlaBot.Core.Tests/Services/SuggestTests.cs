using MlaBot.Core.Exams;
using MlaBot.Core.Services;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Services;

public sealed class SuggestTests
{
    [Fact]
    public void Nothing_typed_gives_current_services_of_the_exam()
    {
        var services = RealContent.Current.Lookup.Suggest("");

        services.Count.ShouldBe(25);
        services.ShouldAllBe(service => service.Status.State == ServiceState.Active || service.Status.State == ServiceState.Renamed);
        services.ShouldAllBe(service => service.Scope[new ExamId("MLA-C01")] == ExamScope.InScope || service.Scope[new ExamId("MLA-C01")] == ExamScope.Named);
    }

    [Theory]
    [InlineData("ath", "athena")]
    [InlineData("amazon ath", "athena")]
    [InlineData("Amazon Athena", "athena")]
    [InlineData("kinesis fire", "data-firehose")]
    [InlineData("code wh", "q")]
    [InlineData("glue br", "glue-databrew")]
    [InlineData("sagemaker feat", "sagemaker-feature-store")]
    [InlineData("mm", "sagemaker-multi-model-endpoints")]
    [InlineData("drift", "sagemaker-model-monitor")]
    [InlineData("rekogn", "rekognition")]
    [InlineData("hyperparam", "sagemaker-automatic-model-tuning")]
    public void A_beginning_of_a_name_alias_or_need_suggests_the_service_early(string typed, string slug) =>
        RealContent.Current.Lookup.Suggest(typed, 5).Select(service => service.Slug).ShouldContain(slug);

    [Fact]
    public void The_more_of_a_name_is_typed_the_service_stays_among_the_suggestions()
    {
        foreach (var service in RealContent.Current.Services)
        {
            for (var length = 12; length <= service.Name.Length; length++)
            {
                RealContent.Current.Lookup.Suggest(service.Name[..length], 171).ShouldContain(service, $"\"{service.Name[..length]}\"");
            }
        }
    }

    [Fact]
    public void Names_come_before_aliases()
    {
        var lookup = new ServiceLookup([NewService.Entry("a", "Amazon Otter", aliases: ["heron tool"]), NewService.Entry("b", "Amazon Heron")]);

        lookup.Suggest("her").Select(service => service.Slug).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Nonsense_suggests_nothing() => RealContent.Current.Lookup.Suggest("qqqzzz").ShouldBeEmpty();
}

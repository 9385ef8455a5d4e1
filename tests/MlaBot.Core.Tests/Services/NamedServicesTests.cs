using FsCheck;
using FsCheck.Fluent;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Services;

/// <summary>Which services a message of the group names.</summary>
public sealed class NamedServicesTests
{
    [Theory]
    [InlineData("Would you use Amazon Athena or Redshift here?", "athena redshift")]
    [InlineData("would you use athena or redshift spectrum here?", "athena redshift-spectrum")]
    [InlineData("kinesis data firehose writes to s3, then glue reads from S3.", "data-firehose s3 glue")]
    [InlineData("SageMaker Model Monitor finds data drift", "sagemaker-model-monitor")]
    [InlineData("MME vs. a2i", "sagemaker-multi-model-endpoints a2i")]
    [InlineData("Amazon\nComprehend and AWS Batch", "comprehend batch")]
    [InlineData("We tried Forecast and Personalize.", "forecast personalize")]
    [InlineData("<https://aws.amazon.com/athena/|Athena>", "athena")]
    public void A_name_is_found_however_it_is_written(string text, string slugs) => Named(text).ShouldBe(slugs);

    [Theory]
    [InlineData("I do not comprehend the forecast; please translate this batch.")]
    [InlineData("Translate this, please. Batch sizes are hard. Config first: Inspector later?")]
    [InlineData("es ist so, sm oder ei")]
    [InlineData("q and a at five")]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Ordinary_words_name_nothing(string text) => Named(text).ShouldBeEmpty();

    [Fact]
    public void Every_service_is_found_by_its_full_name()
    {
        foreach (var service in RealContent.Current.Services)
        {
            RealContent.Current.Lookup.NamedIn($"We looked at {service.Name} today.").ShouldContain(service, service.Name);
        }
    }

    [Fact]
    public void Any_text_is_read_and_names_each_service_once() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        text => RealContent.Current.Lookup.NamedIn($"{text} athena {text}") is var named && named.Distinct().Count() == named.Count).QuickCheckThrowOnFailure();

    private static string Named(string text) => string.Join(' ', RealContent.Current.Lookup.NamedIn(text).Select(service => service.Slug));
}

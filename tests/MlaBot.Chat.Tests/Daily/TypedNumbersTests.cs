using MlaBot.Chat.Daily;

namespace MlaBot.Chat.Tests.Daily;

public sealed class TypedNumbersTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("#12", 12)]
    [InlineData(" 7 ", 7)]
    public void The_number_of_a_question_is_read(string text, int number) => TypedNumbers.Read(text).ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_no_number_of_a_question(string text) => TypedNumbers.Read(text).ShouldBeNull();
}

using MlaBot.Discord.Rendering;

namespace MlaBot.Discord.Tests.Rendering;

public sealed class LineMemoryTests
{
    private readonly LineMemory _memory;
    private int _rendered;

    public LineMemoryTests() => _memory = new LineMemory(text =>
    {
        _rendered++;
        return text.Split('\n');
    });

    [Fact]
    public void The_same_text_is_rendered_once()
    {
        _memory.Of("a\nb").ShouldBe(["a", "b"]);
        _memory.Of("a\nb").ShouldBe(["a", "b"]);
        _memory.Of("c").ShouldBe(["c"]);

        _rendered.ShouldBe(2);
    }

    [Fact]
    public void A_text_too_long_to_keep_is_rendered_all_the_same()
    {
        var text = new string('x', 4_001);

        _memory.Of(text).ShouldBe([text]);
        _memory.Of(text).ShouldBe([text]);

        _rendered.ShouldBe(2);
    }

    [Fact]
    public void It_does_not_grow_for_ever()
    {
        for (var number = 0; number <= 256; number++)
        {
            _memory.Of($"{number}");
        }

        _memory.Of("256");
        _rendered.ShouldBe(257);
        _memory.Of("0").ShouldBe(["0"]);
        _rendered.ShouldBe(258);
    }
}

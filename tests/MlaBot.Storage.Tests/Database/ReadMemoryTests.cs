using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Tests.Database;

public sealed class ReadMemoryTests
{
    private readonly WriteVersion _version = new();
    private int _reads;

    [Fact]
    public async Task What_was_read_is_remembered_until_something_is_written()
    {
        await using var store = await TestStore.OpenAsync();
        using var readers = new ReaderPool(store.Database.File);
        var memory = new ReadMemory<int, string>(readers, _version);

        (await GetAsync(memory, 1)).ShouldBe("1, read 1");
        (await GetAsync(memory, 1)).ShouldBe("1, read 1");
        (await GetAsync(memory, 2)).ShouldBe("2, read 2");
        _version.Grow();

        (await GetAsync(memory, 1)).ShouldBe("1, read 3");
        (await GetAsync(memory, 1)).ShouldBe("1, read 3");
    }

    [Fact]
    public async Task A_write_that_comes_while_it_is_read_makes_it_old_at_once()
    {
        await using var store = await TestStore.OpenAsync();
        using var readers = new ReaderPool(store.Database.File);
        var memory = new ReadMemory<int, string>(readers, _version);

        await memory.GetAsync(
            1,
            (_, key) =>
            {
                _version.Grow();
                return $"{key}, before the write";
            },
            TestContext.Current.CancellationToken);

        (await GetAsync(memory, 1)).ShouldBe("1, read 1");
    }

    [Fact]
    public async Task What_is_not_there_is_asked_for_again()
    {
        await using var store = await TestStore.OpenAsync();
        using var readers = new ReaderPool(store.Database.File);
        var memory = new ReadMemory<int, string>(readers, _version);

        (await memory.GetAsync(1, (_, _) => null, TestContext.Current.CancellationToken)).ShouldBeNull();

        (await GetAsync(memory, 1)).ShouldBe("1, read 1");
    }

    [Fact]
    public async Task It_does_not_grow_for_ever()
    {
        await using var store = await TestStore.OpenAsync();
        using var readers = new ReaderPool(store.Database.File);
        var memory = new ReadMemory<int, string>(readers, _version);
        for (var key = 0; key <= 5_000; key++)
        {
            await GetAsync(memory, key);
        }

        // The first one had to go, the last one is there.
        (await GetAsync(memory, 5_000)).ShouldBe("5000, read 5001");
        (await GetAsync(memory, 0)).ShouldBe("0, read 5002");
    }

    private Task<string?> GetAsync(ReadMemory<int, string> memory, int key) =>
        memory.GetAsync(key, (_, asked) => $"{asked}, read {++_reads}", TestContext.Current.CancellationToken);
}

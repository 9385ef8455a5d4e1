using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway.Sockets;

namespace MlaBot.Discord.Tests.Gateway;

public sealed class CompressionTests
{
    private static readonly string[] Frames = [New.Hello(), New.Ready("abc", "wss://resume.example"), New.Event("GUILD_CREATE", 2, $"\"{new string('é', 40_000)}\""), """{"op":11}"""];

    [Fact]
    public void A_stream_cut_at_any_byte_gives_the_same_messages()
    {
        var packed = Pack(Frames);
        var all = packed.SelectMany(bytes => bytes).ToArray();
        for (var cut = 0; cut <= all.Length; cut++)
        {
            using var inflater = new TransportInflater(1024 * 1024);
            var messages = new List<string>();
            foreach (var piece in Pieces(packed, cut))
            {
                if (inflater.TryInflate(piece))
                {
                    messages.Add(Encoding.UTF8.GetString(inflater.Message.Span));
                }
            }

            messages.ShouldBe(Frames, ignoreOrder: false, $"cut at {cut}");
        }
    }

    [Fact]
    public void A_stream_that_comes_byte_by_byte_gives_the_same_messages()
    {
        using var inflater = new TransportInflater(1024 * 1024);
        var messages = new List<string>();
        foreach (var one in Pack(Frames).SelectMany(bytes => bytes))
        {
            if (inflater.TryInflate(new[] { one }))
            {
                messages.Add(Encoding.UTF8.GetString(inflater.Message.Span));
            }
        }

        messages.ShouldBe(Frames);
    }

    [Fact]
    public void A_message_that_inflates_beyond_the_limit_is_refused()
    {
        using var inflater = new TransportInflater(1024 * 1024);

        Should.Throw<InvalidDataException>(() => inflater.TryInflate(Pack([new string(' ', 200_000_000)])[0])).Message.ShouldContain("larger");
    }

    [Fact]
    public void Broken_streams_are_refused_and_never_anything_else()
    {
        var random = new Random(7);
        var packed = Pack(Frames);
        var refused = 0;
        for (var round = 0; round < 3000; round++)
        {
            using var inflater = new TransportInflater(1024 * 1024);
            try
            {
                foreach (var piece in packed)
                {
                    var broken = piece.ToArray();
                    broken[random.Next(Math.Min(broken.Length, 200))] ^= (byte)random.Next(1, 256);
                    inflater.TryInflate(broken);
                }
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task The_client_asks_for_compression_and_understands_it_split_over_frames_and_messages()
    {
        await using var rig = await Rig.StartAsync(isCompressed: true);
        var connection = await rig.Gateway.NextAsync();
        connection.Query.ShouldBe("?v=10&encoding=json&compress=zlib-stream");

        await connection.SendAsync(connection.Pack(New.Hello()), isEnd: true);
        (await connection.NextAsync()).Opcode().ShouldBe(2);
        var ready = connection.Pack(New.Ready("first", rig.Resume.Url));
        foreach (var one in ready)
        {
            await connection.SendAsync(new[] { one }, isEnd: one == ready[^1]);
        }

        var last = connection.Pack(New.Event("GUILD_CREATE", 2, "\"packed\""));
        await connection.SendAsync(last.AsMemory(..5), isEnd: true);
        await connection.SendAsync(last.AsMemory(5..), isEnd: true);
        await connection.SendAsync(New.Event("GUILD_DELETE", 3, "\"plain\""));

        (await rig.Listener.NextNamedAsync("GUILD_CREATE")).ShouldBe("\"packed\"");
        (await rig.Listener.NextNamedAsync("GUILD_DELETE")).ShouldBe("\"plain\"");
    }

    [Fact]
    public async Task A_broken_stream_ends_the_connection_and_the_next_has_a_fresh_context()
    {
        await using var rig = await Rig.StartAsync(isCompressed: true);
        var first = await rig.ReadyAsync();

        await first.SendAsync(new byte[] { 0x78, 0x9C, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF }, isEnd: true);
        (await first.ClosedAsync()).ShouldBe(4000);
        var second = await rig.WhileTimePassesAsync(rig.Resume.NextAsync());
        await second.SendAsync(second.Pack(New.Hello()), isEnd: true);
        (await second.NextAsync()).Opcode().ShouldBe(6);
        await second.SendAsync(second.Pack(New.Resumed(2)), isEnd: true);

        await Rig.UntilAsync(() => rig.Client.IsReady);
        rig.HasLogged(LogLevel.Warning, "cannot go on").ShouldBeTrue();
    }

    private static List<byte[]> Pack(IEnumerable<string> frames)
    {
        var pieces = new List<byte[]>();
        var target = new MemoryStream();
        using var zlib = new ZLibStream(target, CompressionLevel.Optimal);
        foreach (var frame in frames)
        {
            target.SetLength(0);
            zlib.Write(Encoding.UTF8.GetBytes(frame));
            zlib.Flush();
            pieces.Add(target.ToArray());
        }

        return pieces;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(List<byte[]> packed, int cut)
    {
        foreach (var piece in packed)
        {
            if (cut > 0 && cut < piece.Length)
            {
                yield return piece.AsMemory(..cut);
                yield return piece.AsMemory(cut..);
            }
            else
            {
                yield return piece;
            }

            cut -= piece.Length;
        }
    }
}

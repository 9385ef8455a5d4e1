using MlaBot.Core;
using MlaBot.LocalChat.Transcript;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Tests.LocalChat;

public sealed class LocalTranscriptTests : IDisposable
{
    private static readonly Instant At = New.Instant("2026-03-02T09:00Z");
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("local-chat.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_message_is_one_line_of_the_file()
    {
        using (var transcript = new LocalTranscript(Path))
        {
            transcript.Add("study", "post:1", replyTo: null, At, ["Question 1 ✓", "", "Two\nlines"]).Id.ShouldBe("m1");
        }

        File.ReadAllLines(Path).ShouldHaveSingleItem().ShouldStartWith("{\"type\":\"message\",\"id\":\"m1\",\"channel\":\"study\",\"marker\":\"post:1\",\"kind\":\"Post\",\"at\":1772442000000,");
    }

    [Fact]
    public void Markers_are_found_after_opening_again()
    {
        using (var before = new LocalTranscript(Path))
        {
            before.Add("study", "post:1", replyTo: null, At, ["Question 1"]);
            before.Add("study", "post:1:reveal", "m1", At, ["Question 1: B"]);
        }

        using var transcript = new LocalTranscript(Path);
        transcript.Find("study", "post:1").ShouldBe("m1");
        transcript.Find("study", "post:1:reveal").ShouldBe("m2");
        transcript.Find("study", "post:2").ShouldBeNull();
        transcript.Find("other", "post:1").ShouldBeNull();
        transcript.Headline("m1").ShouldBe("Question 1");
        transcript.Add("study", "post:2", replyTo: null, At, ["Question 2"]).Id.ShouldBe("m3");
    }

    [Fact]
    public void A_torn_last_line_is_cut_off_at_every_length()
    {
        using (var before = new LocalTranscript(Path))
        {
            before.Add("study", "post:1", replyTo: null, At, ["Question 1"]);
            before.Add("study", "post:2", replyTo: null, At, ["Question 2"]);
        }

        var whole = File.ReadAllBytes(Path);
        var firstLine = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = firstLine; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            using (var transcript = new LocalTranscript(Path))
            {
                transcript.Find("study", "post:1").ShouldBe("m1");
                transcript.Find("study", "post:2").ShouldBeNull();
                transcript.Add("study", "post:2", replyTo: null, At, ["Question 2"]);
            }

            File.ReadAllBytes(Path).ShouldBe(whole);
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"type\":\"message\",\"id\":\"m1\"}")]
    [InlineData("{\"type\":\"poem\"}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    public void A_damaged_line_is_told_and_the_file_stays(string damaged)
    {
        using (var before = new LocalTranscript(Path))
        {
            before.Add("study", "post:1", replyTo: null, At, ["Question 1"]);
        }

        var text = $"{File.ReadAllText(Path)}{damaged}\n{File.ReadAllText(Path)}torn";
        File.WriteAllText(Path, text);

        var fault = Should.Throw<ExternalFaultException>(() => new LocalTranscript(Path));
        fault.Message.ShouldStartWith($"Line 2 of the local chat's file {Path} is damaged.");
        fault.IsTransient.ShouldBeFalse();
        File.ReadAllText(Path).ShouldBe(text);
    }

    [Fact]
    public void Two_programs_cannot_hold_one_file()
    {
        using var first = new LocalTranscript(Path);

        Should.Throw<ExternalFaultException>(() => new LocalTranscript(Path)).Message.ShouldContain("Is another MlaBot running in this folder?");
    }

    [Fact]
    public void The_last_messages_come_back_with_their_newest_text()
    {
        using (var before = new LocalTranscript(Path))
        {
            for (var number = 1; number <= 5; number++)
            {
                before.Add("study", $"post:{number}", replyTo: null, At, [$"Question {number}"]);
            }

            before.Edit("m4", At, ["Question 4", "Closed."]).ShouldBeTrue();
            before.Edit("m9", At, ["Never posted"]).ShouldBeFalse();
        }

        using var transcript = new LocalTranscript(Path);
        transcript.Latest.Select(message => string.Join(' ', message.Text)).ShouldBe(["Question 3", "Question 4 Closed.", "Question 5"]);
    }

    [Fact]
    public void People_come_back_with_their_rights()
    {
        using (var before = new LocalTranscript(Path))
        {
            before.Save(new TranscriptPerson { Name = "you", IsAdmin = true });
            before.Save(new TranscriptPerson { Name = "ana", IsAdmin = false });
            before.Save(new TranscriptPerson { Name = "ana", IsAdmin = true });
        }

        using var transcript = new LocalTranscript(Path);
        transcript.People.Select(person => $"{person.Name} {person.IsAdmin}").ShouldBe(["you True", "ana True"]);
    }

    [Fact]
    public void A_long_file_is_rotated_and_the_last_thousand_messages_stay()
    {
        const int Messages = 2500;
        using (var before = new LocalTranscript(Path, limit: 50_000))
        {
            before.Save(new TranscriptPerson { Name = "you", IsAdmin = true });
            for (var number = 1; number <= Messages; number++)
            {
                before.Add("study", $"post:{number}", replyTo: null, At, [$"Question {number}"]);
                before.Edit($"m{number}", At, [$"Question {number}", "Closed."]);
            }
        }

        File.Exists(Path + ".1").ShouldBeTrue();
        new FileInfo(Path).Length.ShouldBeLessThan(500_000);
        using var transcript = new LocalTranscript(Path, limit: 50_000);
        foreach (var number in Enumerable.Range(Messages - LocalTranscript.Remembered + 1, LocalTranscript.Remembered))
        {
            transcript.Find("study", $"post:{number}").ShouldBe($"m{number}");
        }

        transcript.Find("study", $"post:{Messages - LocalTranscript.Remembered}").ShouldBeNull();
        transcript.People.Count.ShouldBe(1);
        transcript.Latest[^1].Text.ShouldBe([$"Question {Messages}", "Closed."]);
        transcript.Add("study", "post:next", replyTo: null, At, ["Next"]).Id.ShouldBe($"m{Messages + 1}");
    }

    [Fact]
    public void A_rotation_that_died_half_way_leaves_the_old_file()
    {
        using (var before = new LocalTranscript(Path))
        {
            before.Add("study", "post:1", replyTo: null, At, ["Question 1"]);
        }

        File.WriteAllText(Path + ".next", "{\"type\":\"mess");

        using var transcript = new LocalTranscript(Path, limit: 10);
        transcript.Find("study", "post:1").ShouldBe("m1");
        transcript.Add("study", "post:2", replyTo: null, At, ["Question 2"]);
        transcript.Find("study", "post:2").ShouldBe("m2");
        File.Exists(Path + ".next").ShouldBeFalse();
    }

    [Fact]
    public void A_post_of_a_new_database_does_not_inherit_the_old_reveal()
    {
        using var transcript = new LocalTranscript(Path);
        transcript.Add("study", "post:1", replyTo: null, At, ["Old question"]);
        transcript.Add("study", "post:1:reveal", "m1", At, ["Old answer"]);

        transcript.Add("study", "post:1", replyTo: null, At, ["New question"]);

        transcript.Find("study", "post:1").ShouldBe("m3");
        transcript.Find("study", "post:1:reveal").ShouldBeNull();
    }

    [Fact]
    public async Task Many_may_post_at_once()
    {
        using (var transcript = new LocalTranscript(Path))
        {
            await Parallel.ForEachAsync(Enumerable.Range(1, 200), (number, _) =>
            {
                transcript.Add("study", $"post:{number}", replyTo: null, At, [$"Question {number}"]);
                return ValueTask.CompletedTask;
            });
        }

        File.ReadAllLines(Path).Length.ShouldBe(200);
        using var again = new LocalTranscript(Path);
        Enumerable.Range(1, 200).Select(number => again.Find("study", $"post:{number}")).Distinct().Count().ShouldBe(200);
    }
}

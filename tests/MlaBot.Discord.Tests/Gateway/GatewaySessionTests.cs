using System.Text.Json;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Tests.Gateway;

public sealed class GatewaySessionTests
{
    [Fact]
    public void Hello_is_answered_with_identify_for_guilds_only()
    {
        var session = New.Session();
        session.Connecting(TimeSpan.Zero).ShouldBeTrue();
        session.Opened(TimeSpan.Zero);

        var step = session.Hear(New.Hello());

        step.Kind.ShouldBe(StepKind.Identify);
        var data = step.Json().GetProperty("d");
        step.Json().Opcode().ShouldBe(GatewayOpcode.Identify);
        data.GetProperty("token").GetString().ShouldBe(New.Token);
        data.GetProperty("intents").GetInt32().ShouldBe(1);
        data.GetProperty("shard").GetRawText().ShouldBe("[0,1]");
        data.GetProperty("properties").EnumerateObject().Select(property => property.Name).ShouldBe(["os", "browser", "device"]);
    }

    [Fact]
    public void The_first_beat_comes_after_a_random_part_of_the_interval_and_the_next_after_a_whole_one()
    {
        var first = Enumerable.Range(0, 200).Select(seed =>
        {
            var session = New.Session(seed);
            session.Opened(TimeSpan.Zero);
            session.Hear(New.Hello(20_000));
            return session.NextTick;
        }).ToArray();

        first.ShouldAllBe(due => due >= TimeSpan.Zero && due <= TimeSpan.FromSeconds(20));
        first.Min().ShouldBeLessThan(TimeSpan.FromSeconds(2));
        first.Max().ShouldBeGreaterThan(TimeSpan.FromSeconds(18));

        var ready = New.ReadySession();
        var due = ready.NextTick;
        ready.Tick(due - TimeSpan.FromTicks(1)).Kind.ShouldBe(StepKind.None);
        ready.Tick(due).Json().GetRawText().ShouldBe("""{"op":1,"d":1}""");
        ready.NextTick.ShouldBe(due + TimeSpan.FromSeconds(40));
    }

    [Fact]
    public void A_beat_before_any_event_says_null()
    {
        var session = New.Session();
        session.Opened(TimeSpan.Zero);
        session.Hear(New.Hello(5_000));

        session.Tick(session.NextTick).Json().GetRawText().ShouldBe("""{"op":1,"d":null}""");
    }

    [Fact]
    public void A_beat_without_an_answer_until_the_next_is_due_means_a_zombie()
    {
        var session = New.ReadySession();
        session.Tick(session.NextTick).Kind.ShouldBe(StepKind.Send);

        var step = session.Tick(session.NextTick);

        step.Kind.ShouldBe(StepKind.Drop);
        step.Reason.ShouldBe(DropReason.Zombie);
        session.IsReady.ShouldBeFalse();
        session.Closed(null).ShouldBe(new Reconnect(IsAtOnce: true, TimeSpan.Zero));
        session.ResumePoint!.SessionId.ShouldBe("abc");
    }

    [Fact]
    public void An_answered_beat_keeps_the_connection_and_gives_the_latency()
    {
        var session = New.ReadySession();
        for (var beat = 0; beat < 100; beat++)
        {
            var due = session.NextTick;
            session.Tick(due).Kind.ShouldBe(StepKind.Send);
            session.Hear("""{"op":11}""", (due + TimeSpan.FromMilliseconds(30)).TotalSeconds).Kind.ShouldBe(StepKind.None);
        }

        session.Latency.ShouldBe(TimeSpan.FromMilliseconds(30));
        session.OutstandingHeartbeats.ShouldBe(0);
    }

    [Fact]
    public void A_beat_that_the_server_asked_for_shortly_before_the_next_is_due_makes_no_zombie()
    {
        var session = New.ReadySession();
        var due = session.NextTick;

        session.Hear("""{"op":1,"d":null}""", due.TotalSeconds - 0.001).Json().GetRawText().ShouldBe("""{"op":1,"d":1}""");

        session.Tick(due).Kind.ShouldBe(StepKind.Send);
    }

    [Fact]
    public void A_server_that_asks_for_beats_without_end_never_gets_more_than_the_limit_and_the_due_ones_still_go()
    {
        var session = New.ReadySession();

        var asked = Enumerable.Range(0, 1000).Count(_ => session.Hear("""{"op":1}""").Kind is StepKind.Send);

        // One of the budget is the IDENTIFY.
        asked.ShouldBe(SendBudget.Frames - SendBudget.HeldForHeartbeats - 1);
        session.Tick(session.NextTick).Kind.ShouldBe(StepKind.Send);
    }

    [Fact]
    public void A_tiny_interval_waits_for_the_budget_instead_of_breaking_the_limit()
    {
        var session = New.Session();
        session.Opened(TimeSpan.Zero);
        session.Hear(New.Hello(1));
        session.Hear(New.Ready("abc", "wss://resume.example"));
        var sent = new List<TimeSpan> { TimeSpan.Zero };

        while (session.NextTick < TimeSpan.FromMinutes(5))
        {
            var now = session.NextTick;
            if (session.Tick(now).Kind is StepKind.Send)
            {
                sent.Add(now);
                session.Hear("""{"op":11}""", now.TotalSeconds);
            }
        }

        sent.Max(end => sent.Count(at => at > end - TimeSpan.FromSeconds(60) && at <= end)).ShouldBe(SendBudget.Frames);
    }

    [Fact]
    public void A_new_connection_resumes_with_the_last_number()
    {
        var session = New.ReadySession();
        session.Hear(New.Event("INTERACTION_CREATE", 7)).Name.ShouldBe("INTERACTION_CREATE");
        session.Hear(New.Event("PRESENCE_UPDATE", 9)).Kind.ShouldBe(StepKind.None);
        session.Closed(null).IsAtOnce.ShouldBeTrue();

        session.Connecting(TimeSpan.FromSeconds(1)).ShouldBeFalse();
        session.Opened(TimeSpan.FromSeconds(1));
        var step = session.Hear(New.Hello(), 1);

        step.Kind.ShouldBe(StepKind.Send);
        step.Json().Opcode().ShouldBe(GatewayOpcode.Resume);
        step.Json().GetProperty("d").GetRawText().ShouldBe($$"""{"token":"{{New.Token}}","session_id":"abc","seq":9}""");
        session.ResumePoint!.Url.ShouldBe(new Uri("wss://resume.example"));
        session.IsReady.ShouldBeFalse();
        session.Hear(New.Resumed(10), 2).Name.ShouldBe(WantedEvents.Resumed);
        session.IsReady.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Opcode_7_resumes_at_once_before_and_after_hello(bool isGreeted)
    {
        var session = New.ReadySession();
        if (!isGreeted)
        {
            session.Closed(null);
            session.Opened(TimeSpan.Zero);
        }

        session.Hear("""{"op":7,"d":null}""").Reason.ShouldBe(DropReason.ServerAsked);
        session.Closed(null).ShouldBe(new Reconnect(IsAtOnce: true, TimeSpan.Zero));
        session.ResumePoint.ShouldNotBeNull();
    }

    [Fact]
    public void Opcode_9_true_resumes_and_false_pauses_1_to_5_seconds_for_a_new_session()
    {
        var resumed = New.ReadySession();
        resumed.Hear("""{"op":9,"d":true}""").Reason.ShouldBe(DropReason.ResumeAsked);
        resumed.Closed(null).IsAtOnce.ShouldBeTrue();
        resumed.ResumePoint.ShouldNotBeNull();

        var pauses = Enumerable.Range(0, 300).Select(seed =>
        {
            var session = New.Session(seed);
            session.Opened(TimeSpan.Zero);
            session.Hear(New.Hello());
            session.Hear("""{"op":9,"d":false}""").Reason.ShouldBe(DropReason.InvalidSession);
            var reconnect = session.Closed(null);
            session.ResumePoint.ShouldBeNull();
            return reconnect.Pause;
        }).ToArray();
        pauses.ShouldAllBe(pause => pause >= TimeSpan.FromSeconds(1) && pause <= TimeSpan.FromSeconds(5));
        (pauses.Max() - pauses.Min()).ShouldBeGreaterThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void No_hello_drops_the_connection_and_no_ready_gives_the_session_up()
    {
        var silent = New.ReadySession();
        silent.Closed(null);
        silent.Opened(TimeSpan.Zero);
        silent.Tick(silent.NextTick).Reason.ShouldBe(DropReason.NoHello);
        silent.Closed(null).IsAtOnce.ShouldBeFalse();
        silent.ResumePoint.ShouldNotBeNull();

        var unready = New.ReadySession();
        unready.Closed(null);
        unready.Opened(TimeSpan.Zero);
        unready.Hear(New.Hello(100_000_000)).Json().Opcode().ShouldBe(GatewayOpcode.Resume);
        unready.NextTick.ShouldBe(GatewaySession.GreetingLimit);
        unready.Tick(unready.NextTick).Reason.ShouldBe(DropReason.NotReady);
        unready.Closed(null);
        unready.ResumePoint.ShouldBeNull();
    }

    [Fact]
    public void A_session_that_was_silent_too_long_is_not_taken_up()
    {
        var session = New.ReadySession();
        session.Closed(null);

        session.Connecting(GatewaySession.LongestSilence).ShouldBeFalse();
        session.Connecting(GatewaySession.LongestSilence + TimeSpan.FromTicks(1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(4000, true, true)]
    [InlineData(4001, true, true)]
    [InlineData(4002, true, true)]
    [InlineData(4008, true, false)]
    [InlineData(4999, true, true)]
    [InlineData(1000, true, true)]
    [InlineData(1001, true, true)]
    [InlineData(1006, true, true)]
    [InlineData(null, true, true)]
    [InlineData(4003, false, false)]
    [InlineData(4005, false, false)]
    [InlineData(4007, false, false)]
    [InlineData(4009, false, false)]
    public void Close_codes_decide_between_the_old_session_and_a_new_one(int? code, bool isResumed, bool isAtOnce)
    {
        var session = New.ReadySession();

        var reconnect = session.Closed(code);

        (session.ResumePoint is not null).ShouldBe(isResumed);
        reconnect.IsAtOnce.ShouldBe(isAtOnce);
        reconnect.Pause.ShouldBe(code is 4008 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero);
    }

    [Theory]
    [InlineData(4004, "Discord does not know the token in Discord:Token. Copy it anew")]
    [InlineData(4010, "shard number")]
    [InlineData(4011, "sharding required")]
    [InlineData(4012, "Update MlaBot")]
    [InlineData(4013, "Update MlaBot")]
    [InlineData(4014, "Presence, Server Members, Message Content")]
    public void Fatal_codes_say_what_to_do(int code, string words)
    {
        var session = New.ReadySession();

        var fatal = Should.Throw<GatewayFatalException>(() => session.Closed(code));

        fatal.Message.ShouldContain(words);
        fatal.CloseCode.ShouldBe(code);
        session.ResumePoint.ShouldBeNull();
    }

    [Fact]
    public void A_connection_that_never_stood_backs_off_and_forgets_nothing()
    {
        var session = New.ReadySession();
        session.Hear("""{"op":9,"d":false}""");
        session.Closed(null).Pause.ShouldBeGreaterThan(TimeSpan.Zero);

        // The reason of the connection before must not count twice.
        session.Closed(null).ShouldBe(new Reconnect(IsAtOnce: false, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":"1"}""")]
    [InlineData("""{"op":1e400}""")]
    [InlineData("""{"op":99999999999999999999}""")]
    [InlineData("""{"op":-1}""")]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":[1]}""")]
    [InlineData("""{"op":0,"s":"1"}""")]
    [InlineData("""{"op":0,"s":-1}""")]
    [InlineData("""{"op":0,"s":99999999999999999999}""")]
    [InlineData("""{"op":0,"t":7}""")]
    [InlineData("""{"op":0,"t":"\ud800"}""")]
    [InlineData("""{"op":0,"d":{]}""")]
    [InlineData("""{"op":11} {"op":11}""")]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":0}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-5}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":"41250"}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1e99}}""")]
    [InlineData("""{"op":10}""")]
    [InlineData("""{"op":0,"s":5,"t":"READY","d":{}}""")]
    [InlineData("""{"op":0,"s":5,"t":"READY","d":null}""")]
    [InlineData("""{"op":0,"s":5,"t":"READY","d":{"session_id":7,"resume_gateway_url":"wss://a"}}""")]
    [InlineData("""{"op":0,"s":5,"t":"READY","d":{"session_id":"a","resume_gateway_url":"file:///etc/passwd"}}""")]
    public void A_frame_that_makes_no_sense_is_counted_and_left_out(string frame)
    {
        var session = New.Session();
        session.Opened(TimeSpan.Zero);

        session.Hear(frame).Kind.ShouldBe(StepKind.Malformed);

        session.MalformedFrames.ShouldBe(1);
        session.IsReady.ShouldBeFalse();
        session.Hear(New.Hello()).Kind.ShouldBe(StepKind.Identify);
    }

    [Theory]
    [InlineData("""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{"a":[1,"}"]}}""", """{"a":[1,"}"]}""")]
    [InlineData("""{"d": {"a" : 1} ,"t":"INTERACTION_CREATE","s":2,"op":0}""", """{"a" : 1}""")]
    [InlineData(""" { "new":{"op":9}, "t":"INTERACTION\u005FCREATE","d":12.5,"op":0,"s":2 } """, "12.5")]
    [InlineData("""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":"ä"}""", "\"ä\"")]
    public void The_data_is_cut_out_wherever_it_stands(string frame, string data)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(frame);

        var step = New.ReadySession().Receive(bytes, TimeSpan.Zero);

        step.Name.ShouldBe("INTERACTION_CREATE");
        System.Text.Encoding.UTF8.GetString(bytes[step.Data]).ShouldBe(data);
    }

    [Fact]
    public void Frames_are_read_without_allocation()
    {
        var session = New.ReadySession();
        var wanted = System.Text.Encoding.UTF8.GetBytes(New.Event("INTERACTION_CREATE", 2, """{"id":"1","data":{"name":"a"}}"""));
        var other = System.Text.Encoding.UTF8.GetBytes(New.Event("TYPING_START", 3));
        session.Receive(wanted, TimeSpan.Zero);
        session.Receive(other, TimeSpan.Zero);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var round = 0; round < 1000; round++)
        {
            session.Receive(wanted, TimeSpan.Zero);
            session.Receive(other, TimeSpan.Zero);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_token_shows_in_no_text_form_and_a_senseless_one_is_refused_with_a_sentence()
    {
        var identity = new GatewayIdentity(New.Token, 0, 1);
        identity.ToString().ShouldBe("shard 0 of 1");
        new GatewayStep(StepKind.Send) { Payload = identity.Identify() }.ToString().ShouldNotContain("s3cr3t");

        Should.Throw<GatewayFatalException>(() => new GatewayIdentity("", 0, 1)).Message.ShouldContain("developer portal");
        Should.Throw<GatewayFatalException>(() => new GatewayIdentity(new('x', 4100), 0, 1)).Message.ShouldNotContain("xxx");
    }

    [Fact]
    public void A_session_id_that_would_make_a_frame_too_long_is_not_kept()
    {
        var session = New.Session();
        session.Opened(TimeSpan.Zero);
        session.Hear(New.Hello());

        session.Hear(New.Ready(new('a', 5000), "wss://resume.example")).Kind.ShouldBe(StepKind.Malformed);
        session.ResumePoint.ShouldBeNull();
    }

    [Fact]
    public void A_session_restored_from_a_file_resumes()
    {
        var session = New.Session();
        session.Restore(new("old", 41, new("wss://resume.example")), TimeSpan.Zero);

        session.Connecting(TimeSpan.FromSeconds(2)).ShouldBeFalse();
        session.Opened(TimeSpan.FromSeconds(2));

        session.Hear(New.Hello(), 2).Json().GetProperty("d").GetProperty("seq").GetInt64().ShouldBe(41);
    }

    [Fact]
    public void Sent_frames_stay_below_4096_bytes_with_the_longest_session_id()
    {
        var identity = new GatewayIdentity(New.Token, 1000, 2000);

        identity.Identify().Length.ShouldBeLessThan(GatewayIdentity.LongestSent);
        identity.Resume(new(new('ä', 256), long.MaxValue, new("wss://x"))).Length.ShouldBeLessThan(GatewayIdentity.LongestSent);
        JsonDocument.Parse(GatewayIdentity.Heartbeat(long.MaxValue)).RootElement.GetProperty("d").GetInt64().ShouldBe(long.MaxValue);
    }
}

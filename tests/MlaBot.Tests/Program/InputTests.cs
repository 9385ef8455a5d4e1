namespace MlaBot.Tests.Program;

/// <summary>Lines that cannot be carried out: each is answered by a clear sentence, and nothing is stored.</summary>
public sealed class InputTests : IDisposable
{
    private static readonly (string Line, string Sentence)[] BadLines =
    [
        ("\u0001\u0002B", "That line holds control characters; nothing was done with it. Type it again without tabs and the like."),
        ("/schedule\tadd 1 09:30", "That line holds control characters; nothing was done with it."),
        (new string('B', 5000), "That line is longer than 4,000 characters; nothing was done with it. Type a shorter one."),
        ("/zone " + new string('x', 5000), "That line is longer than 4,000 characters"),
        ("hello, what is this", "That is neither an answer nor a command. Answers look like B, A C or 1B 2A; /help shows the commands."),
        ("E", "\"E\" is not an answer to this question; it shows the letters A to D. Answer with one letter, such as B."),
        ("AB", "This question has one right answer. Answer with one letter, such as B."),
        ("1A 2B", "is not an answer to this question; it shows the letters A to D."),
        ("999 B", "There is no question 999 here. Type /daily to see the open questions."),
        ("/answer one B", "\"one\" is not the number of a question."),
        ("/answer 1", "/answer needs letters: Your answer: B, AC, C A B, 1B 2A, or ? for \"I don't know\". Type /answer <question> <letters>"),
        ("/frobnicate", "There is no command /frobnicate. Type /help to see all commands."),
        ("/dailly", "There is no command /dailly. Did you mean /daily? /help shows all commands."),
        ("/", "There is no command"),
        ("/help frobnicate", "I know no command \"frobnicate\"."),
        ("/answer \"1 B", "A quotation mark is not closed; nothing was done."),
        ("/daily one", "\"one\" is not the number of a question."),
        ("/daily 99999999999999999999", "\"99999999999999999999\" is not the number of a question."),
        ("/why 999", "There is no question 999 here."),
        ("/zone Mars/Olympus", "\"Mars/Olympus\" is not a time zone that I know."),
        ("/zone", "/zone needs zone:"),
        ("/vacation 2050-02-30", "\"2050-02-30\" is not a date. Write it as year-month-day, such as 2026-12-24."),
        ("/vacation 2050-03-12 2050-03-10", "The last day lies before the first."),
        ("/vacation 2050-03-10 2050-05-10", "A vacation has at most 30 days."),
        ("/vacation 2050-03-01 2050-03-10", "A vacation can be declared ahead or within 48 hours after it began."),
        ("/freezes maybe", "\"maybe\" is no value for use. Give one of on, off."),
        ("/time yesterday", "\"yesterday\" is no time that I can move to."),
        ("/time 2040-01-01T00:00", "The clock moves forward only."),
        ("/time +401d", "That is more than 400 days ahead."),
        ("/as ../../etc", "\"../../etc\" is no name for this chat."),
        ("/as", "You are you (admin). To go on as someone else type /as <name>, or /as <name> admin."),
        ("/setup Europe/Berlinn", "\"Europe/Berlinn\" is not a time zone that I know. Did you mean Europe/Berlin?"),
        ("/setup time:25:00", "\"25:00\" is not a time. Write it on a 24-hour clock, such as 09:00 or 18:30."),
        ("/setup open:1m", "A question stays open from 10 minutes to 7 days."),
        ("/setup open:soon", "\"soon\" is not a length of time."),
        ("/setup exam:ABC-D01", "I have no exam ABC-D01. Choose one of MLA-C01."),
        ("/setup feedback:never", "\"never\" is no value for feedback. Give one of immediate, at-close."),
        ("/setup zone:UTC zone:UTC", "zone is given twice."),
        ("/setup --colour red", "/setup has no option --colour."),
        ("/schedule", "/schedule needs one more word."),
        ("/schedule explode", "There is no command /schedule explode."),
        ("/schedule add 1 24:61", "\"24:61\" is not a time."),
        ("/schedule add 9 10:00", "MLA-C01 has no questions for domain 9."),
        ("/schedule add 1 09:00", "Schedule 1 asks a question of domain 1 at that time already."),
        ("/schedule add 1 10:00 someday", "\"someday\" is no day of the week."),
        ("/schedule add 1 10:00 none", "A schedule needs at least one day of the week."),
        ("/schedule now 99", "This channel has no schedule 99. Type /schedule list to see the schedules."),
        ("/schedule now first", "\"first\" is not the number of a schedule."),
        ("/schedule pause 9223372036854775808", "\"9223372036854775808\" is not the number of a schedule."),
        ("/schedule remove -1", "\"-1\" is not the number of a schedule."),
        ("/schedule change 1 noon", "\"noon\" is not a time."),
        ("/rest mon,tue,wed,thu,fri,sat,sun", "Seven rest days leave no day for a streak."),
        ("/withdraw 999 because", "There is no question 999 here."),
        ("/withdraw soon because", "\"soon\" is not the number of a question."),
    ];

    private static readonly string[] AdminLines =
    [
        "/setup Europe/Berlin", "/schedule add 1 10:00", "/schedule change 1 10:00", "/schedule pause 1", "/schedule resume 1", "/schedule skip 1",
        "/schedule swap 1", "/schedule preview 1", "/schedule now 1", "/schedule remove 1", "/rest weekend", "/withdraw 1 because",
    ];

    private readonly BotFolder _folder = new();
    private readonly Records _records;

    public InputTests() => _records = new Records(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_line_that_makes_no_sense_gets_one_sentence_and_changes_nothing()
    {
        await using var bot = await _folder.StartAsync();
        var counts = _records.Counts();

        foreach (var (line, sentence) in BadLines)
        {
            var reply = await bot.SayAsync(line);
            reply.ShouldSay(sentence);
            reply.Split("MlaBot (only you see this)").Length.ShouldBe(2, reply);
            _records.Counts().ShouldBe(counts, line);
        }

        (bot.Output + bot.Errors).ShouldBeFreeOfTraces();
        bot.Errors.ShouldNotContain("fail:", Case.Sensitive);
        (await bot.SayAsync(_records.Post(1).Right)).ShouldSay("That is right.");
        (await bot.EndAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Admin_commands_are_refused_to_others_and_change_nothing()
    {
        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("/as ana");
        var (counts, posts) = (_records.Counts(), _records.Posts());

        foreach (var line in AdminLines)
        {
            (await bot.SayAsync(line)).ShouldSay("is for admins of this channel. Ask an admin, or type /help for what you can do.");
        }

        _records.Counts().ShouldBe(counts);
        _records.Posts().ShouldBe(posts);
        (await bot.SayAsync("/as ben admin")).ShouldSay("You are now ben (admin).");
        (await bot.SayAsync("/schedule pause 1")).ShouldSay("Schedule 1 is paused.");
    }

    [Fact]
    public async Task A_time_that_the_clocks_jump_over_is_announced_and_comes_after_the_gap()
    {
        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("/setup Europe/Berlin");

        (await bot.SayAsync("/schedule add 1 02:30")).ShouldSay(
            "Schedule 6 added. On 2050-03-27 the clocks in Europe/Berlin jump over 02:30; that day it comes at 03:00.");

        (await bot.SayAsync("/time 2050-03-27T01:59")).ShouldNotContain("MlaBot in #study, 27 Mar 02:30");
        (await bot.SayAsync("/time +2m")).ShouldSay("MlaBot in #study, 27 Mar 03:00: Question");
    }
}

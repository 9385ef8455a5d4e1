namespace MlaBot.Storage.Tests.Packs;

/// <summary>One damage, one fault, at the right place and in an author's words.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly PackBox _box = new();

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData("id: q-1.1-0002", "id: q-1.1-0001", "(22): item \"q-1.1-0001\" is already defined in exams/mla-c01/items/1.1.yaml(2)")]
    [InlineData("id: q-1.1-0002", "id: question two", "(22): item id \"question two\" is not of the form q-1.1-0001")]
    [InlineData("  type: ordering", "  type: ordring", "(41): item q-1.1-0003: type \"ordring\" is not one of multiple-choice, multiple-response, ordering, matching, case-study; did you mean \"ordering\"?", "(39): item q-1.1-0003 has no \"options\"")]
    [InlineData("blueprint: [1.1.k1, 1.1.s1]", "blueprint: [1.1.k1, 1.1.s2]", "(6): item q-1.1-0001: there is no blueprint id \"1.1.s2\"; did you mean \"1.1.s1\"?")]
    [InlineData("blueprint: [1.1.k1, 1.1.s1]", "blueprint: [1.1.k1, 1.1.s1, 2.1.k1, 1.1.k1]", "(6): item q-1.1-0001: \"blueprint\" holds 4, and 1 to 3 are needed", "(6): item q-1.1-0001: \"blueprint\" names \"1.1.k1\" twice")]
    [InlineData("exams: [MLA-C01, MLA-C02]", "exams: [MLA-C01, MLS-C01]", "(5): item q-1.1-0001: there is no exam \"MLS-C01\"; did you mean \"MLA-C01\"?")]
    [InlineData("exams: [MLA-C01, MLA-C02]", "exams: MLA-C01", "(5): item q-1.1-0001: \"exams\" is a text where a list is expected")]
    [InlineData("services: [s3, athena]", "services: [s3, athenaa]", "(62): item q-1.1-0004: there is no service \"athenaa\"; did you mean \"athena\"?")]
    [InlineData("version: 2", "version: two", "(58): item q-1.1-0004: version \"two\" is not a whole number from 1 to 9999")]
    [InlineData("difficulty: 3", "difficulty: 4", "(63): item q-1.1-0004: difficulty \"4\" is not a whole number from 1 to 3")]
    [InlineData("  takeaway: Lines are simple.\n", "", "(74): item q-1.1-0005 has no \"takeaway\"")]
    [InlineData("takeaway: Lines are simple.", "takeaway: ~", "(74): item q-1.1-0005 has no \"takeaway\"")]
    [InlineData("takeaway: Lines are simple.", "takeaway: \" \"", "(89): item q-1.1-0005: \"takeaway\" is empty")]
    [InlineData("takeaway: Lines are simple.", "takeaway: [Lines]", "(89): item q-1.1-0005: \"takeaway\" is a list where a text is expected")]
    [InlineData("takeaway: Lines are simple.", "takeawy: Lines are simple.", "(74): item q-1.1-0005 has no \"takeaway\"", "(89): item q-1.1-0005: unknown key \"takeawy\"; did you mean \"takeaway\"?")]
    [InlineData("takeaway: Lines are simple.", "takeaway: Lines.\n  takeaway: Twice.", "(90): \"takeaway\" stands twice here; the first is on line 89")]
    [InlineData("refs: [\"Amazon Athena User Guide: Columnar storage formats\"]", "refs: []", "(21): item q-1.1-0001: \"refs\" holds 0, and at least 1 are needed")]
    [InlineData("refs: [\"Amazon Athena User Guide: Columnar storage formats\"]", "refs: [\"\"]", "(21): item q-1.1-0001: \"refs\" holds an empty entry")]
    [InlineData("qualifier: most-cost-effective", "qualifier: cheapest", "(10): item q-1.1-0001: qualifier \"cheapest\" is not one of least-operational-overhead, most-cost-effective, lowest-latency, fewest-code-changes, most-secure, fastest-to-implement, highest-availability, other")]
    [InlineData("shuffle: false", "shuffle: no", "(11): item q-1.1-0001: shuffle \"no\" is neither true nor false")]
    public void Common_keys_of_items(string from, string to, params string[] faults) => Expect(PackBox.ItemsFile, from, to, faults);

    [Theory]
    [InlineData("text: \"JSON\", why", "text: \"JSON\", correct: true, why", "(15): item q-1.1-0001: a, c are correct, and 4 options of this type need 1")]
    [InlineData("text: \"Parquet\", correct: true", "text: \"Parquet\"", "(15): item q-1.1-0001: no option is correct, and 4 options of this type need 1")]
    [InlineData("    - {id: d, text: \"Avro\", why: \"Rows are kept together.\"}\n", "", "(15): item q-1.1-0001: \"options\" holds 3, and 4 are needed")]
    [InlineData("{id: d, text: \"Avro\"", "{id: c, text: \"Avro\"", "(19): item q-1.1-0001, option c: another option on line 18 has the same id")]
    [InlineData("{id: d, text: \"Avro\"", "{id: \"d>e\", text: \"Avro\"", "(19): item q-1.1-0001, option d>e: an id is a lower-case letter and up to seven letters or digits")]
    [InlineData(", why: \"Rows are kept together.\"", "", "(19): item q-1.1-0001, option d has no \"why\"")]
    [InlineData("text: \"Avro\"", "txt: \"Avro\"", "(19): item q-1.1-0001, option d has no \"text\"", "(19): item q-1.1-0001, option d: unknown key \"txt\"; did you mean \"text\"?")]
    [InlineData("correct: true, why: \"It keeps columns together.\"", "correct: true, misconception: \"x\", why: \"y\"", "(16): item q-1.1-0001, option a is right, so it has no misconception")]
    [InlineData("Which formats keep columns together? Choose TWO.", "Which formats keep columns together?", "(30): item q-1.1-0002: the stem does not say \"Choose TWO.\"")]
    [InlineData("Which formats keep columns together? Choose TWO.", "Which formats? Choose THREE.", "(30): item q-1.1-0002: the stem says \"Choose THREE.\" and 2 options are asked for")]
    [InlineData("Which model fits?", "Which models fit? Choose TWO.", "(83): item q-1.1-0005: the stem says \"Choose TWO.\" and one option is asked for")]
    [InlineData("text: \"JSON Lines\", why", "text: \"JSON Lines\", correct: true, why", "(31): item q-1.1-0002: a, c, d are correct, and 5 options of this type need 2")]
    [InlineData("case: case-1-01", "case: case-1-02", "(77): item q-1.1-0005: there is no case \"case-1-02\"; did you mean \"case-1-01\"?")]
    [InlineData("  case: case-1-01\n", "", "(74): item q-1.1-0005 has no \"case\"")]
    public void Choice_items(string from, string to, params string[] faults) => Expect(PackBox.ItemsFile, from, to, faults);

    [Theory]
    [InlineData("key: [s1, s2, s3]", "key: [s1, s2, s9]", "(53): item q-1.1-0003: key \"s9\" is not one of s1, s2, s3, s4")]
    [InlineData("key: [s1, s2, s3]", "key: [s1, s2]", "(53): item q-1.1-0003: key uses 2 of 4 steps; use 3 to 5 and leave out at most one")]
    [InlineData("key: [s1, s2, s3]", "key: [s1, s2, s1]", "(53): item q-1.1-0003: \"key\" names \"s1\" twice", "(53): item q-1.1-0003: key uses 2 of 4 steps; use 3 to 5 and leave out at most one")]
    [InlineData("shown: [s3, s4, s2, s1]", "shown: [s1, s2, s4, s3]", "(54): item q-1.1-0003: shown is the order of the key and gives the answer away")]
    [InlineData("shown: [s3, s4, s2, s1]", "shown: [s3, s2, s1]", "(54): item q-1.1-0003: shown leaves out s4")]
    [InlineData("shown: [s3, s4, s2, s1]", "shown: [s3, s4, s2, s1, s5]", "(54): item q-1.1-0003: shown \"s5\" is not one of s1, s2, s3, s4")]
    [InlineData("why: \"Left out.\"", "why: \"\"", "(52): item q-1.1-0003, step s4: \"why\" is empty")]
    [InlineData("key: r2, why", "key: r7, why", "(69): item q-1.1-0004, prompt p2: key \"r7\" is not one of r1, r2, r3", "(66): item q-1.1-0004: response r2 is no key and has no distractor_why")]
    [InlineData("    - {id: p2, text: \"Query objects\", key: r2, why: \"It queries objects.\"}\n", "", "(66): item q-1.1-0004: response r2 is no key and has no distractor_why", "(67): item q-1.1-0004: \"prompts\" holds 2, and 3 to 7 are needed")]
    [InlineData("  distractor_why: {r3: \"A volume belongs to one instance.\"}\n", "", "(66): item q-1.1-0004: response r3 is no key and has no distractor_why")]
    [InlineData("distractor_why: {r3: \"A", "distractor_why: {r1: \"Key.\", r3: \"A", "(71): item q-1.1-0004: response r1 is a key, so its why belongs to its prompt")]
    [InlineData("distractor_why: {r3: \"A", "distractor_why: {r8: \"None.\", r3: \"A", "(71): item q-1.1-0004: distractor_why \"r8\" is not one of r1, r2, r3")]
    public void Ordering_and_matching_items(string from, string to, params string[] faults) => Expect(PackBox.ItemsFile, from, to, faults);

    [Theory]
    [InlineData("weight: 60", "weight: 61", "(19): the weights of the domains add up to 101, not 100")]
    [InlineData("id: \"2.1\"", "id: \"3.1\"", "(34): domain 2, task: id \"3.1\" does not begin with 2.", "(38): task 3.1, point: id \"2.1.k1\" does not begin with 3.1.")]
    [InlineData("id: 1.1.s1", "id: 1.1.k1", "(29): task 1.1, point: id \"1.1.k1\" stands twice in this exam", "(29): blueprint id \"1.1.k1\" is already defined in exams/mla-c01/exam.yaml(28)")]
    [InlineData("as_of: 2026-11-21", "as_of: 21.11.2026", "(3): this exam: as_of \"21.11.2026\" is not a date as in 2026-11-21")]
    [InlineData("as_of: 2026-11-21", "as_of: 2026-02-30", "(3): this exam: as_of \"2026-02-30\" is not a date as in 2026-11-21")]
    [InlineData("passing_score: 720", "passing_score: 1720", "(6): form: scored is more than questions, or passing_score lies outside the scale")]
    [InlineData("  minutes: 130\n", "", "(6): form has no \"minutes\"")]
    [InlineData("question_types: [multiple-choice, ordering]", "question_types: [multiple-choices]", "(14): question_types: \"multiple-choices\" is not one of multiple-choice, multiple-response, ordering, matching, case-study; did you mean \"multiple-choice\"?")]
    [InlineData("successor: MLA-C02", "successor: next year", "(4): successor \"next year\" is not an exam code as in MLA-C01")]
    [InlineData("core_services: [s3]", "core_services: [s4]", "(18): core_services: there is no service \"s4\"; did you mean \"s3\"?")]
    [InlineData("practice_types: [case-study]", "practice_types: [case]", "(39): practice_types: \"case\" is not one of multiple-choice, multiple-response, ordering, matching, case-study")]
    [InlineData("{service: s3, least: 10, most: 40}", "{service: s4, least: 40, most: 40}", "(42): a share of key_shares: there is no service \"s4\"; did you mean \"s3\"?", "(42): a share of key_shares: least must be below most")]
    [InlineData("confidence: high", "confidence: certain", "(16): a fact of availability: confidence \"certain\" is not one of high, medium, low")]
    public void Exams(string from, string to, params string[] faults)
    {
        _box.Change(PackBox.ExamFile, from, to);
        _box.Faults().Where(fault => fault.StartsWith(PackBox.ExamFile, StringComparison.Ordinal))
            .ShouldBe(faults.Select(fault => PackBox.ExamFile + fault), ignoreOrder: true);
    }

    [Theory]
    [InlineData("slug: athena\n", "slug: s3\n", "(14): service s3, instead: there is no service \"athena\"", "(17): service \"s3\" is already defined in services/storage.yaml(1)")]
    [InlineData("parent: s3", "parent: s5", "(21): service athena, parent: there is no service \"s5\"; did you mean \"s3\"?")]
    [InlineData("{slug: s3, when", "{slug: s5, when", "(36): service athena, instead: there is no service \"s5\"; did you mean \"s3\"?")]
    [InlineData("state: renamed", "state: closed", "(26): service athena, status: state \"closed\" is not one of active, renamed, closed-to-new, sunset, ended")]
    [InlineData("since: \"2024-02\"", "since: \"last year\"", "(27): service athena, status: since \"last year\" is not a date as in 2026-11-21, 2026-11 or 2026")]
    [InlineData("    note: \"Had another name before 2024.\"\n", "", "(26): service athena, status has no \"note\"")]
    [InlineData("{c01: named, c02: dropped}", "{c01: named, c09: in}", "(22): service athena, scope: \"c09\" is the end of no exam code (MLA-C01, MLA-C02)")]
    [InlineData("{c01: named, c02: dropped}", "{c01: name}", "(22): service athena, scope: c01 \"name\" is not one of in, named, unlisted, out, dropped; did you mean \"named\"?")]
    [InlineData("blueprint: [\"1.1.s1\"]", "blueprint: [\"1.1.s9\"]", "(31): service athena: there is no blueprint id \"1.1.s9\"; did you mean \"1.1.s1\"?")]
    [InlineData("    as_of: 2026-11-21\n", "", "(26): service athena, status has no \"as_of\"")]
    [InlineData("as_of: 2026-11-20", "as_of: soon", "(39): service athena, limits: as_of \"soon\" is not a date as in 2026-11-21")]
    [InlineData("as_of: 2026-11-20, ", "", "(39): service athena, limits has no \"as_of\"")]
    [InlineData(", source: \"Amazon Athena User Guide: Service Quotas\"", "", "(39): service athena, limits has no \"source\"")]
    [InlineData("kind: feature", "kind: thing", "(20): service athena: kind \"thing\" is not one of service, feature, concept")]
    public void Services(string from, string to, params string[] faults)
    {
        _box.Change(PackBox.ServicesFile, from, to);
        _box.Faults().Where(fault => fault.StartsWith("services/", StringComparison.Ordinal))
            .ShouldBe(faults.Select(fault => PackBox.ServicesFile + fault), ignoreOrder: true);
    }

    [Theory]
    [InlineData("---\nslug", "slug", "(1): a note begins with its keys between two lines of ---")]
    [InlineData("title: Data formats\n", "", "(2): this note has no \"title\"")]
    [InlineData("slug: data-formats", "slug: Data Formats", "(2): a note's slug is lower-case words joined by hyphens")]
    [InlineData("services: [s3]", "services: [s33]", "(5): this note: there is no service \"s33\"; did you mean \"s3\"?")]
    [InlineData("Columns for scans, rows for records.", "", ": the note has no text below its keys")]
    [InlineData("title: Data formats", "title: \"Data formats", "(3): the YAML breaks here: a quote is opened and not closed, or a line of the text is indented less than its key")]
    [InlineData("as_of: 2026-11-21\n", "", "(2): this note has no \"as_of\"")]
    [InlineData("as_of: 2026-11-21\n", "as_of: 2026-11-21\ntopics: [note-1.2]\n", "(8): this note: there is no topic \"note-1.2\"; did you mean \"note-1.1\"?")]
    public void Notes(string from, string to, params string[] faults) => Expect(PackBox.NoteFile, from, to, faults);

    [Theory]
    [InlineData("right: s3", "right: s33", "(2): comparison athena, right: there is no service \"s33\"; did you mean \"s3\"?")]
    [InlineData("right: s3", "right: athena", "(2): comparison athena: left and right are the same service")]
    [InlineData("  as_of: 2026-11-20\n", "", "(1): comparison athena has no \"as_of\"")]
    [InlineData("  sources: [\"Amazon Athena User Guide: What is Amazon Athena?\"]\n", "", "(1): comparison athena has no \"sources\"")]
    [InlineData("    - {aspect: Price, left: \"By bytes read.\", right: \"By bytes kept.\"}\n", "", "(4): comparison athena: \"rows\" holds 1, and 2 to 5 are needed")]
    [InlineData("aspect: Work, left", "aspect: Work, lefty", "(5): comparison athena, rows has no \"left\"", "(5): comparison athena, rows: unknown key \"lefty\"; did you mean \"left\"?")]
    [InlineData(", right: \"durable objects\"", "", "(7): comparison athena, clues has no \"right\"")]
    [InlineData("blueprint: [1.1.s1]", "blueprint: [1.1.s9]", "(11): comparison athena: there is no blueprint id \"1.1.s9\"; did you mean \"1.1.s1\"?")]
    public void Comparisons(string from, string to, params string[] faults) => Expect(PackBox.ComparisonsFile, from, to, faults);

    [Fact]
    public void A_pair_is_compared_once_in_whichever_order()
    {
        var turned = GoodPack.Comparisons.Replace("left: athena", "left: s3", StringComparison.Ordinal).Replace("right: s3", "right: athena", StringComparison.Ordinal);
        _box.Write(PackBox.ComparisonsFile, $"{GoodPack.Comparisons}\n{turned}");

        _box.Faults().ShouldBe(["comparisons.yaml(12): comparison \"athena or s3\" is already defined in comparisons.yaml(1)"]);
    }

    [Theory]
    [InlineData("title: Read the last sentence first", "titel: Read", "(1): tip last-sentence has no \"title\"", "(2): tip last-sentence: unknown key \"titel\"; did you mean \"title\"?")]
    [InlineData("- id: last-sentence", "- id: last-sentence\n  title: One\n  text: \"Two.\"\n- id: last-sentence", "(4): tip \"last-sentence\" is already defined in tips.yaml(1)")]
    public void Tips(string from, string to, params string[] faults) => Expect(PackBox.TipsFile, from, to, faults);

    [Theory]
    [InlineData("group: note\n  title: Data formats", "group: notes\n  title: Data formats", "(2): topic note-1.1: group \"notes\" is not one of note, lab, outline, service; did you mean \"note\"?")]
    [InlineData("blueprint: [1.1.k1]", "blueprint: [1.1.k7]", "(4): topic note-1.1: there is no blueprint id \"1.1.k7\"; did you mean \"1.1.k1\"?")]
    [InlineData("services: [s3]", "services: [s33]", "(5): topic note-1.1: there is no service \"s33\"; did you mean \"s3\"?")]
    public void Topics(string from, string to, params string[] faults) => Expect(PackBox.TopicsFile, from, to, faults);

    [Theory]
    [InlineData("slug: churn", "slug: Churn Lab", "(1): a lab's slug is lower-case words joined by hyphens")]
    [InlineData("id: wrap-up", "id: \"1.1\"", "(6): two steps of this lab have the id \"1.1\"")]
    [InlineData("    check: \"It is gone.\"", "", "(15): a step of this lab has no \"check\"")]
    [InlineData("topics: [note-1.1]", "topics: [note-9]", "(11): a step of this lab: there is no topic \"note-9\"")]
    public void Labs(string from, string to, params string[] faults) => Expect(PackBox.LabFile, from, to, faults);

    [Theory]
    [InlineData("  scenario: >-", "  scenaro: >-", "(1): case case-1-01 has no \"scenario\"", "(5): case case-1-01: unknown key \"scenaro\"; did you mean \"scenario\"?")]
    [InlineData("as_of: 2026-11-21", "as_of: soon", "(4): case case-1-01: as_of \"soon\" is not a date as in 2026-11-21")]
    public void Cases(string from, string to, params string[] faults) => Expect(PackBox.CasesFile, from, to, faults);

    private void Expect(string file, string from, string to, string[] faults)
    {
        _box.Change(file, from, to);
        _box.Faults().ShouldBe(faults.Select(fault => file + fault), ignoreOrder: true);
    }
}

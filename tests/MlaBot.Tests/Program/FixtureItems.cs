namespace MlaBot.Tests.Program;

/// <summary>The parts of the fixture's items that differ by type, as their packs write them, and what they refer to.</summary>
internal static class FixtureItems
{
    public const string Cases =
        """
        - id: case-5-01
          title: "A forest of sensors"
          exams: [MLA-C01]
          as_of: 2026-11-21
          scenario: "A forest service reads ten sensors in each of its valleys."
        """;

    public const string Services =
        """
        - slug: s3
          name: "Amazon S3"
          category: "Storage"
          kind: service
          scope: {c01: in}
          aliases: ["simple storage service"]
          intents: ["store files"]
          status: {state: active, confidence: high, as_of: 2026-11-21}
          blueprint: ["1.1.k1"]
          what: "Object storage."
          exam: "Know it."
          pick_when: "Pick it for files."
          instead:
            - {slug: athena, when: "You want to query the files."}
          traps: ["It is not a disk."]
          related_guides: ["Amazon S3 User Guide"]
        - slug: athena
          name: "Amazon Athena"
          category: "Analytics"
          kind: service
          scope: {c01: in}
          aliases: ["sql on s3"]
          intents: ["query files"]
          status: {state: active, confidence: high, as_of: 2026-11-21}
          blueprint: ["1.1.k2"]
          what: "SQL on files."
          exam: "Know it too."
          pick_when: "Pick it for queries."
          instead:
            - {slug: s3, when: "You want to keep files."}
          traps: ["It keeps nothing."]
          related_guides: ["Amazon Athena User Guide"]
        """;

    public static string MultipleChoice(string id) => $$"""
          type: multiple-choice
          stem: "Which tree does {{id}} ask for?"
          options:
            - {id: a, text: "Alder", why: "It grows at rivers."}
            - {id: b, text: "Birch", correct: true, why: "It is the one."}
            - {id: c, text: "Cedar", why: "It grows in the south."}
            - {id: d, text: "Dogwood", why: "It is a shrub."}
        """;

    public static string MultipleResponse(string id) => $$"""
          type: multiple-response
          stem: "Which trees does {{id}} ask for? Choose THREE."
          options:
            - {id: a, text: "Alder", correct: true, why: "It is one."}
            - {id: b, text: "Birch", correct: true, why: "It is another."}
            - {id: c, text: "Cedar", correct: true, why: "It is the third."}
            - {id: d, text: "Dogwood", why: "It is a shrub."}
            - {id: e, text: "Elder", why: "It is a shrub too."}
            - {id: f, text: "Fern", why: "It is no tree."}
        """;

    public static string Ordering(string id) => $$"""
          type: ordering
          stem: "In which order does {{id}} go? Use three of the steps."
          steps:
            - {id: s1, text: "Dig", why: "First a hole."}
            - {id: s2, text: "Plant", why: "Then the tree."}
            - {id: s3, text: "Water", why: "Then the rain."}
            - {id: s4, text: "Paint", why: "Trees need no paint."}
          key: [s1, s2, s3]
          shown: [s3, s4, s2, s1]
        """;

    public static string Matching(string id) => $$"""
          type: matching
          stem: "Which part belongs to which tree in {{id}}?"
          responses:
            - {id: r1, text: "Catkins"}
            - {id: r2, text: "Cones"}
            - {id: r3, text: "Acorns"}
            - {id: r4, text: "Pods"}
          prompts:
            - {id: p1, text: "Birch", key: r1, why: "It bears catkins."}
            - {id: p2, text: "Cedar", key: r2, why: "It bears cones."}
            - {id: p3, text: "Oak", key: r3, why: "It bears acorns."}
          distractor_why: {r4: "None of them bears pods."}
        """;

    public static string CaseStudy(string id) => $$"""
          type: case-study
          case: case-5-01
          stem: "How many sensors does {{id}} ask for?"
          options:
            - {id: a, text: "One", why: "Too few."}
            - {id: b, text: "Five", why: "Half of them."}
            - {id: c, text: "Ten", correct: true, why: "So it is written."}
            - {id: d, text: "Twenty", why: "Too many."}
        """;
}

namespace MlaBot.Storage.Tests.Packs;

/// <summary>A small pack without a fault; tests count its lines, so add at the end.</summary>
internal static class GoodPack
{
    public const string Exam =
        """
        id: MLA-C01
        name: "A test exam"
        as_of: 2026-11-21
        successor: MLA-C02
        form:
          questions: 65
          scored: 50
          minutes: 130
          passing_score: 720
          scale_minimum: 100
          scale_maximum: 1000
          price_usd: 150
          validity_years: 3
        question_types: [multiple-choice, ordering]
        availability:
          - {subject: "English", text: "Ended on 2026-09-28.", confidence: high}
        changes: []
        core_services: [s3]
        domains:
          - id: "1"
            title: "Data"
            weight: 60
            tasks:
              - id: "1.1"
                title: "Ingest"
                bank_target: 10
                points:
                  - {id: 1.1.k1, kind: knowledge, title: "Formats", covers: "Row and column formats"}
                  - {id: 1.1.s1, kind: skill, title: "Extract", covers: "Read from S3", successor: "removed"}
          - id: "2"
            title: "Models"
            weight: 40
            tasks:
              - id: "2.1"
                title: "Choose"
                bank_target: 10
                points:
                  - {id: 2.1.k1, kind: knowledge, title: "Algorithms", covers: "Families"}
        practice_types: [case-study]
        choose_when: "You sit in Japanese."
        key_shares:
          - {service: s3, least: 10, most: 40}
        """;

    public const string Items =
        """
        # yaml-language-server: $schema=../../../schema/items.schema.json
        - id: q-1.1-0001
          version: 1
          type: multiple-choice
          exams: [MLA-C01, MLA-C02]
          blueprint: [1.1.k1, 1.1.s1]
          services: [s3]
          difficulty: 2
          as_of: 2026-11-21
          qualifier: most-cost-effective
          shuffle: false
          stem: >-
            A bakery keeps its sales in files and reads two columns of them each night.
            Which format serves this MOST cost-effectively?
          options:
            - {id: a, text: "Parquet", correct: true, why: "It keeps columns together."}
            - {id: b, text: "CSV", misconception: "takes rows for columns", why: "Every row is read."}
            - {id: c, text: "JSON", why: "Every record is read."}
            - {id: d, text: "Avro", why: "Rows are kept together."}
          takeaway: Column scans want column formats.
          refs: ["Amazon Athena User Guide: Columnar storage formats"]
        - id: q-1.1-0002
          version: 1
          type: multiple-response
          exams: [MLA-C01]
          blueprint: [1.1.k1]
          services: []
          difficulty: 1
          as_of: 2026-11-21
          stem: "Which formats keep columns together? Choose TWO."
          options:
            - {id: a, text: "ORC", correct: true, why: "One."}
            - {id: b, text: "CSV", why: "Two."}
            - {id: c, text: "Apache Parquet", correct: true, why: "Three."}
            - {id: d, text: "JSON Lines", why: "Four."}
            - {id: e, text: "RecordIO", why: "Five."}
          takeaway: ORC and Parquet are column formats.
          refs: ["Guide: Page"]
        - id: q-1.1-0003
          version: 1
          type: ordering
          exams: [MLA-C01]
          blueprint: [1.1.s1]
          services: [athena]
          difficulty: 2
          as_of: 2026-11-21
          stem: Put the steps in order. Use three of them.
          steps:
            - {id: s1, text: "Upload the files", why: "First."}
            - {id: s2, text: "Crawl the files", why: "Second."}
            - {id: s3, text: "Query the table", why: "Third."}
            - {id: s4, text: "Format the disk", why: "Left out."}
          key: [s1, s2, s3]
          shown: [s3, s4, s2, s1]
          takeaway: Upload, crawl, query.
          refs: ["Guide: Page"]
        - id: q-1.1-0004
          version: 2
          type: matching
          exams: [MLA-C01]
          blueprint: [1.1.k1]
          services: [s3, athena]
          difficulty: 3
          as_of: 2026-11-21
          stem: Match each need to a service. Use each response once, more than once or not at all.
          responses: [{id: r1, text: "Amazon S3"}, {id: r2, text: "Amazon Athena"}, {id: r3, text: "Amazon EBS"}]
          prompts:
            - {id: p1, text: "Keep objects", key: r1, why: "It keeps objects."}
            - {id: p2, text: "Query objects", key: r2, why: "It queries objects."}
            - {id: p3, text: "Keep more objects", key: r1, why: "It keeps more of them."}
          distractor_why: {r3: "A volume belongs to one instance."}
          takeaway: S3 keeps, Athena asks.
          refs: ["Guide: Page"]
        - id: q-1.1-0005
          version: 1
          type: case-study
          case: case-1-01
          exams: [MLA-C01]
          blueprint: [2.1.k1]
          services: [s3]
          difficulty: 2
          as_of: 2026-11-21
          stem: Which model fits?
          options:
            - {id: a, text: "A tree", why: "It does not."}
            - {id: b, text: "A line", correct: true, why: "It does."}
            - {id: c, text: "A net", why: "Too large."}
            - {id: d, text: "A forest", why: "Too many."}
          takeaway: Lines are simple.
          refs: ["Guide: Page"]
        """;

    public const string Cases =
        """
        - id: case-1-01
          title: "A bakery"
          exams: [MLA-C01]
          as_of: 2026-11-21
          scenario: >-
            A bakery bakes bread.


            It wants to bake less on quiet days.
        """;

    public const string Services =
        """
        - slug: s3
          name: "Amazon S3"
          category: "Storage"
          kind: service
          scope: {c01: in, c02: in}
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
          kind: feature
          parent: s3
          scope: {c01: named, c02: dropped}
          aliases: ["sql on s3"]
          intents: ["query files"]
          status:
            state: renamed
            since: "2024-02"
            confidence: medium
            as_of: 2026-11-21
            note: "Had another name before 2024."
          blueprint: ["1.1.s1"]
          what: "SQL on files."
          exam: "Know it too."
          pick_when: "Pick it for queries."
          instead:
            - {slug: s3, when: "You want to keep files."}
          traps: ["It keeps nothing."]
          limits:
            - {what: "A query runs for at most 30 minutes.", as_of: 2026-11-20, source: "Amazon Athena User Guide: Service Quotas"}
          related_guides: ["Amazon Athena User Guide"]
        """;

    public const string Note =
        """
        ---
        slug: data-formats
        title: Data formats
        blueprint: [1.1.k1]
        services: [s3]
        sources: ["Amazon S3 User Guide: What is Amazon S3?"]
        as_of: 2026-11-21
        ---
        Columns for scans, rows for records.
        """;

    public const string Comparisons =
        """
        - left: athena
          right: s3
          difference: "Athena asks what S3 keeps."
          rows:
            - {aspect: Work, left: "It runs SQL.", right: "It keeps objects."}
            - {aspect: Price, left: "By bytes read.", right: "By bytes kept."}
          clues: {left: "SQL on files", right: "durable objects"}
          trap: "Athena keeps nothing."
          sources: ["Amazon Athena User Guide: What is Amazon Athena?"]
          as_of: 2026-11-20
          blueprint: [1.1.s1]
        """;

    public const string Tips =
        """
        - id: last-sentence
          title: Read the last sentence first
          text: "It holds the question."
        """;

    public const string Topics =
        """
        - id: note-1.1
          group: note
          title: Data formats
          blueprint: [1.1.k1]
          services: [s3]
        - id: faq
          group: note
          title: "Is it hard?"
          blueprint: []
        """;

    public const string Lab =
        """
        slug: churn
        title: Predict churn
        intro: "You build a small model."
        as_of: 2026-11-21
        sources: ["Amazon S3 User Guide: What is Amazon S3?"]
        steps:
          - id: "1.1"
            title: Upload
            blueprint: [1.1.k1]
            services: [s3]
            topics: [note-1.1]
            actions: ["Make a bucket.", "Upload the file."]
            check: "The file is there."
            caution: "It costs money."
          - id: wrap-up
            title: Delete
            blueprint: []
            services: []
            actions: ["Delete the bucket."]
            check: "It is gone."
        """;
}

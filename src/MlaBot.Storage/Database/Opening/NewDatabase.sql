CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "Groups" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Groups" PRIMARY KEY AUTOINCREMENT,
    "Platform" TEXT NOT NULL,
    "ExternalId" TEXT NOT NULL
);

CREATE TABLE "Heartbeats" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Heartbeats" PRIMARY KEY,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Outages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outages" PRIMARY KEY AUTOINCREMENT,
    "From" INTEGER NOT NULL,
    "To" INTEGER NOT NULL
);

CREATE TABLE "ShownItems" (
    "ItemId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Json" TEXT NOT NULL,
    CONSTRAINT "PK_ShownItems" PRIMARY KEY ("ItemId", "Version")
);

CREATE TABLE "Channels" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Channels" PRIMARY KEY AUTOINCREMENT,
    "GroupId" INTEGER NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Exam" TEXT NOT NULL,
    "Zone" TEXT NOT NULL,
    "Feedback" INTEGER NOT NULL,
    "OpenForSeconds" INTEGER NOT NULL,
    CONSTRAINT "FK_Channels_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Learners" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Learners" PRIMARY KEY AUTOINCREMENT,
    "GroupId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Calendar" TEXT NULL,
    CONSTRAINT "FK_Learners_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RestDays" (
    "GroupId" INTEGER NOT NULL,
    "From" INTEGER NOT NULL,
    "Days" INTEGER NOT NULL,
    CONSTRAINT "PK_RestDays" PRIMARY KEY ("GroupId", "From"),
    CONSTRAINT "FK_RestDays_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Posts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Posts" PRIMARY KEY AUTOINCREMENT,
    "ScheduleId" INTEGER NOT NULL,
    "ChannelId" INTEGER NOT NULL,
    "GroupId" INTEGER NOT NULL,
    "Domain" TEXT NOT NULL,
    "Date" INTEGER NOT NULL,
    "Slot" INTEGER NOT NULL,
    "ItemId" TEXT NOT NULL,
    "ItemVersion" INTEGER NOT NULL,
    "Presentation" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Feedback" INTEGER NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "OpenedAt" INTEGER NULL,
    "ClosesAt" INTEGER NULL,
    "MessageId" TEXT NULL,
    "Note" TEXT NOT NULL,
    CONSTRAINT "FK_Posts_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Posts_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Schedules" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Schedules" PRIMARY KEY AUTOINCREMENT,
    "ChannelId" INTEGER NOT NULL,
    "Domain" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Zone" TEXT NOT NULL,
    "Days" INTEGER NOT NULL,
    "PausedBecause" TEXT NULL,
    CONSTRAINT "FK_Schedules_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Answers" (
    "PostId" INTEGER NOT NULL,
    "LearnerId" INTEGER NOT NULL,
    "First" TEXT NOT NULL,
    "IsFirstCorrect" INTEGER NOT NULL,
    "FirstAt" INTEGER NOT NULL,
    "Last" TEXT NOT NULL,
    "IsLastCorrect" INTEGER NOT NULL,
    "LastAt" INTEGER NOT NULL,
    "Changes" INTEGER NOT NULL,
    "IsPractice" INTEGER NOT NULL,
    "Day" INTEGER NOT NULL,
    "IsGrace" INTEGER NOT NULL,
    CONSTRAINT "PK_Answers" PRIMARY KEY ("PostId", "LearnerId"),
    CONSTRAINT "FK_Answers_Learners_LearnerId" FOREIGN KEY ("LearnerId") REFERENCES "Learners" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Answers_Posts_PostId" FOREIGN KEY ("PostId") REFERENCES "Posts" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Answers_LearnerId_IsPractice_Day_IsGrace" ON "Answers" ("LearnerId", "IsPractice", "Day", "IsGrace");

CREATE UNIQUE INDEX "IX_Channels_GroupId_ExternalId" ON "Channels" ("GroupId", "ExternalId");

CREATE UNIQUE INDEX "IX_Groups_Platform_ExternalId" ON "Groups" ("Platform", "ExternalId");

CREATE UNIQUE INDEX "IX_Learners_GroupId_UserId" ON "Learners" ("GroupId", "UserId");

CREATE INDEX "IX_Outages_To" ON "Outages" ("To");

CREATE INDEX "IX_Posts_ChannelId_Domain_ItemId_State" ON "Posts" ("ChannelId", "Domain", "ItemId", "State");

CREATE INDEX "IX_Posts_ChannelId_DueAt" ON "Posts" ("ChannelId", "DueAt");

CREATE INDEX "IX_Posts_GroupId_State_DueAt_OpenedAt" ON "Posts" ("GroupId", "State", "DueAt", "OpenedAt");

CREATE UNIQUE INDEX "IX_Posts_ScheduleId_Date_Slot" ON "Posts" ("ScheduleId", "Date", "Slot");

CREATE INDEX "IX_Posts_State_ClosesAt" ON "Posts" ("State", "ClosesAt");

CREATE INDEX "IX_Posts_State_DueAt" ON "Posts" ("State", "DueAt");

CREATE INDEX "IX_Schedules_ChannelId" ON "Schedules" ("ChannelId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121065518_Initial', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Channels" ADD "IsSilent" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Channels" ADD "MentionRole" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Channels" ADD "OpensThread" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Channels" ADD "SetUpBy" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Drafts" (
    "GroupId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("GroupId", "UserId", "Subject"),
    CONSTRAINT "FK_Drafts_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Reports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reports" PRIMARY KEY AUTOINCREMENT,
    "GroupId" INTEGER NOT NULL,
    "LearnerId" INTEGER NOT NULL,
    "PostId" INTEGER NOT NULL,
    "ItemId" TEXT NOT NULL,
    "ItemVersion" INTEGER NOT NULL,
    "Reason" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ClosedAt" INTEGER NULL,
    "ClosedBy" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    CONSTRAINT "FK_Reports_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reports_Learners_LearnerId" FOREIGN KEY ("LearnerId") REFERENCES "Learners" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reports_Posts_PostId" FOREIGN KEY ("PostId") REFERENCES "Posts" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Drafts_ChangedAt" ON "Drafts" ("ChangedAt");

CREATE INDEX "IX_Reports_GroupId_ClosedAt_ItemId_ItemVersion" ON "Reports" ("GroupId", "ClosedAt", "ItemId", "ItemVersion");

CREATE UNIQUE INDEX "IX_Reports_LearnerId_ItemId_ItemVersion" ON "Reports" ("LearnerId", "ItemId", "ItemVersion");

CREATE INDEX "IX_Reports_PostId" ON "Reports" ("PostId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121120206_PostingDraftsReports', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Admins" (
    "GroupId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "NamedBy" TEXT NOT NULL,
    "NamedByName" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Admins" PRIMARY KEY ("GroupId", "UserId"),
    CONSTRAINT "FK_Admins_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Deliveries" (
    "GroupId" INTEGER NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Deliveries" PRIMARY KEY ("GroupId", "ExternalId"),
    CONSTRAINT "FK_Deliveries_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Deliveries_At" ON "Deliveries" ("At");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121153009_AdminsDeliveries', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_Posts_GroupId_State_DueAt_OpenedAt";

ALTER TABLE "Answers" RENAME COLUMN "IsPractice" TO "Kind";

DROP INDEX "IX_Answers_LearnerId_IsPractice_Day_IsGrace";

CREATE INDEX "IX_Answers_LearnerId_Kind_Day_IsGrace" ON "Answers" ("LearnerId", "Kind", "Day", "IsGrace");

ALTER TABLE "Posts" ADD "RoundId" INTEGER NULL;

CREATE TABLE "Rounds" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Rounds" PRIMARY KEY AUTOINCREMENT,
    "ChannelId" INTEGER NOT NULL,
    "Exam" TEXT NOT NULL,
    "Phase" INTEGER NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "DueAt" INTEGER NULL,
    "Text" TEXT NOT NULL,
    CONSTRAINT "FK_Rounds_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RoundPlayers" (
    "RoundId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "FromQuestion" INTEGER NOT NULL,
    "Team" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    CONSTRAINT "PK_RoundPlayers" PRIMARY KEY ("RoundId", "UserId"),
    CONSTRAINT "FK_RoundPlayers_Rounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES "Rounds" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Posts_GroupId_State_DueAt_OpenedAt_RoundId" ON "Posts" ("GroupId", "State", "DueAt", "OpenedAt", "RoundId");

CREATE UNIQUE INDEX "IX_Posts_RoundId_Slot" ON "Posts" ("RoundId", "Slot");

CREATE INDEX "IX_Rounds_ChannelId_StartedAt" ON "Rounds" ("ChannelId", "StartedAt");

CREATE UNIQUE INDEX "OneRunningRound" ON "Rounds" ("ChannelId") WHERE Phase NOT IN (8, 9);

CREATE TABLE "ef_temp_Posts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Posts" PRIMARY KEY AUTOINCREMENT,
    "ChannelId" INTEGER NOT NULL,
    "ClosesAt" INTEGER NULL,
    "Date" INTEGER NOT NULL,
    "Domain" TEXT NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "Feedback" INTEGER NOT NULL,
    "GroupId" INTEGER NOT NULL,
    "ItemId" TEXT NOT NULL,
    "ItemVersion" INTEGER NOT NULL,
    "MessageId" TEXT NULL,
    "Note" TEXT NOT NULL,
    "OpenedAt" INTEGER NULL,
    "Presentation" TEXT NOT NULL,
    "RoundId" INTEGER NULL,
    "ScheduleId" INTEGER NULL,
    "Slot" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    CONSTRAINT "FK_Posts_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Posts_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Posts_Rounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES "Rounds" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Posts" ("Id", "ChannelId", "ClosesAt", "Date", "Domain", "DueAt", "Feedback", "GroupId", "ItemId", "ItemVersion", "MessageId", "Note", "OpenedAt", "Presentation", "RoundId", "ScheduleId", "Slot", "State")
SELECT "Id", "ChannelId", "ClosesAt", "Date", "Domain", "DueAt", "Feedback", "GroupId", "ItemId", "ItemVersion", "MessageId", "Note", "OpenedAt", "Presentation", "RoundId", "ScheduleId", "Slot", "State"
FROM "Posts";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Posts";

ALTER TABLE "ef_temp_Posts" RENAME TO "Posts";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "IX_Posts_ChannelId_Domain_ItemId_State" ON "Posts" ("ChannelId", "Domain", "ItemId", "State");

CREATE INDEX "IX_Posts_ChannelId_DueAt" ON "Posts" ("ChannelId", "DueAt");

CREATE INDEX "IX_Posts_GroupId_State_DueAt_OpenedAt_RoundId" ON "Posts" ("GroupId", "State", "DueAt", "OpenedAt", "RoundId");

CREATE UNIQUE INDEX "IX_Posts_RoundId_Slot" ON "Posts" ("RoundId", "Slot");

CREATE UNIQUE INDEX "IX_Posts_ScheduleId_Date_Slot" ON "Posts" ("ScheduleId", "Date", "Slot");

CREATE INDEX "IX_Posts_State_ClosesAt" ON "Posts" ("State", "ClosesAt");

CREATE INDEX "IX_Posts_State_DueAt" ON "Posts" ("State", "DueAt");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121184933_Rounds', '10.0.14');

BEGIN TRANSACTION;
CREATE TABLE "BoardMembers" (
    "LearnerId" INTEGER NOT NULL CONSTRAINT "PK_BoardMembers" PRIMARY KEY,
    "GroupId" INTEGER NOT NULL,
    "Alias" TEXT NOT NULL,
    "AliasKey" TEXT NULL,
    "IsHidden" INTEGER NOT NULL,
    CONSTRAINT "FK_BoardMembers_Learners_LearnerId" FOREIGN KEY ("LearnerId") REFERENCES "Learners" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "BoardSettings" (
    "ChannelId" INTEGER NOT NULL CONSTRAINT "PK_BoardSettings" PRIMARY KEY,
    "ClosesWeeks" INTEGER NOT NULL,
    "ClosesMonths" INTEGER NOT NULL,
    "ClosesSeasons" INTEGER NOT NULL,
    "TellsMilestones" INTEGER NOT NULL,
    "Quorum" INTEGER NOT NULL,
    CONSTRAINT "FK_BoardSettings_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "BoardTotals" (
    "ChannelId" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Start" INTEGER NOT NULL,
    "LearnerId" INTEGER NOT NULL,
    "Answered" INTEGER NOT NULL,
    "Right" INTEGER NOT NULL,
    CONSTRAINT "PK_BoardTotals" PRIMARY KEY ("ChannelId", "Kind", "Start", "LearnerId")
) WITHOUT ROWID;

CREATE TABLE "Boards" (
    "ChannelId" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Start" INTEGER NOT NULL,
    "End" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Final" TEXT NULL,
    CONSTRAINT "PK_Boards" PRIMARY KEY ("ChannelId", "Kind", "Start"),
    CONSTRAINT "FK_Boards_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "CountedPosts" (
    "PostId" INTEGER NOT NULL CONSTRAINT "PK_CountedPosts" PRIMARY KEY,
    CONSTRAINT "FK_CountedPosts_Posts_PostId" FOREIGN KEY ("PostId") REFERENCES "Posts" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "GroupDays" (
    "ChannelId" INTEGER NOT NULL,
    "Date" INTEGER NOT NULL,
    "People" INTEGER NOT NULL,
    "Active" INTEGER NOT NULL,
    "IsStale" INTEGER NOT NULL,
    CONSTRAINT "PK_GroupDays" PRIMARY KEY ("ChannelId", "Date"),
    CONSTRAINT "FK_GroupDays_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Milestones" (
    "LearnerId" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Value" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "TellIn" INTEGER NULL,
    CONSTRAINT "PK_Milestones" PRIMARY KEY ("LearnerId", "Kind", "Value"),
    CONSTRAINT "FK_Milestones_Learners_LearnerId" FOREIGN KEY ("LearnerId") REFERENCES "Learners" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_BoardMembers_GroupId_AliasKey" ON "BoardMembers" ("GroupId", "AliasKey");

CREATE INDEX "IX_Boards_State_End" ON "Boards" ("State", "End");

CREATE INDEX "IX_GroupDays_IsStale" ON "GroupDays" ("IsStale") WHERE IsStale = 1;

CREATE INDEX "IX_Milestones_TellIn" ON "Milestones" ("TellIn") WHERE TellIn IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121190636_Boards', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Channels" ADD "PicksColdest" INTEGER NOT NULL DEFAULT 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121193631_ColdPicks', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Marathons" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Marathons" PRIMARY KEY AUTOINCREMENT,
    "ChannelId" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "From" INTEGER NOT NULL,
    "Days" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "TellsStandings" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Told" INTEGER NOT NULL,
    "Final" TEXT NULL,
    CONSTRAINT "FK_Marathons_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Marathons_ChannelId" ON "Marathons" ("ChannelId");

CREATE INDEX "IX_Marathons_State" ON "Marathons" ("State") WHERE State < 6;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121200124_Marathons', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Posts" ADD "Number" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Groups" ADD "Questions" INTEGER NOT NULL DEFAULT 0;

UPDATE Posts SET Number = Id WHERE State <> 0;

UPDATE Groups SET Questions = coalesce((SELECT max(Number) FROM Posts p WHERE p.GroupId = Groups.Id), 0);

CREATE UNIQUE INDEX "IX_Posts_GroupId_Number" ON "Posts" ("GroupId", "Number") WHERE Number > 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121222116_QuestionNumbers', '10.0.14');

COMMIT;


using System.Text.Json.Serialization;
using MlaBot.Core.Boards;
using MlaBot.Core.Learners;
using MlaBot.Core.Questions;

namespace MlaBot.Storage.Database.Json;

/// <summary>How items, calendars and ended boards are written into the database. Stored texts live for ever: never rename a member.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(ExamIdConverter), typeof(BlueprintIdConverter), typeof(ItemIdConverter), typeof(PartIdConverter),
        typeof(LocalDateConverter),
    ])]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(LearnerCalendar))]
[JsonSerializable(typeof(FinalBoard))]
[JsonSerializable(typeof(RoundText))]
internal sealed partial class StorageJson : JsonSerializerContext;

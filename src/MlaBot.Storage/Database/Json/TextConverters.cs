using System.Text.Json;
using System.Text.Json.Serialization;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.Storage.Database.Json;

/// <summary>Writes a value as one JSON string.</summary>
internal abstract class TextConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is null."));

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    protected abstract T Parse(string text);

    protected virtual string Format(T value) => value!.ToString()!;
}

internal sealed class ExamIdConverter : TextConverter<ExamId>
{
    protected override ExamId Parse(string text) => new(text);
}

internal sealed class BlueprintIdConverter : TextConverter<BlueprintId>
{
    protected override BlueprintId Parse(string text) => new(text);
}

internal sealed class ItemIdConverter : TextConverter<ItemId>
{
    protected override ItemId Parse(string text) => new(text);
}

internal sealed class PartIdConverter : TextConverter<PartId>
{
    protected override PartId Parse(string text) => new(text);
}

internal sealed class LocalDateConverter : TextConverter<LocalDate>
{
    protected override LocalDate Parse(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }
        ? date
        : throw new JsonException($"\"{text}\" is not a date.");

    protected override string Format(LocalDate value) => LocalDatePattern.Iso.Format(value);
}

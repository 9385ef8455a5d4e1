namespace MlaBot.Discord.Tests.Validation;

public sealed class MessageRuleTests
{
    [Theory]
    [InlineData("""{"content":"«x*2000»",~}""", """{"content":"«x*2001»",~}""", "content: has 2001 characters")]
    [InlineData("""{"content":"hello",~}""", """{"content":"hello","contents":1,~}""", "contents: Discord does not know this property")]
    [InlineData("""{"content":"hello",~}""", """{"content":"hello"}""", "allowed_mentions: must be on every message")]
    [InlineData("""{"content":"hello",~}""", """{"content":"hello","allowed_mentions":{}}""", "allowed_mentions: says nothing")]
    [InlineData("""{"content":"hello",~}""", """{"content":"  ",~}""", "an empty message cannot be sent")]
    [InlineData("""{"content":"hello",~}""", """{"components":[],~}""", "an empty message cannot be sent")]
    [InlineData("""{"content":"hello","flags":4,~}""", """{"content":"hello","flags":64,~}""", "flags: 64 cannot be set here")]
    [InlineData("""{"content":"hello",~}""", """{"content":5,~}""", "content: is integer, must be string or null")]
    [InlineData(
        """{"content":"hello","allowed_mentions":{"parse":["roles"],"users":["123456789012345678"]}}""",
        """{"content":"hello","allowed_mentions":{"parse":["users"],"users":["123456789012345678"]}}""",
        "allowed_mentions.users: cannot stand beside")]
    [InlineData(
        """{"content":"hello","allowed_mentions":{"parse":[],"roles":["123456789012345678"]}}""",
        """{"content":"hello","allowed_mentions":{"parse":["roles"],"roles":["123456789012345678"]}}""",
        "allowed_mentions.roles: cannot stand beside")]
    [InlineData(
        """{"content":"hello","allowed_mentions":{"parse":["roles","users"]}}""",
        """{"content":"hello","allowed_mentions":{"parse":["roles","roles"]}}""",
        "has an entry twice")]
    [InlineData("""{"content":"hello","nonce":"a","enforce_nonce":true,~}""", """{"content":"hello","nonce":"a",~}""", "enforce_nonce: must be true")]
    [InlineData("""{"content":"hello",~}""", """{"content":"hello","enforce_nonce":true,~}""", "nonce: must be there")]
    [InlineData("""{"content":"hello","nonce":"«n*25»","enforce_nonce":true,~}""", """{"content":"hello","nonce":"«n*26»","enforce_nonce":true,~}""", "has 26 characters")]
    [InlineData("""{"embeds":[{"title":"t","description":"«d*4096»"}],~}""", """{"embeds":[{"description":"«d*4097»"}],~}""", "description: has 4097 characters")]
    [InlineData(
        """{"embeds":[{"description":"«d*3000»"},{"description":"«d*3000»"}],~}""",
        """{"embeds":[{"description":"«d*3000»"},{"description":"«d*3000»","footer":{"text":"x"}}],~}""",
        "embeds: have 6001 characters in all")]
    [InlineData(
        """{"embeds":[{"description":"«d*4096»","author":{"name":"  a  "}}],~}""",
        """{"embeds":[{"description":"«d*4096»","author":{"name":"«a*256»"},"fields":[{"name":"«n*256»","value":"«v*1024»"},{"name":"n","value":"«v*1024»"}]}],~}""",
        "characters in all, may have 6000")]
    [InlineData(
        """{"content":"x","attachments":[{"id":"0","filename":"a.png"},{"id":1,"filename":"b.png"}],~}""",
        """{"content":"x","attachments":[{"id":"0","filename":"a.png"},{"id":0,"filename":"b.png"}],~}""",
        "attachments: have an id twice")]
    [InlineData("""{"content":"x","attachments":[{"id":"0","filename":"a.png"}],~}""", """{"content":"x","attachments":[{"id":"0","filename":"a b.png"}],~}""", "must be ASCII without blanks")]
    [InlineData("""{"content":"x","attachments":[{"id":"0","filename":"a.png"}],~}""", """{"content":"x","attachments":[{"id":"zero","filename":"a.png"}],~}""", "attachments[0].id")]
    [InlineData(
        """{"flags":32768,"components":[{"type":12,"items":[{"media":{"url":"attachment://a.png"}}]}],"attachments":[{"id":"0","filename":"a.png"}],~}""",
        """{"flags":32768,"components":[{"type":12,"items":[{"media":{"url":"attachment://b.png"}}]}],"attachments":[{"id":"0","filename":"a.png"}],~}""",
        "\"b.png\" is shown but not attached")]
    public void A_message_is_held_to_the_limits(string good, string bad, string fault) => BodyCases.ShouldTell(BodyCases.Create, good, bad, fault);

    [Theory]
    [InlineData("""{"flags":32768,"components":[{"type":10,"content":"a"}],~}""", """{"flags":64,"components":[],~}""", "flags: 64 cannot be set here")]
    [InlineData("""{"components":[{"type":10,"content":"a"}],~}""", """{"flags":0,"components":[{"type":10,"content":"a"}],~}""", "must have IS_COMPONENTS_V2")]
    [InlineData("""{"flags":32768,"content":null,"embeds":[],"components":[{"type":10,"content":"a"}],~}""", """{"flags":32768,"components":[],~}""", "an empty message cannot be sent")]
    [InlineData("""{"content":"a",~}""", """{"content":"a"}""", "allowed_mentions: must be on every message")]
    [InlineData("""{"content":"a",~}""", """{"content":"a","nonce":"n",~}""", "nonce: Discord does not know this property")]
    public void An_edit_is_held_to_the_limits(string good, string bad, string fault) => BodyCases.ShouldTell(BodyCases.Edit, good, bad, fault);

    [Theory]
    [InlineData("PATCH /webhooks/{application}/{token}/messages/@original")]
    [InlineData("PATCH /webhooks/{application}/{token}/messages/%40original")]
    [InlineData("PATCH /webhooks/{application}/{token}/messages/{message}")]
    [InlineData("POST /api/v10/webhooks/{application}/{token}?wait=true")]
    public void Follow_ups_and_their_edits_are_messages_too(string request) =>
        BodyCases.ShouldTell(request, """{"content":"a",~}""", """{"content":"a"}""", "allowed_mentions: must be on every message");

    [Fact]
    public void An_edit_may_show_a_file_that_the_message_has_already() =>
        BodyCases.Faults(BodyCases.Edit, """{"components":[{"type":12,"items":[{"media":{"url":"attachment://old.png"}}]}],~}""").ShouldBeEmpty();

    [Fact]
    public void A_follow_up_may_be_for_one_person_only() =>
        BodyCases.Faults("POST /webhooks/{application}/{token}", """{"content":"a","flags":64,~}""").ShouldBeEmpty();
}

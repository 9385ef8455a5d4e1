// The types of Bolt, with what Slack sends and they do not (yet) name. Every addition says where it is from.
import type * as bolt from '@slack/bolt';

// Documentation, "Interaction payloads" and "block_actions payload": outside an Enterprise Grid the enterprise is null, and a
// person comes with both names. Bolt's types have one or the other.
type Sent<T> = Omit<T, 'enterprise' | 'user'> & { enterprise: null; user: { id: string; username: string; name: string; team_id: string } };

export type slash_commands = bolt.SlashCommand;
export type block_actions = Sent<bolt.BlockAction>;
export type view_submission = Sent<bolt.ViewSubmitAction>;
export type view_closed = Sent<bolt.ViewClosedAction>;
export type block_suggestion = Sent<bolt.BlockSuggestion>;
// A global shortcut names its person once.
export type shortcut = Omit<bolt.GlobalShortcut, 'enterprise'> & { enterprise: null };
export type app_home_opened = bolt.EnvelopedEvent<bolt.types.AppHomeOpenedEvent>;
export type app_mention = bolt.EnvelopedEvent<bolt.types.AppMentionEvent>;
// Bolt's type names the absent subtype, so that it can be told from other messages.
export type message = bolt.EnvelopedEvent<Omit<bolt.types.GenericMessageEvent, 'subtype'>>;

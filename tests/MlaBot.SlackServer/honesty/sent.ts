// What the bot sends, without the official types' way out for blocks that they do not know.
import type { HomeView, KnownBlock, MessageMetadata, ModalView } from '@slack/types';

export type Modal = Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] };
export type Home = Omit<HomeView, 'blocks'> & { blocks: KnownBlock[] };

// Documentation, "chat.postMessage".
export interface Message {
  channel: string; text: string; blocks: KnownBlock[];
  metadata?: MessageMetadata; unfurl_links?: boolean; unfurl_media?: boolean; thread_ts?: string; client_msg_id?: string;
}

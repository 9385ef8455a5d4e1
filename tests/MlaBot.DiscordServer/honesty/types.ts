// The official types, with what Discord sends and they do not (yet) name. Every addition says where it is from.
import type * as discord from 'discord-api-types/v10';

// Enumerations come as their numbers and texts.
type Loose<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean
  : T extends readonly (infer U)[] ? Loose<U>[] : T extends object ? { [K in keyof T]: Loose<T[K]> } : T;

// Sent by the gateway, said to be none of a bot's business: documentation, "Ready", lists only the others.
interface ReadyRest {
  session_type: string; private_channels: []; user_settings: object; relationships: []; presences: []; guild_join_requests: [];
  geo_ordered_rtc_regions: string[]; _trace: string[];
}

// In the OpenAPI spec (GuildResponse), beside nsfw_level.
interface GuildRest { nsfw: boolean; home_header: string | null }

// Seen in messages of the real Discord; neither the documentation nor the spec has them.
interface MessageRest { interaction_metadata?: { name?: string; command_type?: number } }

// The bot's view of the channel: the person's permissions there, as on resolved channels.
interface InteractionRest { channel: { permissions: string } }

// Documentation, "Message Component Data Structure": the component's own id.
interface ComponentRest { data: { id: number }; message: MessageRest }

export type READY = Loose<discord.GatewayReadyDispatchData> & ReadyRest;
// hub_type is in these types only: neither the documentation nor the spec has it.
export type GUILD_CREATE = Omit<Loose<discord.GatewayGuildCreateDispatchData>, 'hub_type'> & GuildRest;
export type MESSAGE_CREATE = Loose<discord.GatewayMessageCreateDispatchData> & MessageRest;
export type MESSAGE_UPDATE = Loose<discord.GatewayMessageUpdateDispatchData> & MessageRest;
export type GUILD_DELETE = Loose<discord.GatewayGuildDeleteDispatchData>;
export type CHANNEL_DELETE = Loose<discord.GatewayChannelDeleteDispatchData>;
export type THREAD_DELETE = Loose<discord.GatewayThreadDeleteDispatchData>;
export type THREAD_CREATE = Loose<discord.GatewayThreadCreateDispatchData>;
export type INTERACTION_CREATE_2 = Loose<discord.APIChatInputApplicationCommandGuildInteraction> & InteractionRest;
export type INTERACTION_CREATE_3_2 = Loose<discord.APIGuildInteractionWrapper<discord.APIMessageComponentButtonInteraction>> & InteractionRest & ComponentRest;
export type INTERACTION_CREATE_3_3 = Loose<discord.APIGuildInteractionWrapper<discord.APIMessageComponentSelectMenuInteraction>> & InteractionRest & ComponentRest;
export type INTERACTION_CREATE_4 = Loose<discord.APIApplicationCommandAutocompleteGuildInteraction> & InteractionRest;
export type INTERACTION_CREATE_5 = Loose<discord.APIModalSubmitGuildInteraction> & InteractionRest & { message?: MessageRest };

// The real bot on the local Discord.
import { BotStage } from '../stage.mjs';

export class Stage extends BotStage {
  static async start(items, cases, moment) {
    const stage = new Stage(7917);
    try {
      await stage.#begin(items, cases, moment);
      return stage;
    } catch (error) {
      await stage.end();
      throw error;
    }
  }

  async #begin(items, cases, moment) {
    this.prepare(items, cases, moment);
    const printed = await this.server('MlaBot.DiscordServer', 'discord-server', /Bot token:/);
    const [guild] = (await this.act('state')).guilds;
    this.channels = Object.fromEntries(guild.channels.map(channel => [channel.name, channel.id]));
    this.names = Object.fromEntries(guild.channels.map(channel => [channel.id, `# ${channel.name}`]));
    this.bot({ Discord__Token: /Bot token: +(\S+)/.exec(printed)[1], Discord__ApiBaseUrl: `http://127.0.0.1:${this.port}/api/v10` });
    await this.until(async () => (await this.act('autocomplete', { user: 'olga', channel: this.channels.daily, command: 'help', option: 'command', typed: '' })).length > 0, 'the commands of the bot');
  }

  command(user, command, options = {}) {
    return this.act('command', { user, channel: this.channels.daily, command, options });
  }

  /** The newest message in #daily that a person sees and that fits. */
  message(user, fits) {
    return this.until(async () => (await this.act('seen', { user, channel: this.channels.daily })).findLast(message => fits(message.text, message)), `a message for ${user}: ${fits}`);
  }
}

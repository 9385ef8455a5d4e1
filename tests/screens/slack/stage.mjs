// The real bot on the local Slack.
import { BotStage } from '../stage.mjs';

const plain = text => text?.text ?? '';

/** All controls of blocks: buttons, menus, inputs. */
export const controls = blocks => blocks.flatMap(block => [...(block.elements ?? []), block.accessory, block.element].filter(each => each?.action_id));

export class Stage extends BotStage {
  static async start(items, cases, moment) {
    const stage = new Stage(7918);
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
    const printed = await this.server('MlaBot.SlackServer', 'slack-server', /App token:/);
    const token = name => new RegExp(`${name} token: +(\\S+)`).exec(printed)[1];
    const [team] = (await this.act('state')).teams;
    this.users = team.users.map(({ id, name }) => ({ id, name }));
    this.channels = team.channels.map(({ id, name }) => ({ id, name }));
    const bot = this.bot({ Slack__BotToken: token('Bot'), Slack__AppToken: token('App'), Slack__ApiBaseUrl: `http://127.0.0.1:${this.port}/api/` });
    await this.until(() => bot.errors.includes('is connected'), 'the bot');
  }

  seen(user) {
    return this.act('seen', { user, channel: 'daily' });
  }

  /** The newest message in #daily that a person sees and that fits. */
  message(user, fits) {
    return this.until(async () => (await this.seen(user)).findLast(message => fits(message.words, message)), `a message for ${user}: ${fits}`);
  }

  /** What a person sees in private: ephemeral messages and windows. */
  async #private(user) {
    const [seen, views] = [await this.seen(user), await this.act('views', { user })];
    return { messages: seen.filter(message => message.ephemeral), modals: views.modals, homes: views.homes };
  }

  /** Does something and waits for what comes of it: { message, modal }, of which one is new or changed. */
  async answer(user, act) {
    const before = await this.#private(user);
    const old = new Set([...before.messages, ...before.modals].map(each => JSON.stringify(each)));
    await act();
    return this.until(async () => {
      const now = await this.#private(user);
      const fresh = each => each && !old.has(JSON.stringify(each)) ? each : undefined;
      const [message, modal] = [now.messages.findLast(fresh), fresh(now.modals.at(-1))];
      return message || modal ? { message, modal } : undefined;
    }, `an answer to ${user}`);
  }

  command(user, text) {
    return this.answer(user, () => this.act('command', { user, channel: 'daily', text: `/mla ${text}` }));
  }

  /** Presses a button, or chooses in a menu, of a message or a window; it is found by what its label or action begins with. */
  use(user, place, label, ...values) {
    return this.answer(user, () => this.act(values.length > 0 ? 'choose' : 'press', { user, ...where(place), action_id: this.control(place, label).action_id, values }));
  }

  /** Fills a window in and submits it. The errors are in the answer's modal. */
  submit(user, modal, values) {
    return this.answer(user, () => this.act('submit', { user, view: modal.id, values }));
  }

  control(place, label) {
    const all = controls(place.blocks);
    const name = each => plain(each.text) || plain(each.placeholder);
    const found = all.find(each => name(each).startsWith(label)) ?? all.find(each => each.action_id.includes(label));
    if (!found) throw new Error(`No control "${label}" among ${all.map(each => `${name(each)} ${each.action_id}`).join(', ')}`);
    return found;
  }
}

const where = place => place.ts ? { channel: place.channel, message: place.ts } : { view: place.id };

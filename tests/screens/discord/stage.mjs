// The real bot on the local Discord, with a bank of a few questions, driven over the local Discord's control calls.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const port = 7917;

// Keeps the wanted items and their cases: with few of them, what the bot posts is known.
const keep = (folder, isKept) => {
  for (const file of readdirSync(folder).map(name => join(folder, name))) {
    const entries = readFileSync(file, 'utf8').split(/^(?=- id: )/m).filter(entry => isKept(/^- id: (\S+)/.exec(entry)?.[1]));
    if (entries.length > 0) writeFileSync(file, entries.join(''));
    else rmSync(file);
  }
};

const isoTicks = moment => String(BigInt(Math.round(Date.parse(moment) - Date.now())) * 10000n);

export class Stage {
  #children = [];
  #folder = mkdtempSync(join(tmpdir(), 'mlabot-screens-'));

  static async start(items, cases, moment) {
    const stage = new Stage();
    try {
      await stage.#begin(items, cases, moment);
      return stage;
    } catch (error) {
      await stage.end();
      throw error;
    }
  }

  async #begin(items, cases, moment) {
    const content = join(this.#folder, 'content');
    cpSync(join(root, 'content'), content, { recursive: true });
    keep(join(content, 'exams/mla-c01/items'), id => items.includes(id));
    keep(join(content, 'exams/mla-c01/cases'), id => cases.includes(id));
    mkdirSync(join(this.#folder, 'data'));
    this.clock(moment);

    const server = this.#run('tests/MlaBot.DiscordServer/bin/Debug/net10.0/discord-server.dll', ['--port', String(port)], {});
    let token;
    for await (const line of createInterface({ input: server.stdout })) {
      if ((token = /Bot token: +(\S+)/.exec(line)?.[1])) break;
    }
    if (!token) throw new Error('The local Discord did not start. Build it first: dotnet build tests/MlaBot.DiscordServer');
    server.stdout.resume();

    const [guild] = (await this.act('state')).guilds;
    this.channels = Object.fromEntries(guild.channels.map(channel => [channel.name, channel.id]));
    this.names = Object.fromEntries(guild.channels.map(channel => [channel.id, `# ${channel.name}`]));
    const bot = this.#run('src/MlaBot/bin/Debug/net10.0/mlabot.dll', [], {
      Discord__Token: token,
      Discord__ApiBaseUrl: `http://127.0.0.1:${port}/api/v10`,
      Content__Path: content,
      Storage__ConnectionString: `Data Source=${join(this.#folder, 'data/mlabot.db')}`,
    });
    bot.stdout.resume();
    await this.until(async () => (await this.act('autocomplete', { user: 'olga', channel: this.channels.daily, command: 'help', option: 'command', typed: '' })).length > 0, 'the commands of the bot');
  }

  #run(file, args, settings) {
    const child = spawn('dotnet', [join(root, file), ...args], { cwd: this.#folder, env: { ...process.env, ...settings }, stdio: ['pipe', 'pipe', 'pipe'] });
    child.errors = '';
    child.stderr.on('data', text => { child.errors += text; });
    this.#children.push(child);
    return child;
  }

  /** Sets the bot's clock; it walks through every due moment on the way. */
  clock(moment) {
    this.now = Date.parse(moment);
    writeFileSync(join(this.#folder, 'data/local-clock'), isoTicks(moment));
  }

  async act(path, body = {}) {
    const answer = await fetch(`http://127.0.0.1:${port}/control/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    const json = await answer.json();
    if (json.error) throw new Error(`${path} ${JSON.stringify(body)}: ${json.error}`);
    if (json.failed) throw new Error(`${path} ${JSON.stringify(body)}: the bot did not answer`);
    return json;
  }

  command(user, command, options = {}) {
    return this.act('command', { user, channel: this.channels.daily, command, options });
  }

  /** The newest message in #daily that a person sees and that fits. */
  message(user, fits) {
    return this.until(async () => (await this.act('seen', { user, channel: this.channels.daily })).findLast(message => fits(message.text, message)), `a message for ${user}: ${fits}`);
  }

  async until(look, wish) {
    const end = Date.now() + 30000;
    for (let last; ;) {
      try {
        const found = await look();
        if (found) return found;
      } catch (error) {
        last = error.message;
      }
      if (Date.now() > end) throw new Error(`Waited in vain for ${wish}. ${last ?? ''}\n${this.#children.map(child => child.errors).join('\n')}`);
      await wait(100);
    }
  }

  async end() {
    for (const child of this.#children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exit = once(child, 'exit');
      child.kill();
      await Promise.race([exit, wait(5000).then(() => child.kill('SIGKILL'))]);
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

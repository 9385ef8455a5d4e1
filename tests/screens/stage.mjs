// The real bot on a local chat server, with a bank of a few questions, driven over the server's control calls.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

// Keeps the wanted items and their cases: with few of them, what the bot posts is known.
const keep = (folder, isKept) => {
  for (const file of readdirSync(folder).map(name => join(folder, name))) {
    const entries = readFileSync(file, 'utf8').split(/^(?=- id: )/m).filter(entry => isKept(/^- id: (\S+)/.exec(entry)?.[1]));
    if (entries.length > 0) writeFileSync(file, entries.join(''));
    else rmSync(file);
  }
};

const isoTicks = moment => String(BigInt(Math.round(Date.parse(moment) - Date.now())) * 10000n);

export class BotStage {
  #children = [];
  #folder = mkdtempSync(join(tmpdir(), 'mlabot-screens-'));

  constructor(port) {
    this.port = port;
  }

  /** Makes the bank and sets the bot's clock. */
  prepare(items, cases, moment) {
    this.content = join(this.#folder, 'content');
    cpSync(join(root, 'content'), this.content, { recursive: true });
    keep(join(this.content, 'exams/mla-c01/items'), id => items.includes(id));
    keep(join(this.content, 'exams/mla-c01/cases'), id => cases.includes(id));
    mkdirSync(join(this.#folder, 'data'));
    this.clock(moment);
  }

  /** Starts the server and gives what it prints, up to the line that fits. */
  async server(project, name, last) {
    const server = this.#run(`tests/${project}/bin/Debug/net10.0/${name}.dll`, ['--port', String(this.port)], {});
    const printed = [];
    for await (const line of createInterface({ input: server.stdout })) {
      printed.push(line);
      if (last.test(line)) {
        server.stdout.resume();
        return printed.join('\n');
      }
    }
    throw new Error(`The local server did not start. Build it first: dotnet build tests/${project}\n${server.errors}`);
  }

  /** Starts the bot. */
  bot(settings) {
    const bot = this.#run('src/MlaBot/bin/Debug/net10.0/mlabot.dll', [], {
      ...settings,
      Content__Path: this.content,
      Storage__ConnectionString: `Data Source=${join(this.#folder, 'data/mlabot.db')}`,
    });
    bot.stdout.resume();
    return bot;
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
    const answer = await fetch(`http://127.0.0.1:${this.port}/control/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    const json = await answer.json();
    if (json.error) throw new Error(`${path} ${JSON.stringify(body)}: ${json.error}`);
    if (json.failed || json.timed_out) throw new Error(`${path} ${JSON.stringify(body)}: the bot did not answer`);
    return json;
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

// The least that a durable answer costs: a bare client of the gateway that appends each press to a file, syncs it to disk, and replies
// with a constant body; suggestions are answered at once. SETTING and "ready" as in bot.mjs, and a file to append to.
import { fdatasyncSync, openSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import WebSocket from 'ws';

const setting = JSON.parse(process.env.SETTING);
const agent = new Agent({ keepAlive: true });
const file = openSync(setting.file, 'a');
const reply = JSON.stringify({ type: 4, data: { content: setting.reply, flags: 64, allowed_mentions: { parse: [] } } });
const suggestion = JSON.stringify({
  type: 8, data: { choices: Array.from({ length: 10 }, (_, place) => ({ name: `Amazon Service ${place}`, value: `Amazon Service ${place}` })) },
});
const question = {
  content: setting.question,
  components: [{ type: 1, components: ['A', 'B', 'C', 'D'].map(label => ({ type: 2, style: 2, label, custom_id: `answer:${label}` })) }],
};
const commands = [{ name: 'service', description: 'Explain a service', options: [{ type: 3, name: 'words', description: 'Its name', autocomplete: true, required: true }] }];

const send = (method, path, body, token) => new Promise((resolve, reject) => {
  const sent = request(`${setting.api}/v10${path}`, { method, agent, headers: {
    'user-agent': 'DiscordBot (https://example.org, 1.0)',
    ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}), ...(token ? { authorization: `Bot ${token}` } : {}),
  } }, response => {
    let text = '';
    response.setEncoding('utf8').on('data', part => { text += part; }).on('error', reject).on('end', () =>
      response.statusCode < 300 ? resolve(text && JSON.parse(text)) : reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`)));
  });
  sent.on('error', reject).end(body);
});
const callback = (id, token, body) => send('POST', `/interactions/${id}/${token}/callback`, body).catch(error => console.error(error));

const { url } = await send('GET', '/gateway/bot', undefined, setting.token);
const socket = new WebSocket(`${url}?v=10&encoding=json`, { perMessageDeflate: false });
let sequence = null;
const handlers = {
  async READY({ application }) {
    await send('PUT', `/applications/${application.id}/commands`, JSON.stringify(commands), setting.token);
    await send('POST', `/channels/${setting.channel}/messages`, JSON.stringify(question), setting.token);
    console.log('ready');
  },
  INTERACTION_CREATE({ id, token, type }) {
    if (type === 4) {
      callback(id, token, suggestion);
    } else {
      writeSync(file, `${id} ${token}\n`);
      fdatasyncSync(file);
      callback(id, token, reply);
    }
  },
};
socket.on('message', text => {
  const { op, t, d, s } = JSON.parse(text);
  sequence = s ?? sequence;
  if (op === 10) {
    setInterval(() => socket.send(JSON.stringify({ op: 1, d: sequence })), d.heartbeat_interval);
    socket.send(JSON.stringify({ op: 2, d: { token: setting.token, intents: 1, properties: { os: 'linux', browser: 'floor', device: 'floor' } } }));
  }
  handlers[t]?.(d);
});
socket.on('close', () => process.exit(1));
process.stdin.on('end', () => process.exit(0)).resume();

// The least that a durable answer costs: a bare client that appends each press to a file, syncs it to disk, acknowledges, and answers by
// a bare request with a constant body; all else is acknowledged at once. SETTING and "ready" as in bolt.mjs, and a file to append to.
import { fdatasyncSync, openSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import WebSocket from 'ws';

const setting = JSON.parse(process.env.SETTING);
const agent = new Agent({ keepAlive: true });
const file = openSync(setting.file, 'a');
const answer = JSON.stringify({ ...setting.answer, response_type: 'ephemeral', replace_original: false });
const suggestion = JSON.stringify(setting.suggestion);

const send = (url, body, token) => new Promise((resolve, reject) => {
  const sent = request(url, { method: 'POST', agent, headers: {
    'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), ...(token ? { authorization: `Bearer ${token}` } : {}),
  } }, response => {
    let text = '';
    response.setEncoding('utf8').on('data', part => { text += part; }).on('end', () => resolve(text)).on('error', reject);
  });
  sent.on('error', reject).end(body);
});
const call = async (method, token, body = {}) => {
  const said = JSON.parse(await send(setting.api + method, JSON.stringify(body), token));
  if (!said.ok) throw new Error(`${method}: ${said.error}`);
  return said;
};

const { url } = await call('apps.connections.open', setting.app);
const socket = new WebSocket(url, { perMessageDeflate: false });
socket.on('message', data => {
  const { type, envelope_id, payload } = JSON.parse(data);
  if (type === 'hello') {
    call('chat.postMessage', setting.bot, { channel: setting.channel, ...setting.question }).then(() => console.log('ready'));
  } else if (payload?.type === 'block_suggestion') {
    socket.send(`{"envelope_id":"${envelope_id}","payload":${suggestion}}`);
  } else if (envelope_id) {
    if (payload?.type === 'block_actions') {
      writeSync(file, `${envelope_id} ${payload.user.id}\n`);
      fdatasyncSync(file);
    }
    socket.send(`{"envelope_id":"${envelope_id}"}`);
    if (payload?.type === 'block_actions') send(payload.response_url, answer).catch(error => console.error(error));
    if (payload?.type === 'shortcut') call('views.open', setting.bot, { trigger_id: payload.trigger_id, view: setting.window }).catch(error => console.error(error));
  }
});
socket.on('close', () => process.exit(1));
process.stdin.on('end', () => process.exit(0)).resume();

// Real Bolt against the local Slack. Prints one line for each flow; ends with 1 when one fails.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import bolt from '@slack/bolt';

const [, , program, dump] = process.argv;
const server = spawn('dotnet', [program, '--play', '--dump-payloads', dump], { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
const read = async () => JSON.parse((await lines.next()).value ?? '{"error":"the server is gone"}');
const act = async line => {
  server.stdin.write(line + '\n');
  const result = await read();
  if (result.error) throw new Error(result.error);
  return result;
};
const must = (holds, what) => { if (!holds) throw new Error(typeof what === 'string' ? what : JSON.stringify(what)); };
const within = (promise, what) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error(`${what}: waited 30 s`)), 30000).unref())]);

let failed = 0;
const flow = async (name, run) => {
  try {
    await within(run(), name);
    console.log(`pass  ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}: ${error.message}`);
  }
};

const plain = text => ({ type: 'plain_text', text });
const button = (action_id, text) => ({ type: 'button', action_id, text: plain(text), value: 'v' });
const section = text => ({ type: 'section', text: { type: 'mrkdwn', text } });
const modal = (title, ...blocks) => ({ type: 'modal', callback_id: 'form', title: plain(title), submit: plain('Send'), close: plain('Cancel'), notify_on_close: true, blocks });
const nameInput = { type: 'input', block_id: 'name', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'name' } };
const termInput = {
  type: 'section', block_id: 'find', text: plain('Look up'),
  accessory: { type: 'external_select', action_id: 'term', placeholder: plain('Service'), min_query_length: 2 },
};

const setting = await read();
if (setting.error) { console.log(`FAIL  start: ${setting.error}`); process.exit(1); }
const app = new bolt.App({
  token: setting.bot_token,
  appToken: setting.app_token,
  socketMode: true,
  clientOptions: { slackApiUrl: setting.api },
  logLevel: 'error',
  // Bolt logs what is provoked here: a refused call, a cut socket.
  logger: { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} },
});
app.error(async error => { failed++; console.log(`FAIL  Bolt: ${error.message}`); });
const heard = [];
app.command('/quiz', async ({ command, ack, respond }) => {
  if (command.text === 'later') {
    await ack();
    await respond({ text: 'later', response_type: 'ephemeral' });
    await respond({ text: 'for all', response_type: 'in_channel' });
  } else {
    await ack({ text: 'quiz', blocks: [section(`quiz ${command.text}`), { type: 'actions', elements: [button('ask', 'Ask'), button('again', 'Again')] }] });
  }
});
app.action('again', async ({ ack, respond }) => { await ack(); await respond({ replace_original: true, text: 'once more', blocks: [section('once more'), { type: 'actions', elements: [button('ask', 'Ask')] }] }); });
app.action('ask', async ({ ack, body, client }) => { await ack(); await client.views.open({ trigger_id: body.trigger_id, view: modal('Form', nameInput, termInput) }); });
app.action('term', async ({ ack, body, client, action }) => {
  await ack();
  await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: modal('Form', nameInput, termInput, section(`chose ${action.selected_option.value}`)) });
});
app.options('term', async ({ ack, options }) => ack({ options: [{ text: plain(`about ${options.value}`), value: 's3' }] }));
app.view('form', async ({ ack, view, body, client }) => {
  const name = view.state.values.name.name.value;
  if (name === 'nobody') { await ack({ response_action: 'errors', errors: { name: 'Say who you are.' } }); return; }
  if (name === 'more') { await ack({ response_action: 'update', view: modal('Second', nameInput) }); return; }
  await ack();
  await client.chat.postEphemeral({ channel: setting.channel, user: body.user.id, text: `hello ${name}` });
});
app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => { heard.push('closed'); await ack(); });
app.shortcut('explain', async ({ ack, body, client }) => { await ack(); await client.views.open({ trigger_id: body.trigger_id, view: modal('Explain', nameInput) }); });
app.event('app_home_opened', async ({ event, client }) => { await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section('welcome home')] } }); });
app.event('app_mention', async ({ event, say }) => { await say({ text: `heard ${event.text.split('> ')[1]}`, thread_ts: event.ts }); });
app.message('hi', async ({ message, say }) => { heard.push(message.text); await say('hi yourself'); });

await flow('start', async () => { await app.start(); must((await act('sockets')).open === 1, 'no socket'); });
await flow('slash command answered in the acknowledgement', async () => must((await act('command /quiz one')).messages[0].includes('quiz one'), 'no answer'));
await flow('slash command answered by its response URL', async () => {
  await act('command /quiz later');
  must((await act('wait later')).is_ephemeral, 'not private');
  must(!(await act('wait for all')).is_ephemeral, 'private');
});
await flow('block action that replaces its message', async () => { await act('press again'); await act('wait once more'); });
await flow('modal, problems, another page, submission', async () => {
  await act('press ask');
  must((await act('view Form')).words.includes('Name'), 'no form');
  must((await act('submit name nobody')).errors[0] === 'Say who you are.', 'no problem');
  must((await act('submit name more')).view.startsWith('Second'), 'no second page');
  await act('submit name Ada');
  must((await act('wait hello Ada')).is_ephemeral, 'not private');
});
await flow('block suggestion and a modal that changes', async () => {
  await act('press ask');
  await act('view Form');
  must((await act('suggest term s3')).options[0] === 'about s3', 'no suggestion');
  await act('chooseview term s3');
  await act('view chose s3');
  await act('close');
  must(heard.includes('closed'), 'the end of the modal was not heard');
});
await flow('global shortcut', async () => { await act('shortcut explain'); await act('view Explain'); await act('close'); });
await flow('Home', async () => must((await act('home')).words.includes('welcome home'), 'no Home'));
await flow('mention and message', async () => {
  await act('mention this');
  await act('wait heard this');
  await act('say hi there');
  await act('wait hi yourself');
});
await flow('post, update, thread, reaction, delete', async () => {
  const { client } = app;
  const posted = await client.chat.postMessage({ channel: setting.channel, text: 'first', blocks: [section('first')], metadata: { event_type: 'mlabot_post', event_payload: { key: 'k1' } } });
  await client.chat.update({ channel: posted.channel, ts: posted.ts, text: 'second', blocks: [section('second')] });
  must((await act('wait second')).ts === posted.ts, 'another message');
  const reply = await client.chat.postMessage({ channel: posted.channel, thread_ts: posted.ts, text: 'reply' });
  await client.reactions.add({ channel: posted.channel, timestamp: posted.ts, name: 'eyes' });
  const history = await client.conversations.history({ channel: setting.channel, include_all_metadata: true });
  must(history.messages.some(message => message.metadata?.event_payload.key === 'k1'), 'the marker is missing');
  must((await client.conversations.replies({ channel: setting.channel, ts: posted.ts })).messages.length === 2, 'the reply is missing');
  await client.chat.delete({ channel: posted.channel, ts: reply.ts });
  must((await client.users.info({ user: setting.user })).user.tz === 'America/Los_Angeles', 'no zone');
});
await flow('file upload', async () => {
  await app.client.files.uploadV2({ channel_id: setting.channel, filename: 'a.png', file: Buffer.from('89504e470d0a1a0a', 'hex'), title: 'A picture' });
  const file = await act('file');
  must(file.name === 'a.png' && file.length === 8, file);
});
await flow('an error with its messages', async () => {
  const refused = await app.client.chat.postMessage({ channel: setting.channel, text: 'x', blocks: [section('x'.repeat(3001))] }).catch(error => error);
  must(refused.data?.error === 'invalid_blocks' && refused.data.response_metadata.messages[0].includes('/blocks/0/text'), refused.data ?? refused.message);
});
await flow('refresh', async () => {
  const before = await act('sockets');
  await act('refresh');
  const after = await act(`hellos ${before.hellos + 1}`);
  must((await act('command /quiz two')).messages[0].includes('quiz two'), after);
});
await flow('cut', async () => {
  const { hellos } = await act('sockets');
  await act('cut');
  await act(`hellos ${hellos + 1}`);
  must((await act('command /quiz three')).messages[0].includes('quiz three'), 'no answer');
});
await flow('nothing wrong was sent', async () => { const { violations } = await act('end'); must(violations.length === 0, violations); });
await app.stop();
server.stdin.end();
await once(server, 'exit');
process.exit(failed === 0 ? 0 : 1);

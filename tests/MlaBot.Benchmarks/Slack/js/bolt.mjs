// What MlaBot is measured against: an app on Bolt that acknowledges, answers a press and suggests, and stores nothing.
// SETTING: { api, bot, app, channel, question, answer, window, suggestion } with the JSON that MlaBot sends, so that both send as much.
// Says "ready" when it hears; ends with its input.
import bolt from '@slack/bolt';

const setting = JSON.parse(process.env.SETTING);
const app = new bolt.App({ token: setting.bot, appToken: setting.app, socketMode: true, clientOptions: { slackApiUrl: setting.api }, logLevel: 'error' });

app.error(async error => console.error(`Bolt: ${error.stack}`));
app.action(/^daily/, async ({ ack, respond }) => {
  await ack();
  await respond({ ...setting.answer, response_type: 'ephemeral', replace_original: false });
});
app.options(/./, async ({ ack }) => ack(setting.suggestion));
app.shortcut('look_up', async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: setting.window });
});

process.stdin.on('end', () => process.exit(0)).resume();
await app.start();
await app.client.chat.postMessage({ channel: setting.channel, ...setting.question });
console.log('ready');

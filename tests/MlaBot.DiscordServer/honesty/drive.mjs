// Real discord.js against the local Discord. Prints one line for each flow; ends with 1 when one fails.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import * as djs from 'discord.js';

const server = spawn('dotnet', [process.argv[2], '--play', '--dump-payloads', 'payloads.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
const read = async () => JSON.parse((await lines.next()).value ?? '{"error":"the server is gone"}');
const act = async line => {
  server.stdin.write(line + '\n');
  const result = await read();
  if (result.error) throw new Error(result.error);
  return result;
};
const must = (holds, what) => { if (!holds) throw new Error(what); };
const within = (promise, what) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error(`${what}: waited 20 s`)), 20000).unref())]);

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

const setting = await read();
const rest = { api: setting.api, version: '10' };
const client = new djs.Client({ intents: [djs.GatewayIntentBits.Guilds, djs.GatewayIntentBits.GuildMessages], rest });
client.on('error', error => { failed++; console.log(`FAIL  discord.js: ${error.message}`); });
client.on('interactionCreate', async interaction => {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `about ${interaction.options.getFocused()}`, value: 'v' }]);
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'ping') {
    await interaction.reply({ content: 'pong', components: [new djs.ActionRowBuilder().addComponents(
      new djs.ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(1), new djs.ButtonBuilder().setCustomId('ask').setLabel('Ask').setStyle(2)),
    new djs.ActionRowBuilder().addComponents(new djs.StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }))] });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: `picked ${interaction.values.join()}` });
  } else if (interaction.isButton() && interaction.customId === 'again') {
    await interaction.update({ content: 'pong again' });
  } else if (interaction.isButton()) {
    await interaction.showModal(new djs.ModalBuilder().setCustomId('form').setTitle('Form').addComponents(
      new djs.ActionRowBuilder().addComponents(new djs.TextInputBuilder().setCustomId('name').setLabel('Name').setStyle(1))));
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: `hello ${interaction.fields.getTextInputValue('name')}`, flags: djs.MessageFlags.Ephemeral });
  }
});

await flow('login', async () => {
  const ready = once(client, 'clientReady');
  await client.login(setting.token);
  await ready;
  must(client.guilds.cache.has(setting.guild), 'the guild is missing');
});
await flow('command registration', async () => {
  const commands = await client.application.commands.set([
    { name: 'ping', description: 'Pong' },
    { name: 'lookup', description: 'Looks up', options: [{ type: 3, name: 'words', description: 'Words', autocomplete: true, required: true }] },
  ]);
  must(commands.size === 2, `${commands.size} commands`);
});
await flow('slash command', async () => must((await act('command ping')).text.includes('pong'), 'no pong'));
await flow('autocomplete', async () => must((await act('type lookup s3')).choices[0] === 'about s3', 'no choice'));
await flow('button', async () => must((await act('press again')).type === 7, 'no update'));
await flow('menu', async () => must((await act('choose pick 2')).text.includes('picked 2'), 'no update with the value'));
await flow('modal', async () => {
  must((await act('press ask')).type === 9, 'no modal');
  must((await act('submit name Ada')).text.includes('hello Ada'), 'no answer to the modal');
});
await flow('file upload', async () => {
  const channel = await client.channels.fetch(setting.channel);
  const sent = await channel.send({ content: 'a file', files: [new djs.AttachmentBuilder(Buffer.from('text'), { name: 'a.txt' })] });
  must(sent.attachments.size === 1, 'the file is missing');
  must(await (await fetch(sent.attachments.first().url)).text() === 'text', 'the file reads differently');
  await sent.startThread({ name: 'talk' });
});
await flow('a message of a person', async () => {
  const heard = once(client, 'messageCreate');
  await act('say hi');
  await heard;
});
await flow('a lost thread, channel and guild', async () => {
  const lost = ['threadDelete', 'channelDelete', 'guildUnavailable', 'guildAvailable'].map(event => once(client, event));
  await act('lose');
  await Promise.all(lost);
});
await flow('resume after a cut', async () => {
  const resumed = once(client, 'shardResume');
  await act('cut');
  await resumed;
  const seen = await act('resumes');
  must(seen.count >= 1 && seen.identifies === 1, JSON.stringify(seen));
  await client.channels.cache.get(setting.channel).send('still here');
});
await flow('payloads', () => act('end'));
await client.destroy();
server.stdin.end();
process.exit(failed === 0 ? 0 : 1);

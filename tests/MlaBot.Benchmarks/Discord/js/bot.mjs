// What MlaBot is measured against: a bot on discord.js that answers a button and suggests, and stores nothing.
// SETTING: { api, token, channel, question, reply }. Says "ready" when it hears; ends with its input.
import * as djs from 'discord.js';

const setting = JSON.parse(process.env.SETTING);
const client = new djs.Client({ intents: [djs.GatewayIntentBits.Guilds], rest: { api: setting.api, version: '10' } });
const choices = Array.from({ length: 10 }, (_, place) => ({ name: `Amazon Service ${place}`, value: `Amazon Service ${place}` }));

client.on('error', error => console.error(`discord.js: ${error.stack}`));
client.on('interactionCreate', async interaction => {
  if (interaction.isAutocomplete()) {
    await interaction.respond(choices);
  } else if (interaction.isButton()) {
    await interaction.reply({ content: setting.reply, flags: djs.MessageFlags.Ephemeral });
  }
});
client.once('clientReady', async () => {
  await client.application.commands.set([
    { name: 'service', description: 'Explain a service', options: [{ type: 3, name: 'words', description: 'Its name', autocomplete: true, required: true }] },
  ]);
  const channel = await client.channels.fetch(setting.channel);
  await channel.send({ content: setting.question, components: [new djs.ActionRowBuilder().addComponents(
    ['A', 'B', 'C', 'D'].map(letter => new djs.ButtonBuilder().setCustomId(`answer:${letter}`).setLabel(letter).setStyle(djs.ButtonStyle.Secondary)))] });
  console.log('ready');
});

process.stdin.on('end', () => process.exit(0)).resume();
await client.login(setting.token);

// node render.mjs [--out FOLDER] [--scenes FILE] [NAME...]: plays a group's first days on the local Slack and draws every
// message and window at the width of a desktop window and of a phone. --scenes draws what an earlier run wrote to FOLDER/scenes.json.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { draw } from '../camera.mjs';
import { date } from './dates.mjs';
import { play } from './scenes.mjs';

const here = dirname(fileURLToPath(import.meta.url));

// The renderer draws empty menus, and dates in mrkdwn as they are written: what is chosen becomes the menu's text, with a mark in front
// by which the page knows it from a hint.
const chosen = (scene, input) => input?.initial_option?.text.text ?? scene.channels.find(channel => channel.id === input?.initial_conversation)?.name;
const fill = (scene, place) => {
  for (const block of place.blocks ?? []) {
    for (const input of [block.element, block.accessory, ...(block.elements ?? [])].filter(each => each?.action_id)) {
      const value = place.state?.values?.[block.block_id]?.[input.action_id];
      if (value?.selected_option) input.initial_option = value.selected_option;
      if (value?.selected_options?.length > 0) input.initial_options = value.selected_options;
      if (value?.value) input.initial_value = value.value;
      const text = input.type.endsWith('_select') ? chosen(scene, input) : undefined;
      if (text) input.placeholder = { type: 'plain_text', text: `\u2063${text}` };
    }
    for (const text of [block.text, ...(block.elements ?? [])].filter(each => each?.type === 'mrkdwn')) {
      text.text = text.text.replace(/<!date\^(\d+)\^([^|^]*)(?:\^[^|]*)?\|([^>]*)>/g, (_, timestamp, format, fallback) => date(scene.now, { timestamp, format, fallback }));
    }
  }
};
const prepare = scene => {
  fill(scene, scene.modal ?? scene.message ?? scene.home);
  return scene;
};

const { outputFiles: [bundle] } = await build({
  entryPoints: [`${here}/card.jsx`], bundle: true, write: false, format: 'esm', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error',
});
await draw({ chromium, here, play, prepare, made: { '/card.js': bundle.text } });

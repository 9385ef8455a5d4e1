// node render.mjs [--out FOLDER] [--scenes FILE] [NAME...]: plays a group's first days on the local Slack and draws every
// message and window at the width of a desktop window and of a phone. --scenes draws what an earlier run wrote to FOLDER/scenes.json.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { draw } from '../camera.mjs';
import { play } from './scenes.mjs';

const here = dirname(fileURLToPath(import.meta.url));

// What a person has put in stands in the view's state, not in its blocks.
const fill = view => {
  for (const block of view.blocks) {
    const input = block.element ?? block.accessory;
    const value = view.state?.values?.[block.block_id]?.[input?.action_id];
    if (value?.selected_option) input.initial_option = value.selected_option;
    if (value?.selected_options?.length > 0) input.initial_options = value.selected_options;
    if (value?.value) input.initial_value = value.value;
  }
};
const prepare = scene => {
  if (scene.modal) fill(scene.modal);
  return scene;
};

const { outputFiles: [bundle] } = await build({
  entryPoints: [`${here}/card.jsx`], bundle: true, write: false, format: 'esm', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error',
});
await draw({ chromium, here, play, prepare, made: { '/card.js': bundle.text } });

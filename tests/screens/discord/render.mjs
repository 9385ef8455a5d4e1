// node render.mjs [--out FOLDER] [--scenes FILE] [NAME...]: plays a group's first days on the local Discord and draws every
// card at the width of a desktop window and of a phone. --scenes draws what an earlier run wrote to FOLDER/scenes.json.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { draw } from '../camera.mjs';
import { read } from './markdown.mjs';
import { play } from './scenes.mjs';

const walk = (component, act) => {
  act(component);
  for (const inner of component.components ?? []) walk(inner, act);
  if (component.component) walk(component.component, act);
};
const prepare = scene => {
  for (const top of (scene.message ?? scene.modal).components) {
    walk(top, component => {
      if (component.type === 10) component.blocks = read(component.content, scene.now);
      if (component.type === 8) component.names = scene.names;
    });
  }
  return { ...scene, time: `Today at ${new Date(scene.now).toISOString().slice(11, 16)}` };
};

await draw({ chromium, here: dirname(fileURLToPath(import.meta.url)), play, prepare });

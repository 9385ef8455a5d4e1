// Writes what the bot sends (the golden files of the renderer's tests) as TypeScript constants of the official types.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [, , folder, target] = process.argv;
const names = readdirSync(folder).filter(name => name.endsWith('.json'));
if (names.length === 0) throw new Error(`There is no golden file in ${folder}.`);
const text = names.map(name => {
  const json = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  // A picture is uploaded between rendering and sending.
  for (const block of json.blocks) if (block.type === 'image') block.slack_file ??= { id: 'F1' };
  const type = json.type === 'modal' ? 'Modal' : json.type === 'home' ? 'Home' : 'Message';
  return `export const ${name.replace('.json', '').replaceAll('-', '_')}: ${type} = ${JSON.stringify(json, null, 1)};\n`;
});
writeFileSync(target, `import type { Home, Message, Modal } from './sent.ts';\n${text.join('')}`);
console.log(`${names.length} cards`);

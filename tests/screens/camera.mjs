// Draws scenes with a page of a folder, at the width of a desktop window and of a phone.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';

const widths = { desktop: 760, phone: 360 };
const types = { '.html': 'text/html', '.mjs': 'text/javascript', '.js': 'text/javascript', '.css': 'text/css' };

/**
 * Plays or reads the scenes and draws them; ends the process with 1 when one is wider than its window.
 * @param chromium Playwright's.
 * @param here The folder with template.html and all that it loads.
 * @param play Gives the scenes.
 * @param prepare What the page's window.show gets for a scene.
 * @param made Contents of files that are not on disk, by path.
 */
export async function draw({ chromium, here, play, prepare, made = {} }) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string', default: 'out' }, scenes: { type: 'string' } } });
  const browser = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!browser) {
    console.error('No Chromium found: install it (Debian and Ubuntu: apt-get install chromium), or name its program in the variable CHROMIUM.');
    process.exit(1);
  }

  mkdirSync(values.out, { recursive: true });
  const scenes = values.scenes ? JSON.parse(readFileSync(values.scenes, 'utf8')) : await play();
  if (!values.scenes) writeFileSync(join(values.out, 'scenes.json'), JSON.stringify(scenes, null, 1));

  const profile = mkdtempSync(join(tmpdir(), 'mlabot-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless: true,
    deviceScaleFactor: 1.5,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  let tooWide = 0;
  try {
    const page = await context.newPage();
    // Nothing leaves this machine: the page's files come from its folder, everything else is refused.
    await page.route('**/*', route => {
      const url = new URL(route.request().url());
      const file = normalize(join(here, url.pathname));
      const contentType = types[extname(file)] ?? 'application/octet-stream';
      if (url.hostname !== 'screens.invalid') return route.abort();
      if (made[url.pathname] !== undefined) return route.fulfill({ body: made[url.pathname], contentType });
      return file.startsWith(here) && existsSync(file) ? route.fulfill({ body: readFileSync(file), contentType }) : route.abort();
    });
    page.on('pageerror', error => { throw error; });
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize({ width, height: 400 });
      await page.goto('http://screens.invalid/template.html');
      await page.waitForFunction(() => window.show !== undefined);
      for (const scene of scenes.filter(each => positionals.length === 0 || positionals.includes(each.name))) {
        const { needs, has } = await page.evaluate(shown => window.show(shown), prepare(structuredClone(scene)));
        if (needs > has) {
          tooWide++;
          console.log(`${scene.name} needs ${needs} of ${has} pixels on a ${size}`);
        }
        await page.locator('body > *').screenshot({ path: join(values.out, `${scene.name}-${size}.png`), animations: 'disabled' });
      }
    }
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
  console.log(`${scenes.length} scenes, ${Object.keys(widths).length} widths, pictures in ${values.out}`);
  process.exit(tooWide > 0 ? 1 : 0);
}

// The controls of the page: everything goes over the control calls; it looks again every two seconds unless someone is busy with it.
const at = id => document.getElementById(id);
const pick = name => at('who').elements[name].value;
const say = text => { at('result').textContent = text; };
const main = document.querySelector('main');
const dialog = at('modal');
const isHome = () => pick('channel').startsWith('home:');

async function call(path, body) {
  try {
    const answer = await fetch('/control/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: pick('user'), ...(isHome() ? {} : { channel: pick('channel') }), ...body }) });
    return await answer.json();
  } catch {
    return { error: 'The local Slack does not answer. Is it still running?' };
  }
}

/** Does one thing and says how it went; gives the answer. */
async function act(path, body) {
  const json = await call(path, body);
  say(json.error ?? (json.timed_out ? 'operation_timeout: the app did not acknowledge within 3 s. Is the bot running?' : json.kind ? `Acknowledged after ${Math.round(json.ack_ms)} ms.` : ''));
  await refresh(true);
  // What an app sends after its acknowledgement comes a moment later.
  setTimeout(() => refresh(false), 600);
  return json;
}

/** The message or view that an element stands in, as control calls name it. */
function placeOf(element) {
  const place = element.closest('[data-message], [data-view]');
  return place?.dataset.message ? { message: place.dataset.message } : place?.dataset.view ? { view: place.dataset.view } : null;
}

/** What is chosen or typed in an element. */
function read(box) {
  const select = box.querySelector('select');
  if (select) return select.value ? [select.value] : [];
  const ticks = box.querySelectorAll('input[type=checkbox], input[type=radio]');
  if (ticks.length > 0 || box.dataset.kind !== 'text') return [...ticks].filter(input => input.checked).map(input => input.value);
  const text = box.querySelector('input:not([data-suggest]), textarea').value;
  return text === '' ? [] : [text];
}

/** Sends what a person put into the inputs of a modal along with another act, since the page is drawn anew after it. */
function fields(root) {
  const values = {};
  for (const box of root.querySelectorAll('[data-use=field]')) {
    const found = read(box);
    values[box.dataset.action] = box.dataset.kind === 'list' ? found : found[0] ?? null;
  }
  return values;
}

async function onClick(event) {
  const button = event.target.closest('button');
  if (!button) return;
  const place = placeOf(button);
  if (button.dataset.use === 'press') await act('press', { ...place, action_id: button.dataset.action });
  else if ('dismiss' in button.dataset) await act('delete-message', place);
}

async function onChange(event) {
  const box = event.target.closest('[data-use]');
  if (!box || 'suggest' in event.target.dataset || !box.dataset.use.startsWith('choose')) return;
  await act('choose', { ...placeOf(box), action_id: box.dataset.action, values: read(box) });
}

async function onInput(event) {
  const typed = event.target;
  if (!('suggest' in typed.dataset) || typed.value.length < Number(typed.dataset.suggest)) return;
  const box = typed.closest('[data-use]');
  const found = await call('suggest', { ...placeOf(box), action_id: box.dataset.action, text: typed.value });
  if (found.error) { say(found.error); return; }
  const select = box.querySelector('select');
  if (select) select.replaceChildren(new Option(found.options.length ? `Choose one of ${found.options.length}…` : 'Nothing found', ''), ...found.options.map(option => new Option(option.text, option.value)));
}

for (const place of [main, dialog]) {
  place.addEventListener('click', onClick);
  place.addEventListener('change', onChange);
  place.addEventListener('input', onInput);
}

dialog.addEventListener('click', async event => {
  if (event.target.closest('[data-cancel]')) await act('close', placeOf(event.target));
});
dialog.addEventListener('cancel', event => { event.preventDefault(); dialog.querySelector('[data-cancel]')?.click(); });
dialog.querySelector('form').onsubmit = async event => {
  event.preventDefault();
  const view = dialog.querySelector('[data-view]');
  const json = await call('submit', { view: view.dataset.view, values: fields(view) });
  if (json.error || json.timed_out) {
    at('problem').textContent = json.error ?? 'operation_timeout: the app did not acknowledge within 3 s. Is the bot running?';
    return;
  }
  say(`Acknowledged after ${Math.round(json.ack_ms)} ms.`);
  await refresh(true);
};

at('say').onsubmit = async event => {
  event.preventDefault();
  const { text } = event.target.elements;
  const words = text.value.trim();
  if (!words) return;
  if (isHome()) { say('Choose a channel first: the Home takes no messages.'); return; }
  const json = await act(words.startsWith('/') ? 'command' : 'say', { text: words });
  if (!json.error) { text.value = ''; main.lastElementChild?.scrollIntoView({ block: 'end' }); }
};
at('who').onchange = () => { location.search = new URLSearchParams({ user: pick('user'), channel: pick('channel') }); };

async function showView(isForced) {
  const html = await (await fetch('/view?' + new URLSearchParams({ user: pick('user') }))).text();
  const form = dialog.querySelector('form');
  if (html === '') { dialog.close(); form.dataset.shown = ''; return; }
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-view]');
  const key = fresh.dataset.view + fresh.dataset.hash + fresh.querySelectorAll('.error').length + fresh.textContent;
  if (key !== form.dataset.shown && (isForced || !dialog.open || !dialog.contains(document.activeElement))) {
    // As in Slack's client, what was typed stays where an input of the same name stays.
    const typed = fields(form);
    const isSame = form.querySelector('[data-view]')?.dataset.view === fresh.dataset.view;
    form.dataset.shown = key;
    form.innerHTML = html;
    if (isSame) keep(form, typed);
  }
  if (!dialog.open) dialog.showModal();
}

function keep(form, typed) {
  for (const box of form.querySelectorAll('[data-use=field]')) {
    const value = typed[box.dataset.action];
    if (value === undefined || value === null) continue;
    const input = box.querySelector('select, textarea, input[type=text], input[type=date], input[type=time], input[type=number]');
    if (input) input.value = value;
    else for (const tick of box.querySelectorAll('input')) tick.checked = [value].flat().includes(tick.value);
  }
}

async function refresh(isForced) {
  try {
    const answer = await fetch('/?' + new URLSearchParams({ user: pick('user'), channel: pick('channel') }));
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = fresh.querySelector('main').innerHTML;
    if (shown !== main.dataset.shown) { main.dataset.shown = shown; main.innerHTML = shown; }
    const mine = at('who').elements.channel;
    const places = fresh.querySelector('#who [name=channel]');
    if (places.options.length !== mine.options.length) { const chosen = mine.value; mine.replaceChildren(...places.options); mine.value = chosen; }
    await showView(isForced);
  } catch {
    say('The local Slack does not answer. Is it still running?');
  }
}
const isBusy = () => main.querySelector('fieldset:focus-within') !== null || at('who').contains(document.activeElement);
setInterval(() => { if (!isBusy()) refresh(false); }, 2000);
if (isHome()) call('home', { app: pick('channel').slice('home:'.length) });
refresh(true).then(() => main.lastElementChild?.scrollIntoView({ block: 'end' }));

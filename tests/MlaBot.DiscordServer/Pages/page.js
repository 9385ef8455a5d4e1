// The controls of the page: everything goes over the control calls; it looks again every two seconds unless someone chooses something.
const at = id => document.getElementById(id);
const pick = name => at('who').elements[name].value;
const say = text => { at('result').textContent = text; };

async function call(path, body) {
  try {
    const answer = await fetch('/control/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: pick('user'), channel: pick('channel'), ...body }) });
    return await answer.json();
  } catch {
    return { error: 'The local Discord does not answer. Is it still running?' };
  }
}

/** Does one thing and says how it went; gives the error, or nothing. */
async function act(path, body) {
  const json = await call(path, body);
  say(json.error ?? (json.failed ? 'The application did not respond within 3 s. Is the bot running?' : json.type ? `Answered after ${Math.round(json.delay_ms)} ms.` : ''));
  if (json.modal) await showModal(json.interaction);
  await refresh();
  return json.error;
}

/** What is chosen in a menu or a field of a form. */
function read(place, kind) {
  if (kind === 'text') return place.querySelector('input, textarea').value;
  if (kind === 'flag') return place.querySelector('input').checked;
  const select = place.querySelector('select');
  const values = select ? [select.value].filter(Boolean) : [...place.querySelectorAll('input:checked')].map(input => input.value);
  return kind === 'one' ? values[0] : values;
}

async function showModal(interaction) {
  const dialog = at('modal');
  const form = dialog.querySelector('form');
  form.innerHTML = await (await fetch(`/modal?interaction=${interaction}`)).text();
  form.querySelector('[data-cancel]').onclick = () => dialog.close();
  form.onsubmit = async event => {
    event.preventDefault();
    const fields = {};
    for (const field of form.querySelectorAll('[data-field]')) {
      const value = read(field, field.dataset.kind);
      if (value !== undefined) fields[field.dataset.field] = value;
    }
    const json = await call('submit', { interaction, fields });
    if (json.error) { form.querySelector('[role=alert]').textContent = json.error; return; }
    dialog.close();
    say(json.failed ? 'The application did not respond within 3 s. Is the bot running?' : `Answered after ${Math.round(json.delay_ms)} ms.`);
    await refresh();
  };
  dialog.showModal();
}

// Commands: those that the person sees in this channel, with a control for each option.
let commands = [];
const references = { 6: 'users', 7: 'channels', 8: 'roles', 9: 'mentionables' };

async function readCommands() {
  const found = await call('commands', {});
  if (!Array.isArray(found.commands) || JSON.stringify(found) === JSON.stringify(commands)) return;
  commands = found;
  const menu = at('command').elements.command;
  const chosen = menu.value;
  menu.replaceChildren(...found.commands.map(command => new Option(`/${command.name}: ${command.description}`, command.name)));
  if (found.commands.length === 0) menu.append(new Option('No bot offers you a command here', ''));
  if (found.commands.some(command => command.name === chosen)) menu.value = chosen;
  showOptions();
}

function optionInput(command, option) {
  const offered = option.choices?.map(choice => [choice.name, choice.value]) ?? (option.type === 5 ? [['yes', 'true'], ['no', 'false']] : commands[references[option.type]]?.map(entry => [entry.name, entry.id]));
  if (offered) {
    const select = document.createElement('select');
    select.append(new Option(option.required ? 'Choose…' : '(not given)', ''), ...offered.map(([name, value]) => new Option(name, value)));
    return [select];
  }
  const input = document.createElement('input');
  input.size = 14;
  input.autocomplete = 'off';
  if (!option.autocomplete) return [input];
  const list = document.createElement('datalist');
  list.id = `list-${option.name}`;
  input.setAttribute('list', list.id);
  let typed = 0;
  const suggest = async () => {
    const mine = ++typed;
    const others = optionValues();
    delete others[option.name];
    const found = await call('autocomplete', { command: command.name, option: option.name, typed: input.value, options: others });
    if (mine !== typed) return;
    if (found.error) say(found.error);
    // A suggestion may show other words than it sends; the words are shown and the value is sent.
    else list.replaceChildren(...found.map(choice => Object.assign(new Option(choice.name, choice.name), { sent: choice.value })));
  };
  input.oninput = suggest;
  input.onfocus = suggest;
  return [input, list];
}

function showOptions() {
  const command = commands.commands?.find(each => each.name === at('command').elements.command.value);
  at('options').replaceChildren(...(command?.options ?? []).map(option => {
    const label = document.createElement('label');
    label.title = option.description;
    label.append(`${option.name}${option.required ? ' (needed)' : ''}`, ...optionInput(command, option));
    label.dataset.option = option.name;
    label.dataset.type = option.type;
    return label;
  }));
}

function optionValues() {
  const values = {};
  for (const label of at('options').children) {
    const input = label.querySelector('input, select');
    const suggested = [...label.querySelectorAll('datalist option')].find(option => option.value === input.value);
    if (input.value !== '') values[label.dataset.option] = label.dataset.type === '5' ? input.value === 'true' : suggested?.sent ?? input.value;
  }
  return values;
}

at('command').elements.command.onchange = showOptions;
at('command').onsubmit = async event => {
  event.preventDefault();
  const command = event.target.elements.command.value;
  if (command && !await act('command', { command, options: optionValues() })) { showOptions(); toEnd(); }
};
at('say').onsubmit = async event => {
  event.preventDefault();
  const { text } = event.target.elements;
  if (text.value.trim() && !await act('say', { text: text.value })) { text.value = ''; toEnd(); }
};
at('who').onchange = event => {
  const where = new URLSearchParams({ user: pick('user'), channel: pick('channel') });
  location.search = where;
};
document.querySelector('main').onclick = async event => {
  const control = event.target.closest('button');
  const place = control?.closest('[data-message]');
  if (!place) return;
  const message = place.dataset.message;
  const { press, choose, go } = control.dataset;
  const last = place.parentElement.lastElementChild;
  if (press) await act('press', { message, custom_id: press });
  else if (choose) await act('choose', { message, custom_id: choose, values: read(control.closest('[data-menu]'), 'list') });
  else if (go) location.search = new URLSearchParams({ user: pick('user'), channel: go });
  else if ('dismiss' in control.dataset) await act('delete-message', { message });
  // An answer that came as a new message is shown; one that changed this message leaves the page where it is.
  if (document.querySelector('main').lastElementChild?.dataset.message !== last.dataset.message) toEnd();
};

const toEnd = () => document.querySelector('main').lastElementChild?.scrollIntoView({ block: 'end' });
async function refresh() {
  try {
    const answer = await fetch('/?' + new URLSearchParams({ user: pick('user'), channel: pick('channel') }));
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const old = document.querySelector('main');
    const shown = fresh.querySelector('main').innerHTML;
    if (shown !== old.dataset.shown) { old.dataset.shown = shown; old.innerHTML = shown; }
    const places = fresh.querySelector('#who [name=channel]');
    const mine = at('who').elements.channel;
    if (places.options.length !== mine.options.length) { const chosen = mine.value; mine.replaceChildren(...places.options); mine.value = chosen; }
    await readCommands();
  } catch {
    say('The local Discord does not answer. Is it still running?');
  }
}
const isBusy = () => at('modal').open || document.querySelector('main fieldset:focus-within') !== null || at('who').contains(document.activeElement);
setInterval(() => { if (!isBusy()) refresh(); }, 2000);
refresh().then(toEnd);

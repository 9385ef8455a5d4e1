// A group's first days, as people see them. Each scene is a message or a form as the local Discord keeps it.
import { Stage } from './stage.mjs';

const items = ['q-1.1-0001', 'q-1.1-0004', 'q-2.2-0003', 'q-3.2-0005', 'q-4.2-0005'];
const cases = ['case-1-01'];

const controls = message => {
  const found = [];
  const walk = component => {
    if (component.custom_id) found.push(component);
    for (const inner of [...(component.components ?? []), component.accessory].filter(Boolean)) walk(inner);
  };
  message.components.forEach(walk);
  return found;
};
const control = (message, wanted) => {
  const found = controls(message).find(each => (each.label ?? each.placeholder ?? '').startsWith(wanted) || each.custom_id.includes(wanted));
  if (!found) throw new Error(`No control "${wanted}" among ${controls(message).map(each => `${each.label ?? each.placeholder} ${each.custom_id}`).join(', ')}`);
  return found.custom_id;
};

/** Plays everything and gives the scenes by name. */
export async function play() {
  const stage = await Stage.start(items, cases, '2026-11-23T08:59:00Z');
  const scenes = [];
  const show = (name, scene, extra = {}) => scenes.push({ name, now: stage.now, names: stage.names, ...scene, ...extra });
  const press = (user, message, label) => stage.act('press', { user, message: message.id, custom_id: control(message, label) });
  const choose = (user, message, menu, ...values) => stage.act('choose', { user, message: message.id, custom_id: control(message, menu), values });
  try {
    let wizard = (await stage.command('olga', 'setup')).message;
    show('wizard-first', { message: wizard });
    const how = await press('olga', wizard, 'How it is posted');
    show('wizard-posting', { message: how.message });
    wizard = (await press('olga', how.message, 'Check and preview')).message;
    show('wizard-check', { message: wizard });
    const saved = await press('olga', wizard, 'Save and start');
    show('wizard-saved', { message: saved.message });
    show('schedule-list', { message: (await stage.command('olga', 'schedule list')).message });

    for (const schedule of [1, 2, 3, 4]) await stage.command('olga', 'schedule now', { schedule: String(schedule) });
    const question = words => stage.message('ada', (text, message) => !message.ephemeral && text.includes('Question ') && !text.includes('the answer is') && text.includes(words));
    // Domain 1 holds two questions, and the one that is planned for tomorrow is not posted today: swapped, it is.
    const posted = async () => (await stage.act('seen', { user: 'ada', channel: stage.channels.daily })).map(message => message.text).join();
    for (let tries = 0, text = await posted(); !['parcel carrier', 'Case: '].every(words => text.includes(words)); text = await posted()) {
      await stage.command('olga', 'schedule swap', { schedule: '1' });
      await stage.command('olga', 'schedule now', { schedule: '1' });
      if (++tries > 9) throw new Error('The two questions of domain 1 do not come.');
    }
    const choice = await question('parcel carrier');
    const study = await question('Case: ');
    const response = await question('Domain 2');
    const ordering = await question('Domain 3');
    const matching = await question('Domain 4');
    show('daily-choice', { message: choice });
    show('daily-case', { message: study });
    show('daily-response', { message: response });
    show('daily-response-menu', { message: response, open: true });
    show('daily-ordering', { message: ordering });
    show('daily-matching', { message: matching });

    const letter = words => new RegExp(`\\*\\*([A-F])\\*\\* · ${words}`).exec(choice.text)[1];
    const right = letter('Register every consumer');
    show('receipt-right', { message: (await press('ada', choice, right)).message });
    show('receipt-wrong', { message: (await press('ben', choice, letter('Switch the stream'))).message });
    await press('chen', choice, right);
    await press('olga', choice, 'I don');
    show('receipt-again', { message: (await press('ben', choice, right)).message });
    show('why', { message: (await press('ada', choice, 'My answer')).message });
    show('receipt-response-wrong', { message: (await choose('ben', response, 'Choose', ...(control(response, 'Choose') && controls(response).find(each => each.options).options.slice(0, controls(response).find(each => each.options).max_values).map(option => option.value)))).message });

    let draft = (await press('ada', ordering, 'Put in order')).message;
    show('draft-order-start', { message: draft });
    for (const step of [1, 2]) {
      draft = (await choose('ada', draft, `Step ${step}`, controls(draft).find(each => each.options).options[0].value)).message;
    }
    show('draft-order', { message: draft });
    while (controls(draft).some(each => each.options)) draft = (await choose('ada', draft, 'Step', controls(draft).find(each => each.options).options[0].value)).message;
    show('draft-order-complete', { message: draft });
    show('receipt-order', { message: (await press('ada', draft, 'Submit')).message });

    let pairs = (await press('ada', matching, 'Match')).message;
    for (const index of [0, 1]) {
      const menu = controls(pairs).filter(each => each.options)[index];
      pairs = (await stage.act('choose', { user: 'ada', message: pairs.id, custom_id: menu.custom_id, values: [menu.options[index].value] })).message;
    }
    show('draft-match', { message: pairs });

    show('report-form', { modal: (await press('ben', choice, 'Report')).modal });
    show('service', { message: (await stage.command('ada', 'service', { words: 'kinesis' })).message });
    show('service-closed', { message: (await stage.command('ada', 'service', { words: 'forecast' })).message });
    show('compare', { message: (await stage.command('ada', 'compare', { first: 'athena', second: 'redshift' })).message });
    show('help', { message: (await stage.command('ada', 'help')).message });
    show('help-admin', { message: (await stage.command('olga', 'help')).message });
    show('streak', { message: (await stage.command('ada', 'streak')).message });
    show('exam', { message: (await stage.command('ada', 'exam')).message });

    stage.clock('2026-11-23T21:30:00Z');
    const reveal = number => stage.message('ada', text => text.includes(`Question ${number}: the answer is`));
    const number = message => /Question (\d+)/.exec(message.text)[1];
    show('reveal', { message: await reveal(number(choice)) });
    show('reveal-order', { message: await reveal(number(ordering)) });
    show('reveal-match', { message: await reveal(number(matching)) });
    show('daily-choice-closed', { message: await stage.message('ada', text => text.includes('parcel carrier') && text.includes('Closed.')) });
    show('why-late', { message: (await stage.command('ben', 'why', { question: number(response) })).message });
    const { violations } = await stage.act('state');
    if (violations.length > 0) throw new Error(`The local Discord found violations: ${JSON.stringify(violations)}`);
    return scenes;
  } finally {
    await stage.end();
  }
}

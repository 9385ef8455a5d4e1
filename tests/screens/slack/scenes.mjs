// A group's first days, as people see them. Each scene is a message, a window or a Home as the local Slack keeps it.
import { Stage } from './stage.mjs';

const items = ['q-1.1-0001', 'q-1.1-0004', 'q-2.2-0003', 'q-3.2-0005', 'q-4.2-0005'];
const cases = ['case-1-01'];

/** Plays everything and gives the scenes by name. */
export async function play() {
  const stage = await Stage.start(items, cases, '2026-11-23T08:59:00Z');
  const scenes = [];
  const show = (name, scene) => {
    if (!scene || !['message', 'modal', 'home'].some(kind => scene[kind])) throw new Error(`Nothing to show for ${name}.`);
    scenes.push(structuredClone({ name, now: stage.now, users: stage.users, channels: stage.channels, ...scene }));
    return scene;
  };
  const inputs = modal => modal.blocks.filter(block => block.type === 'input');
  try {
    const home = async user => {
      await stage.act('home', { user });
      return { home: await stage.until(async () => Object.values((await stage.act('views', { user })).homes)[0], `the Home of ${user}`) };
    };
    show('home-new', await home('chen'));
    const first = show('wizard-first', await stage.command('olga', 'setup'));
    const how = show('wizard-posting', await stage.use('olga', first.modal, 'How it is posted'));
    const check = show('wizard-check', await stage.use('olga', how.modal, 'Check and preview'));
    const saved = show('wizard-saved', await stage.use('olga', check.modal, 'Save and start'));
    await stage.act('close', { user: 'olga', view: saved.modal.id, all: true });
    show('schedule-list', await stage.command('olga', 'schedule list'));

    for (const schedule of [1, 2, 3, 4]) await stage.command('olga', `schedule now ${schedule}`);
    const question = words => stage.message('ada', (text, message) => !message.ephemeral && text.includes('Question ') && !text.includes('the answer is') && text.includes(words));
    // Domain 1 holds two questions, and the one that is planned for tomorrow is not posted today: swapped, it is.
    const posted = async () => (await stage.seen('ada')).map(message => message.words).join();
    for (let tries = 0, text = await posted(); !['parcel carrier', 'Case: '].every(words => text.includes(words)); text = await posted()) {
      await stage.command('olga', 'schedule swap 1');
      await stage.command('olga', 'schedule now 1');
      if (++tries > 9) throw new Error('The two questions of domain 1 do not come.');
    }
    const choice = await question('parcel carrier');
    const response = await question('Domain 2');
    const ordering = await question('Domain 3');
    const matching = await question('Domain 4');
    show('daily-choice', { message: choice });
    show('daily-case', { message: await question('Case: ') });
    show('daily-response', { message: response });
    show('daily-ordering', { message: ordering });
    show('daily-matching', { message: matching });

    const letter = words => new RegExp(`([A-F]) · ${words}`).exec(choice.words)[1];
    const right = letter('Register every consumer');
    show('receipt-right', await stage.use('ada', choice, right));
    const wrong = show('receipt-wrong', await stage.use('ben', choice, letter('Switch the stream')));
    await stage.use('chen', choice, right);
    show('receipt-again', await stage.use('ben', choice, right));
    show('why', await stage.use('ada', choice, 'My answer'));

    const boxes = show('form-response', await stage.use('ben', response, 'Choose'));
    const [input] = inputs(boxes.modal);
    const values = input.element.options.map(option => option.value);
    show('form-response-error', await stage.submit('ben', boxes.modal, { [input.block_id]: values.slice(0, 1) }));
    show('receipt-response-wrong', await stage.submit('ben', boxes.modal, { [input.block_id]: values.slice(0, 2) }));

    const order = show('form-order', await stage.use('ada', ordering, 'Put in order'));
    const steps = inputs(order.modal);
    const pick = (field, place) => [field.block_id, field.element.options[place].value];
    show('form-order-error', await stage.submit('ada', order.modal, Object.fromEntries(steps.map((step, place) => pick(step, place === 1 ? 0 : place)))));
    show('receipt-order', await stage.submit('ada', order.modal, Object.fromEntries(steps.map((step, place) => pick(step, place)))));

    const match = show('form-match', await stage.use('ada', matching, 'Match'));
    const pairs = inputs(match.modal);
    show('receipt-match', await stage.submit('ada', match.modal, Object.fromEntries(pairs.map((pair, place) => pick(pair, place)))));

    const report = show('report-form', await stage.use('ben', wrong.message, 'Report'));
    const [reason, ...rest] = inputs(report.modal);
    show('report-thanks', await stage.submit('ben', report.modal, Object.fromEntries([
      pick(reason, 0), ...rest.filter(field => field.element.type === 'plain_text_input').map(field => [field.block_id, 'Option D is right too: on demand there is more room to read.']),
    ])));
    show('reports', await stage.command('olga', 'reports list'));
    show('service', await stage.command('ada', 'service kinesis'));
    show('service-closed', await stage.command('ada', 'service forecast'));
    show('compare', await stage.command('ada', 'compare athena redshift'));
    show('help', await stage.command('ada', 'help'));
    show('help-admin', await stage.command('olga', 'help'));
    show('streak', await stage.command('ada', 'streak'));
    show('exam', await stage.command('ada', 'exam'));
    show('refusal', await stage.command('ben', 'schedule now 1'));
    const finder = await stage.answer('ada', () => stage.act('shortcut', { user: 'ada', callback_id: 'look_up' }));
    const field = stage.control(finder.modal, 'slack.find');
    const { options } = await stage.act('suggest', { user: 'ada', view: finder.modal.id, action_id: field.action_id, text: 'monitor' });
    show('look-up', { ...finder, offers: { block: finder.modal.blocks.find(block => [block.element, block.accessory, ...(block.elements ?? [])].some(each => each?.action_id === field.action_id)).block_id, options } });
    show('look-up-found', await stage.use('ada', finder.modal, 'slack.find', options[0].value));
    show('home', await home('ada'));
    show('home-admin', await home('olga'));

    stage.clock('2026-11-23T21:30:00Z');
    const number = message => /Question (\d+)/.exec(message.words)[1];
    const reveal = of => stage.message('ada', text => text.includes(`Question ${number(of)}: the answer is`));
    show('reveal', { message: await reveal(choice) });
    show('reveal-order', { message: await reveal(ordering) });
    show('reveal-match', { message: await reveal(matching) });
    show('daily-choice-closed', { message: await stage.message('ada', text => text.includes('parcel carrier') && text.includes('Closed')) });
    show('why-late', await stage.command('ben', `why ${number(response)}`));
    const { violations } = await stage.act('state');
    if (violations.length > 0) throw new Error(`The local Slack found violations: ${JSON.stringify(violations)}`);
    return scenes;
  } finally {
    await stage.end();
  }
}

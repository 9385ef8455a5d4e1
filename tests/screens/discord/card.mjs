// In the browser: draws one scene. A component that is not known is an error, so that no picture leaves something out.
import '@skyra/discord-components-core';

const face = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#3b82c4"/><text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="700" fill="#fff" text-anchor="middle">M</text></svg>')}`;

const element = (tag, attributes = {}, ...inner) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...inner.flat().filter(part => part !== undefined && part !== null));
  return made;
};

const node = part => typeof part === 'string' ? part
  : part.tag === 'mention' ? element('span', { class: 'mention' }, part.inner.map(node)) : element(part.tag, {}, part.inner.map(node));

const chosen = menu => (menu.options ?? []).filter(option => option.default).map(option => option.label)
  .concat((menu.default_values ?? []).map(value => menu.names?.[value.id] ?? value.id));

const menu = (component, isOpen) => element('div', { class: 'menu' },
  element('div', { class: 'closed' }, chosen(component).length > 0 ? element('b', {}, chosen(component).join(', ')) : element('span', {}, component.placeholder ?? 'Make a selection'), element('i', {}, '⌄')),
  isOpen ? element('div', { class: 'open' }, component.options.map(option => element('div', {}, option.label, option.description ? element('small', {}, option.description) : null))) : null);

const button = component => element('discord-button', { type: ['primary', 'secondary', 'success', 'destructive', 'secondary'][component.style - 1], disabled: component.disabled === true }, component.label);

const draw = (component, scene) => {
  switch (component.type) {
    case 1: return element(component.components.every(inner => inner.type === 2) ? 'discord-action-row' : 'div', { class: 'row' }, component.components.map(inner => draw(inner, scene)));
    case 2: return button(component);
    case 3: case 5: case 6: case 7: case 8: return menu(component, scene.open === true && component.options);
    case 4: return component.style === 2 ? element('textarea', { placeholder: component.placeholder }, component.value ?? '') : element('input', { placeholder: component.placeholder, value: component.value });
    case 10: return element('div', { class: 'text' }, component.blocks.map(node));
    case 14: return element('hr');
    case 17: return element('div', { class: 'container', style: component.accent_color ? `--accent: #${component.accent_color.toString(16).padStart(6, '0')}` : undefined }, component.components.map(inner => draw(inner, scene)));
    case 18: return element('div', { class: 'field' },
      element('label', {}, component.label, component.component.required === false ? null : element('em', {}, ' *')),
      component.description ? element('p', {}, component.description) : null,
      draw(component.component, scene));
    default: throw new Error(`Component ${component.type} is not drawn yet.`);
  }
};

window.show = async scene => {
  const frame = scene.modal
    ? element('div', { class: 'form' }, element('h2', {}, scene.modal.title), scene.modal.components.map(component => draw(component, scene)),
      element('footer', {}, element('discord-action-row', {}, element('discord-button', { type: 'secondary' }, 'Cancel'), element('discord-button', { type: 'primary' }, 'Submit'))))
    : element('discord-messages', {}, element('discord-message',
      { author: 'MlaBot', bot: true, ephemeral: scene.message.ephemeral, timestamp: scene.time, avatar: face },
      scene.message.content || null, scene.message.components.map(component => draw(component, scene))));
  document.body.replaceChildren(frame);
  await Promise.all([...document.querySelectorAll('discord-messages, discord-message, discord-button')].map(each => each.updateComplete));
  return { needs: document.documentElement.scrollWidth, has: document.documentElement.clientWidth };
};

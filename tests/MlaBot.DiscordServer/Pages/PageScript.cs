namespace MlaBot.DiscordServer.Pages;

/// <summary>The script of the page: presses by the control API, and looks again every two seconds unless someone is typing.</summary>
internal static class PageScript
{
    public const string Text = """
        const pick = name => document.querySelector(`#who [name=${name}]`).value;
        const say = text => document.getElementById('result').textContent = text;
        async function act(path, body) {
          const answer = await fetch('/control/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ user: pick('user'), channel: pick('channel'), ...body }) });
          const json = await answer.json();
          if (json.error) say(json.error);
          else if (json.failed) say('The application did not respond.');
          else { say(`Answered after ${Math.round(json.delay_ms)} ms.`); if (json.modal) showModal(json.interaction, json.modal); }
          await refresh();
        }
        function showModal(interaction, modal) {
          const form = document.createElement('form');
          form.innerHTML = '<h2></h2>';
          form.querySelector('h2').textContent = modal.title;
          for (const part of modal.components) {
            const field = part.component ?? part.components?.[0];
            const label = document.createElement('label');
            label.textContent = (part.label ?? part.content ?? field?.label ?? '') + ' ';
            if (field) {
              const input = document.createElement(field.options ? 'select' : field.style === 2 ? 'textarea' : 'input');
              input.name = field.custom_id;
              input.dataset.list = field.options && field.type !== 21 ? '1' : '';
              if (field.type === 23) input.type = 'checkbox';
              if (field.value) input.value = field.value;
              if ((field.max_values ?? 1) > 1) input.multiple = true;
              for (const option of field.options ?? []) input.append(new Option(option.label, option.value, false, option.default));
              label.append(input);
            }
            form.append(label, document.createElement('br'));
          }
          form.append(Object.assign(document.createElement('button'), { textContent: 'Submit' }));
          form.onsubmit = event => {
            event.preventDefault();
            const fields = {};
            for (const input of form.querySelectorAll('[name]'))
              fields[input.name] = input.type === 'checkbox' ? input.checked
                : input.dataset.list ? [...input.selectedOptions].map(option => option.value) : input.value;
            document.getElementById('modal').replaceChildren();
            act('submit', { interaction, fields });
          };
          document.getElementById('modal').replaceChildren(form);
        }
        document.getElementById('who').onchange = () => location.search = new URLSearchParams({ user: pick('user'), channel: pick('channel') });
        document.getElementById('command').onsubmit = event => {
          event.preventDefault();
          const form = new FormData(event.target);
          const options = Object.fromEntries(form.get('options').split(' ').filter(Boolean).map(pair => {
            const at = pair.indexOf('=');
            return [pair.slice(0, at), pair.slice(at + 1).replaceAll('+', ' ')];
          }));
          act('command', { command: form.get('command'), options });
        };
        document.querySelector('main').onclick = event => {
          const message = event.target.closest('[data-message]')?.dataset.message;
          const { press, choose } = event.target.dataset;
          if (press) act('press', { message, custom_id: press });
          if (choose) {
            const menu = event.target.closest('[data-message]').querySelector(`[data-menu="${CSS.escape(choose)}"]`);
            const values = menu.selectedOptions ? [...menu.selectedOptions].map(option => option.value) : menu.value.split(' ').filter(Boolean);
            act('choose', { message, custom_id: choose, values });
          }
        };
        async function refresh() {
          const answer = await fetch('/?' + new URLSearchParams({ user: pick('user'), channel: pick('channel') }));
          const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
          const old = document.querySelector('main');
          if (fresh.innerHTML !== old.dataset.shown) { old.dataset.shown = fresh.innerHTML; old.innerHTML = fresh.innerHTML; }
        }
        setInterval(() => { if (!document.querySelector('main').contains(document.activeElement)) refresh(); }, 2000);
        """;
}

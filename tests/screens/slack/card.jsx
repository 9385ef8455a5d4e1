// In the browser: draws one scene. What stands around the blocks, which is Slack's own, is drawn here.
import { Fragment } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { Message } from 'slack-blocks-to-jsx';
import { date } from './dates.mjs';

const face = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#3b82c4"/><text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="700" fill="#fff" text-anchor="middle">M</text></svg>')}`;

const Blocks = ({ scene, blocks, bare }) => <Message blocks={blocks} name="MlaBot" logo={face} theme="light" withoutWrapper={bare}
  time={new Date(scene.now)} data={{ users: scene.users, channels: scene.channels, user_groups: [] }} hooks={{ date: shown => date(scene.now, shown) }} />;

const Posted = ({ scene, message }) => <div className="place">
  {message.thread_ts && message.thread_ts !== message.ts ? <div className="thread">Thread <small># daily</small></div> : null}
  {message.ephemeral ? <div className="private">Only visible to you</div> : null}
  <Blocks scene={scene} blocks={message.blocks ?? [{ type: 'section', text: { type: 'mrkdwn', text: message.text } }]} />
</div>;

const Window = ({ scene, modal }) => <div className="window">
  <header><i>M</i>{modal.title.text}<s>✕</s></header>
  <main>{modal.blocks.map((block, index) => <Fragment key={index}>
    <Blocks scene={scene} blocks={[block]} bare />
    {modal.errors?.[block.block_id] ? <div className="problem">{modal.errors[block.block_id]}</div> : null}
    {scene.offers?.block === block.block_id ? <div className="offers">{scene.offers.options.map(option => <div key={option.value}>{option.text}</div>)}</div> : null}
  </Fragment>)}</main>
  <footer>{modal.close ? <b>{modal.close.text}</b> : null}{modal.submit ? <b className="submit">{modal.submit.text}</b> : null}</footer>
</div>;

const Home = ({ scene, home }) => <div className="home"><nav><b>Home</b><span>Messages</span></nav><Blocks scene={scene} blocks={home.blocks} bare /></div>;

let root;
window.show = async scene => {
  root?.unmount();
  document.body.replaceChildren();
  root = createRoot(document.body);
  flushSync(() => root.render(scene.modal ? <Window scene={scene} modal={scene.modal} /> : scene.home ? <Home scene={scene} home={scene.home} /> : <Posted scene={scene} message={scene.message} />));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) if (text.data.startsWith('\u2063')) text.parentElement.classList.add('chosen');
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return { needs: document.documentElement.scrollWidth, has: document.documentElement.clientWidth };
};

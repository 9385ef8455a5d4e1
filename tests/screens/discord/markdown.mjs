// Discord's Markdown as a tree of plain nodes. What stands inside a line is read by discord-markdown-parser, which follows
// Discord's own rules; headings, small print and lists belong to whole lines.
import parser from 'discord-markdown-parser';

const styles = {
  t: { timeStyle: 'short' }, T: { timeStyle: 'medium' }, d: { dateStyle: 'short' }, D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' }, F: { dateStyle: 'full', timeStyle: 'short' },
};
const units = [[31536000, 'year'], [2592000, 'month'], [86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']];

const time = (seconds, style, now) => {
  if (style !== 'R') return new Intl.DateTimeFormat('en-GB', { ...(styles[style] ?? styles.f), timeZone: 'UTC' }).format(seconds * 1000);
  const distance = seconds - now / 1000;
  const [size, unit] = units.find(([length]) => Math.abs(distance) >= length * 0.99) ?? units.at(-1);
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(distance / size), unit);
};

const inline = (nodes, now) => [nodes].flat().map(node => {
  const inner = () => inline(node.content, now);
  switch (node.type) {
    case 'text': case 'escape': case 'emoticon': return typeof node.content === 'string' ? node.content : { tag: 'span', inner: inner() };
    case 'strong': return { tag: 'b', inner: inner() };
    case 'em': return { tag: 'em', inner: inner() };
    case 'underline': return { tag: 'u', inner: inner() };
    case 'strikethrough': return { tag: 's', inner: inner() };
    case 'inlineCode': return { tag: 'code', inner: [node.content] };
    case 'link': case 'url': case 'autolink': return { tag: 'a', inner: inner() };
    case 'timestamp': return { tag: 'time', inner: [time(Number(node.timestamp), node.format, now)] };
    case 'role': return { tag: 'mention', inner: ['@study-group'] };
    case 'user': return { tag: 'mention', inner: ['@Ada'] };
    case 'br': case 'newline': return '\n';
    default: throw new Error(`Discord Markdown "${node.type}" is not drawn yet: ${JSON.stringify(node)}`);
  }
});

/** A text display as blocks: { tag: h1 | h2 | h3 | small | ul | span, inner }. */
export const read = (text, now) => {
  const blocks = [];
  for (const line of text.split('\n')) {
    const [, mark, rest] = /^(#{1,3} |-# | *- |)(.*)$/.exec(line);
    const inner = rest.length === 0 ? [] : inline(parser.parse(rest, 'extended'), now);
    const before = blocks.at(-1);
    if (mark.startsWith('#')) blocks.push({ tag: `h${mark.length - 1}`, inner });
    else if (mark === '-# ') blocks.push({ tag: 'small', inner });
    else if (mark !== '') (before?.tag === 'ul' ? before : (blocks.push({ tag: 'ul', inner: [] }), blocks.at(-1))).inner.push({ tag: 'li', inner });
    else if (before?.tag === 'span') before.inner.push('\n', ...inner);
    else blocks.push({ tag: 'span', inner });
  }
  return blocks;
};

// The date marks of Slack.
const formats = {
  '{time}': { hour: '2-digit', minute: '2-digit' },
  '{date}': { day: 'numeric', month: 'long', year: 'numeric' },
  '{date_short}': { day: 'numeric', month: 'short', year: 'numeric' },
  '{date_long}': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};
/** A date as Slack writes it to somebody in UTC; "today" and "tomorrow" where a part ends in _pretty. */
export const date = (now, { timestamp, format, fallback }) => {
  const at = new Date(Number(timestamp) * 1000);
  const days = Math.floor(at / 86400000) - Math.floor(now / 86400000);
  return format.replace(/\{[a-z_]+\}/g, part => {
    const near = part.endsWith('_pretty}') ? ['yesterday', 'today', 'tomorrow'][days + 1] : undefined;
    if (near) return near;
    const style = formats[part.replace('_pretty', '')];
    if (!style) throw new Error(`Date part ${part} is not drawn yet (${fallback}).`);
    return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(at);
  });
};

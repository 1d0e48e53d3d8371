import { expect, test } from 'vitest';
import { html } from './html.ts';

test('values are escaped, markup is not, lists join, nothing is empty', () => {
  const evil = '<script>"\'&';
  expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
    '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
  );
  expect(html`${[html`<b>1</b>`, 2]}${null}${undefined}${false}${0}`.text).toBe('<b>1</b>20');
});

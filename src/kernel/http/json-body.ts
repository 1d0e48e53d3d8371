import { Problem } from '../errors.ts';
import { maxJsonDepth } from './settings.ts';

/**
 * Reads a JSON body.
 * @throws {Problem} `invalid-body` for what is not JSON or says `__proto__`, `too-complex` where it nests too deep.
 */
export function parseJsonBody(text: string): unknown {
  const depth = depthOf(text);
  if (depth > maxJsonDepth)
    throw new Problem('too-complex', {}, [
      { pointer: '', code: 'json-too-deep', params: { value: depth, maximum: maxJsonDepth } },
    ]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.slice(0, 200);
    throw new Problem('invalid-body', {}, [{ pointer: '', code: 'not-json', params: { reason } }]);
  }
  if (/"(?:_|\\u005f){2}proto/i.test(text))
    throw new Problem('invalid-body', {}, [
      { pointer: '', code: 'characters-not-allowed', params: { value: '__proto__' } },
    ]);
  return value;
}

/** Deepest nesting of brackets outside strings; one pass, no recursion. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) if (text.charCodeAt(i) === 0x5c) i++;
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

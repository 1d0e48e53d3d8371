/** Field names as XML elements: characters that a name cannot have are written `_x0020_`, and read back. */
export function elementName(name: string): string {
  const encoded = name.replace(/_(?=x[0-9a-f]{4}_)|[^\p{L}\p{N}_.-]/gu, (character) => {
    let text = '';
    for (let i = 0; i < character.length; i++)
      text += `_x${character.charCodeAt(i).toString(16).padStart(4, '0')}_`;
    return text;
  });
  return /^[\p{L}_]/u.test(encoded)
    ? encoded
    : `_x${encoded.charCodeAt(0).toString(16).padStart(4, '0')}_${encoded.slice(1)}`;
}

export function fieldName(element: string): string {
  return element.replace(/_x([0-9a-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Target of the processing instruction in which our own files state the types of their fields. */
export const typesInstruction = 'ufuq-types';

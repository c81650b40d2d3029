const LONGEST_NAME = 200;
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/;

/** A name that is one: no folders, no control or direction characters, not endless. */
export function fileNameOf(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || 'file';
}

export const mediaTypeOf = (given: string): string =>
  MEDIA_TYPE.test(given) ? given.toLowerCase() : 'application/octet-stream';

/** Tells the browser to save under this name, in any script; older ones get what ASCII can say. */
export function attachmentHeader(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

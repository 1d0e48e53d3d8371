import { formats } from '../../kernel/formats/formats.ts';

/** Files that a whole register can be had as, with their media types. */
export const exportFormats = formats
  .filter(({ canWrite }) => canWrite)
  .map(({ id, title, mediaTypes }) => ({ id, title, mediaType: mediaTypes[0]! }));

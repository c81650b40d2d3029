/** The language a model is read in: the one asked for, else the reader's own, else the first it is written in. */
export function readingLocale(written: readonly string[], asked: string | undefined, reader: string): string {
  if (asked && written.includes(asked)) return asked;
  const language = reader.split('-')[0];
  return (
    written.find((tag) => tag === reader) ??
    written.find((tag) => tag.split('-')[0] === language) ??
    written[0] ??
    reader
  );
}

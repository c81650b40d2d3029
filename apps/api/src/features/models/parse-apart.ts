import { type ModelReading, ValidationError } from '@touchstone/domain';
import { fileApart, LimitReachedError, runApart } from '../../platform/apart/run-apart.js';

const PARSER = fileApart(import.meta.url, './parse-model.apart.js');
const LIMITS = { seconds: 20, megabytes: 512 };

/**
 * A stranger's model file in a process of its own: an ordinary one takes a moment, one of a megabyte that was made to be
 * slow takes seconds, in which this one goes on serving everybody else.
 */
export async function parseApart(source: string): Promise<ModelReading> {
  let reading: ModelReading | undefined;
  try {
    await runApart<ModelReading>(PARSER, { source }, LIMITS, (message) => {
      reading = message;
    });
  } catch (error) {
    if (!(error instanceof LimitReachedError)) throw error;
    throw ValidationError.of('source', 'too_large', 'This file takes too long to read; is it the right one?');
  }
  if (!reading) throw new Error('The process that read a model ended without a word.');
  return reading;
}

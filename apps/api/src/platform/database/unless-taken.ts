import { QueryFailedError } from 'typeorm';

/** Turns the refusal of one unique index into an error that a person can act on; every other error passes. */
export async function unlessTaken<T>(index: string, taken: () => Error, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause =
      error instanceof QueryFailedError ? (error.driverError as { code?: string; constraint?: string }) : {};
    if (cause.code === '23505' && cause.constraint === index) throw taken();
    throw error;
  }
}

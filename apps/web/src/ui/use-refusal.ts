import { useState } from 'react';
import type { AppError } from '../api/app-error.js';
import type { Outcome } from '../api/use-act.js';

/** What was refused last, and a way to try an act whose refusal is shown where it was asked for. */
export function useRefusal(): [AppError | null, (act: Promise<Outcome<unknown>>) => Promise<boolean>] {
  const [refusal, setRefusal] = useState<AppError | null>(null);
  return [
    refusal,
    async (act) => {
      const { error } = await act;
      setRefusal(error ?? null);
      return !error;
    },
  ];
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../ui/StatusBadge.js';
import type { JobState } from './jobs.generated.js';

export const jobTones: Record<JobState, Tone> = {
  WAITING: 'quiet',
  ACTIVE: 'active',
  COMPLETED: 'good',
  FAILED: 'warn',
  DEAD: 'bad',
};

/** What a job does, in words; a job this interface does not know yet keeps its technical name. */
export function useJobName(): (name: string) => string {
  const { t, i18n } = useTranslation('jobs');
  return useCallback(
    (name) => {
      const key = `name.${name}`;
      return i18n.exists(key, { ns: 'jobs' }) ? t(key as 'name.compute-results') : name;
    },
    [t, i18n],
  );
}

/** Jobs still under way are worth listening to. */
export const isUnderWay = (state: JobState): boolean => state === 'WAITING' || state === 'ACTIVE' || state === 'FAILED';

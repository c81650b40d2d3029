import type {
  Channel,
  DontCheck,
  ServiceLevel,
  TouchpointExistence,
  TouchpointInput,
} from './touchpoints.generated.js';

/** What the form holds; a choice nobody has made is null. */
export interface TouchpointValues {
  name: string;
  description: string;
  existence: TouchpointExistence;
  channel: Channel;
  noWaiting: DontCheck | null;
  noAnnoyance: DontCheck | null;
  noPuzzling: DontCheck | null;
  noRepeating: DontCheck | null;
  serviceLevel: ServiceLevel | null;
}

export const EMPTY_TOUCHPOINT: TouchpointValues = {
  name: '',
  description: '',
  existence: 'EXISTING',
  channel: 'BRANCH',
  noWaiting: null,
  noAnnoyance: null,
  noPuzzling: null,
  noRepeating: null,
  serviceLevel: null,
};

const KEYS = Object.keys(EMPTY_TOUCHPOINT) as (keyof TouchpointValues)[];

/** The form's own part of what was read. */
export function valuesOf(touchpoint: TouchpointValues): TouchpointValues {
  // `fromEntries` forgets which keys it was given.
  return Object.fromEntries(KEYS.map((key) => [key, touchpoint[key]])) as unknown as TouchpointValues;
}

export const toInput = (values: TouchpointValues): TouchpointInput => ({
  ...values,
  name: values.name.trim(),
  description: values.description.trim(),
});

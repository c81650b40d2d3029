const steps = 7;

/** The step (1–7) of the single-hue ramp for a value on a scale of any length; the whole ramp is used whatever the scale. */
export function rampStep(value: number, lowest: number, highest: number): number {
  if (highest <= lowest) return 1;
  const share = Math.min(1, Math.max(0, (value - lowest) / (highest - lowest)));
  return 1 + Math.round(share * (steps - 1));
}

export const rampColour = (step: number) => `var(--ts-ramp-${step})`;
export const rampInk = (step: number) => `var(--ts-ramp-ink-${step})`;

/**
 * How far a forecast was off: the square of the distance between the probability given and what came (Brier 1950, for one
 * event). 0 is perfect, 0.25 is what saying "half and half" always gets, 1 is certain and wrong.
 */
export const brierScore = (probability: number, cameTrue: boolean): number => (probability - (cameTrue ? 1 : 0)) ** 2;

export const instant = (at: number): string => new Date(at).toISOString();

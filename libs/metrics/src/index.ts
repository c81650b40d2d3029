// Experience measures: NPS, CSAT, CES, SERVQUAL, and the counts that roll them up.
export * from './experience/index.js';

// Rater and scale statistics: agreement and reliability.
export * from './raters/index.js';

// Drivers: what moves the overall rating.
export * from './drivers/index.js';

// Monitoring: control charts, change-points, seasonality.
export * from './monitoring/index.js';

// Effect of a change: comparisons and interrupted series.
export * from './effects/index.js';

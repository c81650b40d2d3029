export * from './cronbach-alpha.js';
export * from './icc-multilevel.js';
export * from './icc-shrout-fleiss.js';
export * from './kendall-w.js';
export * from './krippendorff-alpha.js';
export * from './mcdonald-omega.js';
export * from './rwg-ad.js';
export * from './weighted-kappa.js';

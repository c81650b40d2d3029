export * from './icc-shrout-fleiss.js';
export * from './krippendorff-alpha.js';
export * from './rwg-ad.js';

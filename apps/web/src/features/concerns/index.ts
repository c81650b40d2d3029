export { WaitsForMe, WhatCameOfIt } from './ConcernsOfMine.js';
export { DigestPreference } from './DigestPreference.js';

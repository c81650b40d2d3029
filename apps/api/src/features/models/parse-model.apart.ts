import { type ModelReading, parseMaturityModel } from '@touchstone/domain';
import { apart } from '../../platform/apart/run-apart.js';

apart<{ source: string }, ModelReading>(({ source }, send) => send(parseMaturityModel(source)));

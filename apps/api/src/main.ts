import { bootstrap } from './bootstrap.js';
import { exitWith } from './exit-with.js';

bootstrap(process.env).catch(exitWith);

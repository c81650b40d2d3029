export const APP_DATABASE = Symbol('APP_DATABASE');
export const WORKER_DATABASE = Symbol('WORKER_DATABASE');
export const DATABASE_URLS = Symbol('DATABASE_URLS');

import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import compress from '@fastify/compress';
import { fastifyCookie } from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { type DynamicModule, type Type, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import helmet from 'helmet';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FieldProblem, ValidationError } from '@touchstone/domain';
import type { ValidationError as FieldError } from 'class-validator';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { constraintProblem } from '../errors/field-messages.js';
import { LARGEST_FILE_BYTES } from '../files/stored-files.js';
import { NestLogger } from '../logging/logger.js';
import { HttpErrorFilter } from './error.filter.js';
import type { Metrics } from '../metrics/metrics.js';
import { StorableTextPipe } from './storable-text.pipe.js';

const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

export interface ApplicationParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly module: Type | DynamicModule;
  /** The built web application; absent in tests of the API alone. */
  readonly webRoot?: string;
}

/** The HTTP server with everything that stands before the features: headers, limits, cookies, validation, pages. */
export async function createApplication(parts: ApplicationParts): Promise<NestFastifyApplication> {
  const { config, logger, metrics } = parts;
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    // The one proxy before us, and no more: what stands further left in the header is what the client wrote there itself.
    trustProxy: config.trustProxy && ((_address: string, hop: number) => hop === 0),
    requestIdHeader: 'x-request-id',
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(parts.module as Type, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: true,
  });
  await app.register(fastifyCookie);
  await app.register(multipart, { limits: { fileSize: LARGEST_FILE_BYTES, files: 1, fields: 5 } });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  // The headers are put together once; the plugin that wraps this library does so for every request.
  const setSecurityHeaders = helmet({ contentSecurityPolicy: { directives: contentSecurityPolicy(config) } });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) =>
    setSecurityHeaders(request.raw, reply.raw, done as () => void),
  );
  if (parts.webRoot && existsSync(parts.webRoot)) await servePages(app, parts.webRoot);

  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const seconds = reply.elapsedTime / 1000;
    metrics.requestSeconds.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds);
    request.log.info({ req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });

  app.useGlobalPipes(
    new StorableTextPipe(),
    new ValidationPipe({
      transform: true,
      exceptionFactory: (errors) => new ValidationError(fieldProblems(errors)),
    }),
  );
  app.useGlobalFilters(new HttpErrorFilter(logger));
  app.enableShutdownHooks([]);
  return app;
}

function contentSecurityPolicy(config: Config): Record<string, string[] | null> {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // Component libraries set positions and colours through style attributes.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
  };
}

const HASHED_FILES = `${sep}assets${sep}`;

/** Files whose names carry a hash are kept by browsers for ever; everything else is asked for anew each time. */
async function servePages(app: NestFastifyApplication, webRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    index: false,
    immutable: true,
    maxAge: '1y',
    preCompressed: false,
    setHeaders: (reply: FastifyReply, path: string) => {
      if (!path.includes(HASHED_FILES)) void reply.header('cache-control', 'public, max-age=0');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  const page = (file: string) => (_request: FastifyRequest, reply: FastifyReply) =>
    reply.sendFile(file, { maxAge: 0, immutable: false, cacheControl: true });
  fastify.get('/', page('index.html'));
  if (existsSync(join(webRoot, 'respond.html'))) fastify.get('/r', page('respond.html'));
  // Addresses inside the application are its router's business; files and endpoints that do not exist stay missing. What
  // lies under /metrics is the metric catalogue, /metrics itself the server's own numbers.
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (/\.[a-z0-9]+$/i.test(path) || /^\/((graphql|files|health)(\/|$)|metrics\/?$)/.test(path)) {
      return reply.status(404).send({ error: { code: 'NOT_FOUND', message: 'Not found.' } });
    }
    return page('index.html')(request, reply);
  });
}

function fieldProblems(errors: readonly FieldError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = `${prefix}${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) =>
      constraintProblem(path, constraint, message),
    );
    return [...own, ...fieldProblems(error.children ?? [], `${path}.`)];
  });
}

import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { AppModule } from '../app.module';
import type { Database } from '../database/database';
import type { Config } from './config';
import { JsonBodyInterceptor } from './json-body.interceptor';
import { addOpenApi } from './open-api';
import { ProblemFilter } from './problem.filter';
import { requestId } from './request-id.middleware';
import { sameSite } from './same-site.middleware';
import { StartupError } from './startup-error';
import { UnderWay } from './under-way';
import { serveWebApp } from './web-app';

/** The HTTP application, not listening yet. */
export async function createServer(config: Config, database: Database, log: Logger): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, database, log), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter(log));
  app.disable('x-powered-by');
  app.use(requestId);
  app.use(securityHeaders());
  app.use(sameSite(config));
  app.useGlobalInterceptors(app.get(UnderWay), new JsonBodyInterceptor());
  addOpenApi(app);
  serveWebApp(app.getHttpAdapter().getInstance(), join(__dirname, '../../web'));
  await app.init();
  return app;
}

/** Listens and answers the address. Throws `StartupError` when the port is taken. */
export async function listen(app: NestExpressApplication, config: Config): Promise<string> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${config.port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`,
      );
    }
    throw new StartupError(`Cannot listen on ${config.host}:${config.port}: ${message}`);
  }
  // A file of many gigabytes takes as long as it takes.
  app.getHttpServer().requestTimeout = 0;
  return (await app.getUrl()).replace('[::1]', 'localhost');
}

/** The app runs its own scripts and styles only; grids and charts set styles on elements. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: false,
  });
}

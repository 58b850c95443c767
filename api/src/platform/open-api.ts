import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from './version';

/** Describes the API at `/api/docs` and `/api/openapi.json`. */
export function addOpenApi(app: INestApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Tallysheet')
    .setDescription('Campaign reports from delivery events, each counted once by published rules.')
    .setVersion(VERSION)
    .addBearerAuth()
    .build();
  const document = () => SwaggerModule.createDocument(app, about);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Tallysheet API',
  });
}

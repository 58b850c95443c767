import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from './version';
import { NAMED_SCHEMAS } from './zod-body';

/** Describes the API at `/api/docs` and `/api/openapi.json`. */
export function addOpenApi(app: INestApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Tallysheet')
    .setDescription('Campaign reports from delivery events, each counted once by published rules.')
    .setVersion(VERSION)
    .addBearerAuth()
    .build();
  const document = () => {
    const described = SwaggerModule.createDocument(app, about);
    return {
      ...described,
      components: { ...described.components, schemas: { ...described.components?.schemas, ...NAMED_SCHEMAS } },
    };
  };
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Tallysheet API',
  });
}

import { Body } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { z, type ZodType } from 'zod';
import { ZodPipe } from './zod.pipe';

type BodySchema =
  NonNullable<Parameters<typeof ApiBody>[0]> extends infer T ? (T extends { schema: infer S } ? S : never) : never;

/** A checked request body, described in the API's documentation by the same schema. */
export function ZodBody<T>(schema: ZodType<T>): ParameterDecorator {
  return (target, key, index) => {
    Body(new ZodPipe(schema))(target, key, index);
    const described = documented(
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'openapi-3.0' }),
    );
    const method = Object.getOwnPropertyDescriptor(target, key!)!;
    ApiBody({ schema: described as BodySchema })(target, key!, method);
  };
}

/** What schemas refer to by name, such as one that holds itself: for the documentation's `components`. */
export const NAMED_SCHEMAS: Record<string, object> = {};

/** A schema whose named parts stand where the documentation's references lead. */
function documented({ definitions, ...schema }: Record<string, unknown>): object {
  const moved = (part: unknown) =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/definitions/', '"#/components/schemas/')) as object;
  Object.assign(NAMED_SCHEMAS, moved(definitions ?? {}));
  return moved(schema);
}

import type * as z from 'zod/mini';
import type { KeyPath } from '../domain/place.ts';

/** As much of a zod schema's definition as is walked here. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly out?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
}
interface Schema {
  readonly _zod: { readonly def: unknown };
}

/** The keys that a schema allows in the object at `path`, so that a mistyped one can be told the nearest. */
export function keysAt(schema: z.ZodMiniType, path: KeyPath): string[] {
  let shapes = objects(schema);
  for (const step of path) {
    shapes = shapes.flatMap((found) => inner(found, step)).flatMap(objects);
  }
  return [...new Set(shapes.flatMap(({ shape }) => Object.keys(shape ?? {})))];
}

/** Every object, list or record that a schema may stand for, under whatever it is wrapped in. */
function objects(schema: Schema): Definition[] {
  const definition = schema._zod.def as Definition;
  switch (definition.type) {
    case 'pipe':
      return [definition.in, definition.out].flatMap((side) => (side ? objects(side) : []));
    case 'optional':
    case 'default':
      return definition.innerType ? objects(definition.innerType) : [];
    case 'union':
      return (definition.options ?? []).flatMap(objects);
    case 'object':
    case 'array':
    case 'record':
      return [definition];
    default:
      return [];
  }
}

function inner(definition: Definition, step: PropertyKey): Schema[] {
  const { shape = {} } = definition;
  const own = Object.hasOwn(shape, String(step)) ? shape[String(step)] : undefined;
  const found = own ?? definition.element ?? definition.valueType;
  return found ? [found] : [];
}

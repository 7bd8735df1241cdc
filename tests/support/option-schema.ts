import type { Rule } from "eslint";

/** The parts of JSON Schema that src/options.ts writes. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly pattern?: string;
}

/** The schema of the object that a rule takes as its options; undefined where it takes none. */
export function optionSchema({ meta }: Rule.RuleModule): Schema | undefined {
  const [schema] = (meta?.schema ?? []) as readonly { readonly anyOf: readonly [Schema] }[];
  return schema?.anyOf[0];
}

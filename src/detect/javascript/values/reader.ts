import type { TSESTree } from "@typescript-eslint/utils";
import { textOf as textOfValue, type Range, type Value } from "../../../breadcrumb/index.ts";
import { applied } from "./mutated-objects.ts";
import { callResult, returnOf } from "./call-results.ts";
import { definitionOf, laterChangesOf, memberDefinitionOf } from "./definitions.ts";
import { isCaught, isErrorClass } from "./errors.ts";
import { isIndex, isNumeric, isTextual, textOfQuasi, wordsOf } from "./forms.ts";
import { fieldsOf } from "./object-literal.ts";
import { calleeName } from "../flow/mutations.ts";
import type { Uses } from "../flow/uses.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { FileContext, type Frame, type Reading } from "./context.ts";
import type { Referent, Referents, SdkPath, SdkPaths } from "./recognition.ts";
import { ReferentFinder } from "./referents.ts";
import { createSdkPaths } from "./sdk-paths.ts";
import { isPromise } from "./promises.ts";
import { textFilterAt } from "./text-tests.ts";
import { initialiserOf } from "../names/scopes.ts";
import { parentOf, propertyName, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import {
  LazyCall,
  LazyChoice,
  LazyFunction,
  LazyList,
  LazyMember,
  LazyName,
  NO_FIELDS,
  LazyOperation,
  LazyRecord,
  LazyTemplate,
  LazyTemplateText,
  LazyUnknown,
  type Items,
  type Site,
} from "./lazy-values.ts";

/** Reads the expressions of one file. */
export interface ValueReader {
  /**
   * What an expression yields; the same value each time that it is asked for. What a name holds, what a
   * function returns and what types say is looked up when a rule asks the value for it.
   */
  readonly valueOf: (node: Node) => Value;
  /**
   * The syntax that a value was read from, for those that recognise what it stands for: the function that is called,
   * the parameter that is passed on. Undefined for values that are put together from others.
   */
  readonly nodeOf: (value: Value) => Node | undefined;
  /** Everything that an expression may stand for, to recognise things by. */
  readonly referentsOf: (node: Node) => readonly Referent[];
  /** The SDK export that an expression is. */
  readonly sdkPath: (node: Node) => SdkPath | undefined;
  readonly referents: Referents;
  readonly sdk: SdkPaths;
  /** Where values go. */
  readonly uses: Uses;
}

export function createValueReader(program: JavaScriptProgram): ValueReader {
  const context = new FileContext(program, {
    base: (own) => new Reader(own, undefined),
    referents: (own) => new ReferentFinder(own),
    sdk: createSdkPaths,
  });
  const { base, referents, sdk } = context;
  return {
    valueOf: (node) => base.valueOf(node),
    nodeOf: (value) => context.nodeOf(value),
    referentsOf: (node) => referents.of(base.valueOf(node)),
    sdkPath: (node) => sdk.pathOf(base.valueOf(node)),
    referents,
    sdk,
    uses: context.uses,
  };
}

/** Turns syntax into values, as lazily as it can. */
class Reader implements Reading {
  readonly context: FileContext;
  readonly frame: Frame | undefined;
  readonly #values = new Map<Node, Value>();

  constructor(context: FileContext, frame: Frame | undefined) {
    this.context = context;
    this.frame = frame;
  }

  get #program(): JavaScriptProgram {
    return this.context.program;
  }

  within(called: FunctionNode, given: readonly Node[]): Reading {
    return new Reader(this.context, { function: called, arguments: given, caller: this });
  }

  valueOf(expression: Node): Value {
    const node = this.inner(expression);
    let value = this.#values.get(node);
    if (value === undefined) this.#values.set(node, (value = this.context.readFrom(node, this.#read(node))));
    return value;
  }

  /** The expression that yields what `expression` does, without what is only about types, time or keeping. */
  inner(expression: Node): Node {
    let current = withoutTypes(expression);
    for (;;) {
      const next = this.#content(current);
      if (next === undefined) return current;
      current = withoutTypes(next);
    }
  }

  #content(node: Node): Node | undefined {
    switch (node.type) {
      case "AwaitExpression":
        return node.argument;
      case "AssignmentExpression":
        return node.operator === "=" ? node.right : undefined;
      case "CallExpression": {
        const [argument] = node.arguments;
        if (argument?.type !== "ObjectExpression" && argument?.type !== "ArrayExpression") return undefined;
        const name = calleeName(this.#program, node);
        return name === "Object.freeze" || name === "Object.seal" ? argument : undefined;
      }
      default:
        // Parsers that keep parentheses; not in typescript-eslint's types.
        return (node.type as string) === "ParenthesizedExpression"
          ? (node as unknown as { readonly expression: Node }).expression
          : undefined;
    }
  }

  #read(node: Node): Value {
    switch (node.type) {
      case "Literal":
        return this.#literal(node);
      case "TemplateLiteral":
        return this.#template(node);
      case "TaggedTemplateExpression":
        return this.#taggedTemplate(node);
      case "BinaryExpression":
        return node.operator === "+" ? this.#plus(node) : this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "UpdateExpression":
        return this.#operation(node, "+", "number", [node.argument]);
      case "AssignmentExpression":
        return this.#compound(node);
      case "ConditionalExpression":
      case "LogicalExpression":
        return new LazyChoice(this.siteOf(node), () => this.#branches(node).map((branch) => this.valueOf(branch)));
      case "Identifier":
      case "JSXIdentifier":
        return this.#name(node);
      case "ThisExpression":
        return new LazyName(this.siteOf(node), { name: "this" });
      case "MetaProperty":
        return new LazyName(this.siteOf(node), { name: `${node.meta.name}.${node.property.name}` });
      case "MemberExpression":
        return this.#member(node);
      case "CallExpression":
      case "NewExpression":
        return this.#call(node);
      case "ObjectExpression":
        return new LazyRecord(
          this.siteOf(node),
          () => fieldsOf(this.#program, node, (inner) => this.valueOf(inner)),
          node,
        );
      case "ArrayExpression":
        return new LazyList(this.siteOf(node), () => this.#items(node));
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
      case "FunctionExpression":
        return new LazyFunction(this.siteOf(node), () => returnOf(this, node));
      default:
        return new LazyUnknown(this.siteOf(node));
    }
  }

  siteOf(node: Node): Site {
    const { text } = this.#program.sourceCode;
    // The range of a declared name takes in its type.
    const [start, end] = node.range;
    const isName = node.type === "Identifier" && text.startsWith(node.name, start);
    const range: Range = [start, isName ? start + node.name.length : end];
    const parent = parentOf(node);
    const isShorthand = node.type === "Identifier" && parent?.type === "Property" && parent.shorthand;
    return {
      range,
      source: text.slice(...range),
      shorthand: isShorthand ? `${node.name}: ` : undefined,
      type: () => this.context.types.typeOf(node),
      isPromise: () => isPromise(this, node),
    };
  }

  #literal(node: TSESTree.Literal): Value {
    const { range, source } = this.siteOf(node);
    switch (typeof node.value) {
      case "string":
        return { kind: "text", text: node.value, range, source };
      case "number":
      case "bigint":
        return { kind: "number", number: Number(node.value), range, source };
      case "boolean":
        return { kind: "boolean", boolean: node.value, range, source };
      default:
        return source === "null"
          ? { kind: "nothing", word: "null", range, source }
          : { kind: "unknown", range, source, fieldlessClass: "RegExp" };
    }
  }

  #template(node: TSESTree.TemplateLiteral): Value {
    const [only] = node.quasis;
    const site = this.siteOf(node);
    if (node.quasis.length === 1 && only !== undefined) {
      const { range, source } = site;
      return { kind: "text", text: textOfQuasi(only), range, source };
    }
    return new LazyTemplate(site, () => this.#templateParts(node, textOfQuasi));
  }

  #templateParts(node: TSESTree.TemplateLiteral, textOf: (quasi: TSESTree.TemplateElement) => string): Value[] {
    const { text } = this.#program.sourceCode;
    return node.quasis.flatMap((quasi, index) => {
      const [start, end] = wordsOf(quasi, node);
      const expression = node.expressions[index];
      const words: Value[] =
        start === end
          ? []
          : [new LazyTemplateText({ range: [start, end], source: text.slice(start, end) }, textOf(quasi))];
      return expression === undefined ? words : [...words, this.valueOf(expression)];
    });
  }

  #taggedTemplate(node: TSESTree.TaggedTemplateExpression): Value {
    const { tag, quasi } = node;
    const isRaw =
      tag.type === "MemberExpression" &&
      propertyName(tag) === "raw" &&
      tag.object.type === "Identifier" &&
      tag.object.name === "String" &&
      this.#program.scopes.isGlobal(tag.object);
    if (isRaw) return new LazyTemplate(this.siteOf(node), () => this.#templateParts(quasi, ({ value }) => value.raw));
    return new LazyCall(this.siteOf(node), {
      callee: () => this.valueOf(tag),
      arguments: () => [this.valueOf(quasi)],
      construct: false,
      isTagged: true,
    });
  }

  /** A concatenation when some operand is a text, otherwise a sum. */
  #plus(node: TSESTree.BinaryExpression): Value {
    const operands: Node[] = [];
    let left: Node = node;
    while (left.type === "BinaryExpression" && left.operator === "+") {
      operands.push(left.right);
      left = withoutTypes(left.left);
    }
    return this.#sum(node, [...operands, left].reverse());
  }

  #sum(node: Node, operands: readonly Node[]): Value {
    const values = (): Value[] => operands.map((operand) => this.valueOf(operand));
    if (operands.some((operand) => this.#isText(operand))) return new LazyTemplate(this.siteOf(node), values);
    const isNumber = operands.every(
      (operand) => isNumeric(withoutTypes(operand)) || this.#sortByType(operand) === "number",
    );
    return new LazyOperation(this.siteOf(node), "+", isNumber ? "number" : "unknown", values);
  }

  /** Whether an expression is seen to be a text, by its own form or by that of the constant that it names. */
  #isText(expression: Node): boolean {
    const node = this.inner(expression);
    if (isTextual(node)) return true;
    if (node.type === "ConditionalExpression" || node.type === "LogicalExpression") {
      return this.#branches(node).some((branch) => isTextual(branch));
    }
    if (node.type === "Identifier") {
      const initial = this.initialiserOf(node);
      if (initial !== undefined && isTextual(this.inner(initial))) return true;
    }
    return this.#sortByType(node) === "text";
  }

  /** What an expression is by its type; an enumeration without texts is one of numbers. */
  #sortByType(node: Node): string | undefined {
    const type = this.context.types.typeOf(this.inner(node));
    if (type?.kind !== "literals") return type?.kind;
    return type.literals.length > 0 ? "text" : "number";
  }

  /** The initialiser of a variable. */
  initialiserOf(node: TSESTree.Identifier): Node | undefined {
    return initialiserOf(this.#program.scopes, node);
  }

  #binary(node: TSESTree.BinaryExpression): Value {
    switch (node.operator) {
      case "==":
      case "===":
      case "!=":
      case "!==":
        return this.#operation(node, "==", "boolean", [node.left, node.right]);
      case "<":
      case "<=":
      case ">":
      case ">=":
        return this.#operation(node, "<", "boolean", [node.left, node.right]);
      case "in":
        return this.#operation(node, "in", "boolean", [node.left, node.right]);
      case "instanceof":
        return this.#operation(node, "is", "boolean", [node.left, node.right]);
      case "**":
        return this.#operation(node, "*", "number", [node.left, node.right]);
      default:
        return this.#operation(node, node.operator, "number", [node.left, node.right]);
    }
  }

  #unary(node: TSESTree.UnaryExpression): Value {
    const { range, source } = this.siteOf(node);
    switch (node.operator) {
      case "!":
        return this.#operation(node, "!", "boolean", [node.argument]);
      case "delete":
        return this.#operation(node, "delete", "boolean", [node.argument]);
      case "typeof":
        return this.#operation(node, "typeof", "text", [node.argument]);
      case "void":
        return { kind: "nothing", word: "undefined", range, source };
      default: {
        const { argument } = node;
        const isLiteral = argument.type === "Literal" && isNumeric(argument);
        if (!isLiteral || node.operator === "~") return this.#operation(node, node.operator, "number", [argument]);
        const number = Number(argument.value);
        return { kind: "number", number: node.operator === "-" ? -number : number, range, source };
      }
    }
  }

  #operation(node: Node, operator: string, result: LazyOperation["result"], operands: readonly Node[]): Value {
    return new LazyOperation(this.siteOf(node), operator, result, () =>
      operands.map((operand) => this.valueOf(operand)),
    );
  }

  /** `a += b`, `a ??= b` and the like. */
  #compound(node: TSESTree.AssignmentExpression): Value {
    const operator = node.operator.slice(0, -1);
    switch (operator) {
      case "+":
        return this.#sum(node, [node.left, node.right]);
      case "&&":
        return new LazyChoice(this.siteOf(node), () => [this.valueOf(node.right)]);
      case "??":
      case "||":
        return new LazyChoice(this.siteOf(node), () => [
          ...(this.#isEmpty(node.left) ? [] : [this.valueOf(node.left)]),
          this.valueOf(node.right),
        ]);
      default:
        return this.#operation(node, operator === "**" ? "*" : operator, "number", [node.left, node.right]);
    }
  }

  /** Whether a place holds nothing yet: a variable of this file alone, without a value and not written before. */
  #isEmpty(node: Node): boolean {
    if (node.type !== "Identifier" || this.#program.scopes.isGlobal(node)) return false;
    const variable = this.#program.scopes.variableOf(node);
    const writes = variable && this.context.flow.writesReaching(variable, node);
    return variable !== undefined && writes?.length === 0 && !this.context.bindings.bindingOf(variable).exported;
  }

  /** The possible results of a conditional, nested ones included; the left side of `&&` only if it is empty. */
  #branches(node: Node): readonly Node[] {
    const branches: Node[] = [];
    const pending: Node[] = [node];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const inner = this.inner(next);
      if (inner.type === "ConditionalExpression") pending.push(inner.alternate, inner.consequent);
      else if (inner.type === "LogicalExpression") {
        pending.push(inner.right);
        if (inner.operator !== "&&") pending.push(inner.left);
      } else branches.push(inner);
    }
    return branches;
  }

  #items(node: TSESTree.ArrayExpression): Items {
    const elements = node.elements.filter((element) => element !== null);
    const complete = elements.every(({ type }) => type !== "SpreadElement");
    return {
      items: elements.map((element) => this.valueOf(element.type === "SpreadElement" ? element.argument : element)),
      complete: complete && elements.length === node.elements.length,
    };
  }

  #name(node: TSESTree.Identifier | TSESTree.JSXIdentifier): Value {
    const { scopes } = this.#program;
    const { name } = node;
    const site = this.siteOf(node);
    const { range, source, shorthand } = site;
    if ((name === "undefined" || name === "NaN" || name === "Infinity") && scopes.isGlobal(node)) {
      return name === "undefined"
        ? { kind: "nothing", word: "undefined", range, source, shorthand }
        : { kind: "number", number: Number(name), range, source, shorthand };
    }
    const value: LazyName = new LazyName(site, {
      name,
      binding: () => {
        const variable = scopes.variableOf(node);
        return variable && variable.defs.length > 0 ? this.context.bindings.bindingOf(variable) : undefined;
      },
      isUndeclared: () => scopes.variableOf(node) === undefined && scopes.isGlobal(node),
      definition: () => this.context.bounded(() => definitionOf(this, node)),
      sdk: () => this.context.sdk.pathOf(value),
      isCaught: () => {
        const variable = scopes.variableOf(node);
        return variable !== undefined && isCaught(variable);
      },
      laterChanges: () => laterChangesOf(this, node),
      texts: () => textFilterAt(this.#program, node),
    });
    return value;
  }

  nameOf(member: TSESTree.MemberExpression | undefined): string | undefined {
    if (member === undefined) return undefined;
    return propertyName(member) ?? textOfValue(this.valueOf(member.property));
  }

  #member(node: TSESTree.MemberExpression): Value {
    const { property } = node;
    const value: LazyMember = new LazyMember(this.siteOf(node), {
      object: () => this.valueOf(node.object),
      name: () => (isIndex(property) ? undefined : this.nameOf(node)),
      index: isIndex(property) ? property.value : undefined,
      ...(node.computed && { key: () => this.valueOf(property) }),
      nameRange: property.range,
      definition: (owner, name) => this.context.bounded(() => memberDefinitionOf(this, node, owner, name)),
      sdk: () => this.context.sdk.pathOf(value),
      laterChanges: () => laterChangesOf(this, node),
    });
    return value;
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression): Value {
    if (node.type === "CallExpression" && calleeName(this.#program, node) === "Object.assign") {
      return this.#assigned(node);
    }
    return new LazyCall(this.siteOf(node), {
      callee: () => this.valueOf(node.callee),
      arguments: () =>
        node.arguments.map((argument) =>
          this.valueOf(argument.type === "SpreadElement" ? argument.argument : argument),
        ),
      construct: node.type === "NewExpression",
      result: () => (node.type === "CallExpression" ? this.context.bounded(() => callResult(this, node)) : undefined),
      makesError: () => node.type === "NewExpression" && isErrorClass(this.#program.scopes, node.callee),
    });
  }

  /** `Object.assign({}, a, { b: 1 })` */
  #assigned(node: TSESTree.CallExpression): Value {
    return new LazyRecord(this.siteOf(node), () =>
      applied(this, NO_FIELDS, [{ mutation: { kind: "merge", node, sources: node.arguments }, reach: "always" }]),
    );
  }
}

import type { TSESTree } from "@typescript-eslint/utils";
import { resolve, textOf as textOfValue, type Change, type Field, type Value } from "../../breadcrumb/index.ts";
import { createBindings, type Bindings } from "./bindings.ts";
import { isCaught } from "./errors.ts";
import { fieldsOf } from "./fields.ts";
import { createFlow, type Flow, type Reach, type Write } from "./flow.ts";
import { membersOf, returnsOf, type Members } from "./functions.ts";
import { laterChangesOf } from "./later-changes.ts";
import { calleeName, mutationsOf, type Mutation } from "./mutations.ts";
import type { Pattern, PatternStep } from "./patterns.ts";
import type { JavaScriptProgram, Node } from "./program.ts";
import type { Variable } from "./scope.ts";
import {
  isFunction,
  ownerOf,
  parentOf,
  propertyName,
  textOf,
  withoutTypes,
  type FunctionNode,
  type Owner,
} from "./syntax.ts";
import { createTypeReader, type TypeReader } from "./types.ts";
import {
  CallNode,
  ChoiceNode,
  FunctionNodeValue,
  ListNode,
  MemberNode,
  NameNode,
  OperationNode,
  RecordNode,
  TemplateNode,
  TemplateWords,
  UnknownNode,
  type Contents,
  type Items,
  type Site,
} from "./value-nodes.ts";

/** Reads the expressions of one file. */
export interface ValueReader {
  /**
   * What an expression yields; the same value each time that it is asked for. What a name holds, what a function
   * returns and what types say is looked up when a rule asks the value for it.
   */
  readonly valueOf: (node: Node) => Value;
}

export function createValueReader(program: JavaScriptProgram): ValueReader {
  const reader = new Reader(new Knowledge(program), undefined);
  return { valueOf: (node) => reader.valueOf(node) };
}

/** How many definitions are looked up within one another; longer chains are not written by hand. */
const MAX_DEPTH = 30;

/** How many things that are done to an object are followed up to its use. */
const MAX_MUTATIONS = 64;

/** What all readers of a file share. */
class Knowledge {
  readonly program: JavaScriptProgram;
  readonly flow: Flow = createFlow();
  readonly types: TypeReader;
  readonly bindings: Bindings;
  readonly #members = new Map<Owner, Members>();
  readonly #returns = new Map<FunctionNode, readonly Node[] | undefined>();
  readonly #mutations = new Map<Variable, readonly Mutation[] | undefined>();
  #depth = 0;

  constructor(program: JavaScriptProgram) {
    this.program = program;
    this.types = createTypeReader(program);
    this.bindings = createBindings(program);
  }

  /** Looks something up unless too much is being looked up already, which would exhaust the stack. */
  bounded<T>(lookUp: () => T): T | undefined {
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#depth += 1;
    try {
      return lookUp();
    } finally {
      this.#depth -= 1;
    }
  }

  membersOf(owner: Owner): Members {
    return remember(this.#members, owner, () => membersOf(this.program, owner));
  }

  returnsOf(node: FunctionNode): readonly Node[] | undefined {
    return remember(this.#returns, node, () => returnsOf(this.program, node));
  }

  mutationsOf(variable: Variable): readonly Mutation[] | undefined {
    return remember(this.#mutations, variable, () => mutationsOf(this.program, variable));
  }
}

function remember<Key, T>(memory: Map<Key, T>, key: Key, compute: () => T): T {
  if (!memory.has(key)) memory.set(key, compute());
  return memory.get(key) as T;
}

/** A call whose function's body is being read. */
interface Frame {
  readonly function: FunctionNode;
  readonly arguments: readonly Node[];
  readonly caller: Reader;
}

class Reader {
  readonly #knowledge: Knowledge;
  /** The call that the parameters belong to; undefined outside of inlined functions. */
  readonly #frame: Frame | undefined;
  readonly #values = new Map<Node, Value>();

  constructor(knowledge: Knowledge, frame: Frame | undefined) {
    this.#knowledge = knowledge;
    this.#frame = frame;
  }

  get #program(): JavaScriptProgram {
    return this.#knowledge.program;
  }

  valueOf(expression: Node): Value {
    const node = this.#inner(expression);
    let value = this.#values.get(node);
    if (value === undefined) this.#values.set(node, (value = this.#read(node)));
    return value;
  }

  /** The expression that yields what `expression` does, without what is only about types, time or keeping. */
  #inner(expression: Node): Node {
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
        return new ChoiceNode(this.#site(node), () => this.#branches(node).map((branch) => this.valueOf(branch)));
      case "Identifier":
      case "JSXIdentifier":
        return this.#name(node);
      case "ThisExpression":
        return new NameNode(this.#site(node), { name: "this" });
      case "MetaProperty":
        return new NameNode(this.#site(node), { name: `${node.meta.name}.${node.property.name}` });
      case "MemberExpression":
        return this.#member(node);
      case "CallExpression":
      case "NewExpression":
        return this.#call(node);
      case "ObjectExpression":
        return new RecordNode(
          this.#site(node),
          () => ({ ...fieldsOf(this.#program, node, (inner) => this.valueOf(inner)), isOpen: false }),
          node,
        );
      case "ArrayExpression":
        return new ListNode(this.#site(node), () => this.#items(node));
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
      case "FunctionExpression":
        return new FunctionNodeValue(this.#site(node), () => this.#returnOf(node));
      default:
        return new UnknownNode(this.#site(node));
    }
  }

  #site(node: Node): Site {
    const { range } = node;
    const parent = parentOf(node);
    const isShorthand =
      parent?.type === "Property" && parent.shorthand && parent.value === node && node.type === "Identifier";
    return {
      range,
      source: this.#program.sourceCode.text.slice(range[0], range[1]),
      shorthand: isShorthand ? `${node.name}: ` : undefined,
      type: () => this.#knowledge.types.typeOf(node),
    };
  }

  #literal(node: TSESTree.Literal): Value {
    const { range, source, type } = this.#site(node);
    switch (typeof node.value) {
      case "string":
        return { kind: "text", text: node.value, range, source };
      case "number":
      case "bigint":
        return { kind: "number", number: Number(node.value), range, source };
      case "boolean":
        return { kind: "boolean", boolean: node.value, range, source };
      default: {
        if (node.value === null && source === "null") return { kind: "nothing", word: "null", range, source };
        return new UnknownNode({ range, source, type });
      }
    }
  }

  #template(node: TSESTree.TemplateLiteral): Value {
    const [only] = node.quasis;
    const site = this.#site(node);
    if (node.quasis.length === 1 && only !== undefined) {
      const { range, source } = site;
      return { kind: "text", text: textOfQuasi(only), range, source };
    }
    return new TemplateNode(site, () => this.#templateParts(node, textOfQuasi));
  }

  #templateParts(node: TSESTree.TemplateLiteral, textOf: (quasi: TSESTree.TemplateElement) => string): Value[] {
    const { text } = this.#program.sourceCode;
    return node.quasis.flatMap((quasi, index) => {
      const [start, end] = wordsOf(quasi, node);
      const expression = node.expressions[index];
      const words: Value[] =
        start === end
          ? []
          : [new TemplateWords({ range: [start, end], source: text.slice(start, end) }, textOf(quasi))];
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
    if (isRaw) return new TemplateNode(this.#site(node), () => this.#templateParts(quasi, ({ value }) => value.raw));
    return new CallNode(this.#site(node), {
      callee: () => this.valueOf(tag),
      arguments: () => [this.valueOf(quasi)],
      construct: false,
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
    if (operands.some((operand) => this.#isText(operand))) return new TemplateNode(this.#site(node), values);
    const isNumber = operands.every((operand) => isNumeric(withoutTypes(operand)) || this.#typeKind(operand) === "number");
    return new OperationNode(this.#site(node), "+", isNumber ? "number" : "unknown", values);
  }

  /** Whether an expression is seen to be a text, by its own form or by that of the constant that it names. */
  #isText(expression: Node): boolean {
    const node = this.#inner(expression);
    if (isTextual(node)) return true;
    if (node.type === "Identifier") {
      const initial = this.#initialiserOf(node);
      if (initial !== undefined && isTextual(this.#inner(initial))) return true;
    }
    if (isNumeric(node)) return false;
    const kind = this.#typeKind(node);
    return kind === "text" || kind === "literals";
  }

  #typeKind(node: Node): string | undefined {
    return this.#knowledge.types.typeOf(this.#inner(node))?.kind;
  }

  /** What a variable is declared with. */
  #initialiserOf(node: TSESTree.Identifier): Node | undefined {
    const definition = this.#program.scopes.variableOf(node)?.defs[0]?.node;
    return definition?.type === "VariableDeclarator" && definition.id.type === "Identifier"
      ? (definition.init ?? undefined)
      : undefined;
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
    const { range, source } = this.#site(node);
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
        const isLiteral = argument.type === "Literal" && typeof argument.value !== "string" && isNumeric(argument);
        if (!isLiteral || node.operator === "~") return this.#operation(node, node.operator, "number", [argument]);
        const number = Number(argument.value);
        return { kind: "number", number: node.operator === "-" ? -number : number, range, source };
      }
    }
  }

  #operation(node: Node, operator: string, result: OperationNode["result"], operands: readonly Node[]): Value {
    return new OperationNode(this.#site(node), operator, result, () => operands.map((operand) => this.valueOf(operand)));
  }

  /** `a += b`, `a ??= b` and the like. */
  #compound(node: TSESTree.AssignmentExpression): Value {
    const operator = node.operator.slice(0, -1);
    switch (operator) {
      case "+":
        return this.#sum(node, [node.left, node.right]);
      case "&&":
        return new ChoiceNode(this.#site(node), () => [this.valueOf(node.right)]);
      case "??":
      case "||":
        return new ChoiceNode(this.#site(node), () => [this.valueOf(node.left), this.valueOf(node.right)]);
      default:
        return this.#operation(node, operator === "**" ? "*" : operator, "number", [node.left, node.right]);
    }
  }

  /** What a conditional can yield, nested ones taken apart. The left side of `&&` is yielded only when it is empty. */
  #branches(node: Node): readonly Node[] {
    const branches: Node[] = [];
    const pending: Node[] = [node];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const inner = this.#inner(next);
      if (inner.type === "ConditionalExpression") pending.push(inner.alternate, inner.consequent);
      else if (inner.type === "LogicalExpression" && inner.operator === "&&") pending.push(inner.right);
      else if (inner.type === "LogicalExpression") pending.push(inner.right, inner.left);
      else branches.push(inner);
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
    const site = this.#site(node);
    const { range, source, shorthand } = site;
    if ((name === "undefined" || name === "NaN" || name === "Infinity") && scopes.isGlobal(node)) {
      return name === "undefined"
        ? { kind: "nothing", word: "undefined", range, source, shorthand }
        : { kind: "number", number: Number(name), range, source, shorthand };
    }
    return new NameNode(site, {
      name,
      binding: () => {
        const variable = scopes.variableOf(node);
        return variable && variable.defs.length > 0 ? this.#knowledge.bindings.bindingOf(variable) : undefined;
      },
      definition: () => this.#knowledge.bounded(() => this.#definitionOf(node)),
      sdk: () => scopes.sdkPath(node),
      isCaught: () => {
        const variable = scopes.variableOf(node);
        return variable !== undefined && isCaught(variable);
      },
      laterChanges: () => this.#laterChangesOf(node),
    });
  }

  #laterChangesOf(node: TSESTree.Identifier | TSESTree.JSXIdentifier): readonly Change[] | undefined {
    const variable = this.#program.scopes.variableOf(node);
    const mutations = variable && this.#knowledge.mutationsOf(variable);
    if (variable === undefined || mutations === undefined) return undefined;
    const isList = resolve(this.valueOf(node)).kind === "list";
    return laterChangesOf(this.#program, variable, mutations, node, isList);
  }

  #definitionOf(node: TSESTree.Identifier | TSESTree.JSXIdentifier): Value | undefined {
    const variable = this.#program.scopes.variableOf(node);
    const [declaration] = variable?.defs ?? [];
    if (variable === undefined || declaration === undefined) return undefined;
    if (variable.defs.length === 1 && isFunctionName(declaration)) {
      const isReplaced = variable.references.some((reference) => reference.isWrite());
      return isReplaced ? undefined : this.valueOf(declaration.node);
    }
    const writes = this.#knowledge.flow.writesReaching(variable, node);
    if (writes === undefined) return undefined;
    const [only, ...others] = writes;
    if (only !== undefined && others.length === 0) return this.#held(only, variable, node);
    const branches: Value[] = [];
    for (const write of writes) {
      const isParameter = write.pattern.source?.kind === "parameter";
      const held = this.#held(write, variable, node) ?? (isParameter ? given(this.#site(write.identifier), write) : undefined);
      if (held === undefined) return undefined;
      branches.push(held);
    }
    return new ChoiceNode(this.#site(node), () => branches);
  }

  /** What a variable holds at a use by way of one of its writes, with what is done to the object in between. */
  #held(write: Write, variable: Variable, use: Node): Value | undefined {
    const reader = this.#readerAt(write.identifier);
    const written = reader.#written(write);
    const isOwner = isObjectOfMember(use);
    if (written !== undefined && written.kind !== "record" && written.kind !== "list" && isOwner) return written;
    if (written === undefined && isOwner) return undefined;
    return reader.#afterMutations(written, write, variable, use) ?? written;
  }

  /** Names outside of an inlined function are read as at their own place. */
  #readerAt(node: Node): Reader {
    if (this.#frame === undefined) return this;
    const [start, end] = this.#frame.function.range;
    return start <= node.range[0] && node.range[1] <= end ? this : this.#frame.caller;
  }

  /** What a write gives to its variable; undefined where the file does not tell. */
  #written({ identifier, pattern }: Write): Value | undefined {
    const { source, steps, writer } = pattern;
    if (source === undefined) return writer.type === "UpdateExpression" ? this.valueOf(writer) : undefined;
    let base: Value | undefined;
    if (source.kind === "parameter") base = this.#argument(source.function, source.index);
    else base = writer.type === "AssignmentExpression" && writer.operator !== "=" ? this.valueOf(writer) : this.valueOf(source.node);
    if (base === undefined && takesApart(pattern)) base = new UnknownNode(this.#site(pattern.top));
    for (const step of steps) base = this.#taken(base, step, identifier);
    return base;
  }

  /** What a function is given for a parameter, where all that calls it is seen. */
  #argument(callee: FunctionNode, index: number): Value | undefined {
    if (this.#frame?.function === callee) {
      const { caller, arguments: given } = this.#frame;
      const argument = given[index];
      if (given.slice(0, index + 1).some(({ type }) => type === "SpreadElement")) return undefined;
      return argument === undefined ? undefined : caller.valueOf(argument);
    }
    const call = parentOf(callee);
    if (call?.type !== "CallExpression") return undefined;
    if (call.callee === callee) {
      const argument = call.arguments[index];
      return argument === undefined || argument.type === "SpreadElement" ? undefined : this.valueOf(argument);
    }
    const method = withoutTypes(call.callee);
    if (method.type !== "MemberExpression" || call.arguments[0] !== callee) return undefined;
    const name = propertyName(method) ?? "";
    if (name === "then" && index === 0) return this.valueOf(method.object);
    return ITEM_PARAMETERS.get(name)?.includes(index) === true ? this.#itemOf(this.valueOf(method.object), callee) : undefined;
  }

  #taken(base: Value | undefined, step: PatternStep, identifier: Node): Value | undefined {
    const site = this.#site(identifier);
    if (step.kind === "default") {
      const other = this.valueOf(step.value);
      const own = base ?? new NameNode(site, { name: site.source });
      return new ChoiceNode(site, () => [own, other]);
    }
    if (base === undefined) return undefined;
    const object = base;
    switch (step.kind) {
      case "each":
        return this.#itemOf(object, identifier);
      case "eachKey":
        return new OperationNode(site, "in", "text", () => [object]);
      case "item":
        return this.#itemAt(object, step.index, identifier);
      case "key":
        return new MemberNode(site, {
          object: () => object,
          name: () => step.name ?? (step.computed ? textOfValue(this.valueOf(step.key)) : undefined),
          nameRange: step.key.range,
          definition: (owner, name) => this.#knowledge.bounded(() => this.#memberOf(owner, name)),
        });
      case "rest":
        return this.#rest(object, step, identifier);
      case "restItems":
        return object;
    }
  }

  /** An item of a list, whichever. */
  #itemOf(list: Value, at: Node): Value {
    const { range } = at;
    return new MemberNode(isFunction(at) ? { ...this.#site(at), type: undefined } : this.#site(at), {
      object: () => list,
      name: () => undefined,
      nameRange: range,
      definition: () => this.#knowledge.bounded(() => {
        const is = resolve(list);
        if (is.kind !== "list" || !is.complete || is.items.length === 0) return undefined;
        return new ChoiceNode(this.#site(at), () => is.items);
      }),
    });
  }

  /** One item of a list; of an entry, the key or the value. */
  #itemAt(list: Value, index: number, identifier: Node): Value {
    const site = this.#site(identifier);
    const object = list.kind === "member" && list.name === undefined ? entriesOf(list.object) : undefined;
    if (object !== undefined && index === 0) return new OperationNode(site, "in", "text", () => [object]);
    if (object !== undefined && index === 1) return this.#itemOf(object, identifier);
    const awaited = allOf(list);
    const item = (): Value | undefined => {
      const is = resolve(awaited ?? list);
      return is.kind === "list" && is.complete ? is.items[index] : undefined;
    };
    if (awaited !== undefined) return item() ?? this.#itemOf(list, identifier);
    return new MemberNode(site, {
      object: () => list,
      name: () => undefined,
      index,
      nameRange: identifier.range,
      definition: () => this.#knowledge.bounded(item),
    });
  }

  /** What is left of an object is told as a call to `omit`, as lodash has it. */
  #rest(object: Value, { taken, pattern }: PatternStep & { readonly kind: "rest" }, identifier: Node): Value {
    const site = this.#site(identifier);
    const { range, source } = this.#site(pattern);
    return new CallNode(site, {
      callee: () => new NameNode({ range, source }, { name: "omit" }),
      arguments: () => [
        object,
        new ListNode({ range, source }, () => ({
          items: taken.map((text): Value => ({ kind: "text", text, range, source })),
          complete: true,
        })),
      ],
      construct: false,
    });
  }

  /** The object of a variable with what straight-line code does to it before a use; undefined when that is nothing. */
  #afterMutations(written: Value | undefined, write: Write, variable: Variable, use: Node): Value | undefined {
    const { flow } = this.#knowledge;
    const isLiteral = written?.kind === "record" || written?.kind === "list";
    const all = this.#knowledge.mutationsOf(variable);
    if (all === undefined) return isLiteral ? opened(written) : undefined;
    const seen: { readonly mutation: Mutation; readonly reach: Reach }[] = [];
    for (const mutation of all) {
      if (mutation.node.range[0] < write.identifier.range[0] && !contains(write.pattern.writer, mutation.node)) continue;
      if (!isLiteral && mutation.kind !== "set" && mutation.kind !== "merge") continue;
      const reach = flow.reach(mutation.node, use);
      if (reach !== "never") seen.push({ mutation, reach });
    }
    if (seen.length === 0) return undefined;
    if (seen.length > MAX_MUTATIONS) return isLiteral ? opened(written) : undefined;
    if (written?.kind === "list") {
      return new ListNode(siteOf(written), () => ({
        items: [
          ...written.items,
          ...seen.flatMap(({ mutation }) =>
            mutation.kind === "append" ? mutation.items.map((item) => this.valueOf(item)) : [],
          ),
        ],
        complete:
          written.complete && seen.every(({ mutation, reach }) => mutation.kind === "append" && reach === "always"),
      }));
    }
    if (written?.kind === "record") {
      const isOpen = written instanceof RecordNode && written.contents.isOpen;
      const contents = (): Contents => this.#apply({ ...contentsOf(written), isOpen }, seen);
      return new RecordNode(siteOf(written), contents, literalOf(written));
    }
    const base = written ?? given(this.#site(write.identifier), write);
    return new RecordNode(siteOf(base), () =>
      this.#apply({ fields: [], spreads: [base], complete: false, isOpen: false }, seen),
    );
  }

  #apply(contents: Contents, seen: readonly { readonly mutation: Mutation; readonly reach: Reach }[]): Contents {
    let { fields, spreads, complete, isOpen } = contents;
    for (const { mutation, reach } of seen) {
      switch (mutation.kind) {
        case "set": {
          const field = this.#fieldOf(mutation.path, mutation.node, mutation.value, fields);
          if (field.name === undefined) complete = false;
          fields = withField(fields, field, reach, mutation.path.length > 1);
          break;
        }
        case "merge":
          for (const source of mutation.sources) {
            const value = source.type === "SpreadElement" ? undefined : this.valueOf(source);
            if (value?.kind === "record") {
              for (const field of value.fields) fields = withField(fields, field, reach, false);
              spreads = [...spreads, ...value.spreads];
              complete &&= value.complete;
            } else {
              if (value !== undefined) spreads = [...spreads, value];
              complete = false;
            }
          }
          break;
        case "escape":
          if (mutation.path.length === 0) isOpen = true;
          else fields = fields.map((field) => (field.name === this.#nameOf(mutation.path[0]) ? openField(field) : field));
          complete &&= mutation.path.length > 0;
          break;
        case "append":
          complete = false;
      }
    }
    return { fields, spreads, complete, isOpen };
  }

  /** The field that `data.a.b = value` writes: `a`, with `b` in it. */
  #fieldOf(
    [first, ...below]: readonly TSESTree.MemberExpression[],
    node: Node,
    value: Node,
    fields: readonly Field[],
  ): Field {
    const name = this.#nameOf(first);
    const key = first?.property ?? node;
    const own = {
      name,
      keyRange: key.range,
      ...(first?.computed === true ? { computedKey: this.valueOf(key) } : {}),
      range: node.range,
      removal: undefined,
    };
    if (below.length === 0) return { ...own, value: this.valueOf(value) };
    const before = fields.findLast((field) => field.name === name && name !== undefined)?.value;
    const inner = this.#fieldOf(below, node, value, before?.kind === "record" ? before.fields : []);
    const record = new RecordNode(before === undefined ? this.#site(node) : siteOf(before), () =>
      before?.kind === "record"
        ? { ...contentsOf(before), fields: withField(before.fields, inner, "always", below.length > 1), isOpen: false }
        : { fields: [inner], spreads: before === undefined ? [] : [before], complete: false, isOpen: false },
    );
    return { ...own, value: record };
  }

  #nameOf(member: TSESTree.MemberExpression | undefined): string | undefined {
    if (member === undefined) return undefined;
    return propertyName(member) ?? (member.computed ? textOfValue(this.valueOf(member.property)) : undefined);
  }

  #member(node: TSESTree.MemberExpression): Value {
    const { property } = node;
    return new MemberNode(this.#site(node), {
      object: () => this.valueOf(node.object),
      name: () => (isIndex(property) ? undefined : this.#nameOf(node)),
      index: isIndex(property) ? property.value : undefined,
      nameRange: property.range,
      definition: (owner, name) => this.#knowledge.bounded(() => this.#memberDefinition(node, owner, name)),
      sdk: () => this.#program.scopes.sdkPath(node),
    });
  }

  #memberDefinition(node: TSESTree.MemberExpression, owner: Value, name: string | undefined): Value | undefined {
    const object = withoutTypes(node.object);
    if (isIndex(node.property)) {
      const list = resolve(owner);
      return list.kind === "list" && list.complete ? list.items[node.property.value] : undefined;
    }
    if (name === undefined) return undefined;
    if (object.type === "ThisExpression") return this.#memberOfThis(object, name);
    if (object.type === "Identifier") {
      const variable = this.#program.scopes.variableOf(object);
      const declared = variable?.defs[0]?.node;
      if (declared?.type === "TSEnumDeclaration") return this.#enumMember(declared, name);
      if (variable !== undefined && owner.kind === "name") {
        const written = this.#writtenMember(object, variable, name);
        if (written !== undefined) return written;
      }
    }
    return this.#memberOf(owner, name);
  }

  /** What straight-line code wrote to a member of an object that was not made here. */
  #writtenMember(object: TSESTree.Identifier, variable: Variable, name: string): Value | undefined {
    const mutations = this.#knowledge.mutationsOf(variable) ?? [];
    if (!mutations.some(({ kind }) => kind === "set")) return undefined;
    const writes = this.#knowledge.flow.writesReaching(variable, object);
    const [write, ...others] = writes ?? [];
    if (write === undefined || others.length > 0) return undefined;
    const written = this.#readerAt(write.identifier).#written(write);
    if (written?.kind === "record" || written?.kind === "list") return undefined;
    let held: Value | undefined;
    for (const mutation of mutations.slice(0, MAX_MUTATIONS)) {
      const reach = this.#knowledge.flow.reach(mutation.node, object);
      if (reach === "never") continue;
      const isWhole = mutation.kind === "merge" || mutation.kind === "append" || mutation.path.length === 0;
      if (!isWhole && this.#nameOf(mutation.path[0]) !== name) continue;
      if (mutation.kind !== "set") held = isWhole || held === undefined ? undefined : opened(held);
      else held = reach === "always" && mutation.path.length === 1 ? this.valueOf(mutation.value) : undefined;
    }
    return held;
  }

  /** What an object or list, as far as it is seen, holds under a name. */
  #memberOf(owner: Value, name: string | undefined): Value | undefined {
    if (name === undefined) return undefined;
    const object = resolve(owner);
    if (object.kind !== "record" || (object instanceof RecordNode && object.contents.isOpen)) return undefined;
    const { fields, spreads } = object;
    const index = fields.findLastIndex((field) => field.name === name);
    const field = fields[index];
    if (field === undefined || fields.slice(index + 1).some((other) => other.name === undefined)) return undefined;
    if (spreads.some((spread) => spread.range[0] > field.range[0])) return undefined;
    return field.value.kind === "unknown" ? undefined : field.value;
  }

  #memberOfThis(node: TSESTree.ThisExpression, name: string): Value | undefined {
    const owner = ownerOf(node);
    if (owner === undefined) return undefined;
    const { fields, getters } = this.#knowledge.membersOf(owner);
    const getter = getters.get(name);
    if (getter !== undefined) return this.#resultOf(getter, []);
    const written = fields.get(name);
    return written && this.valueOf(written);
  }

  #enumMember({ body }: TSESTree.TSEnumDeclaration, name: string): Value | undefined {
    let next: number | undefined = 0;
    for (const member of body.members) {
      const value = member.initializer && this.valueOf(member.initializer);
      if (value?.kind === "number") next = value.number;
      const key = member.id.type === "Identifier" ? member.id.name : textOf(member.id);
      if (key === name) {
        if (value !== undefined) return value;
        const { range, source } = this.#site(member);
        return next === undefined ? undefined : { kind: "number", number: next, range, source };
      }
      next = next === undefined || (value !== undefined && value.kind !== "number") ? undefined : next + 1;
    }
    return undefined;
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression): Value {
    const [target] = node.arguments;
    if (node.type === "CallExpression" && target !== undefined && this.#inner(target).type === "ObjectExpression") {
      if (calleeName(this.#program, node) === "Object.assign") return this.#assigned(node);
    }
    return new CallNode(this.#site(node), {
      callee: () => this.valueOf(node.callee),
      arguments: () =>
        node.arguments.map((argument) => this.valueOf(argument.type === "SpreadElement" ? argument.argument : argument)),
      construct: node.type === "NewExpression",
      result: () =>
        node.type === "CallExpression" ? this.#knowledge.bounded(() => this.#callResult(node)) : undefined,
    });
  }

  /** `Object.assign({}, a, { b: 1 })` */
  #assigned(node: TSESTree.CallExpression): Value {
    return new RecordNode(this.#site(node), () =>
      this.#apply({ fields: [], spreads: [], complete: true, isOpen: false }, [
        { mutation: { kind: "merge", node, sources: node.arguments }, reach: "always" },
      ]),
    );
  }

  /** What a call yields, when its function stands in the file; functions are not followed from within others. */
  #callResult(node: TSESTree.CallExpression): Value | undefined {
    if (this.#frame !== undefined) return undefined;
    const callee = withoutTypes(node.callee);
    if (isMemoCall(callee)) {
      const [compute] = node.arguments;
      return compute !== undefined && isFunction(compute) ? this.#resultOf(compute, []) : undefined;
    }
    const called = this.#functionOf(callee);
    return called && this.#resultOf(called, node.arguments);
  }

  #functionOf(callee: Node): FunctionNode | undefined {
    if (isFunction(callee)) return callee;
    if (callee.type === "Identifier") {
      const variable = this.#program.scopes.variableOf(callee);
      const [definition, ...others] = variable?.defs ?? [];
      if (variable === undefined || definition === undefined || others.length > 0) return undefined;
      if (isFunctionName(definition)) {
        return variable.references.some((reference) => reference.isWrite()) ? undefined : definition.node;
      }
      const write = this.#knowledge.flow.onlyWrite(variable);
      if (write?.pattern.source?.kind !== "expression" || write.pattern.steps.length > 0) return undefined;
      return functionIn(write.pattern.source.node);
    }
    if (callee.type !== "MemberExpression") return undefined;
    const name = this.#nameOf(callee);
    if (name === undefined) return undefined;
    const object = this.#inner(callee.object);
    if (object.type === "ThisExpression") {
      const owner = ownerOf(object);
      return owner && this.#knowledge.membersOf(owner).methods.get(name);
    }
    const literal = object.type === "Identifier" ? this.#initialiserOf(object) : undefined;
    const owner = literal && this.#inner(literal);
    return owner?.type === "ObjectExpression" ? this.#knowledge.membersOf(owner).methods.get(name) : undefined;
  }

  #resultOf(called: FunctionNode, given: readonly Node[]): Value | undefined {
    if (this.#frame !== undefined) return undefined;
    const returns = this.#knowledge.returnsOf(called);
    if (returns === undefined) return undefined;
    const reader = new Reader(this.#knowledge, { function: called, arguments: given, caller: this });
    return this.#either(called, returns, reader);
  }

  /** What a function yields for whatever it is given. */
  #returnOf(node: Node): Value | undefined {
    const returns = isFunction(node) ? this.#knowledge.returnsOf(node) : undefined;
    return returns && this.#either(node, returns, this);
  }

  #either(called: Node, returns: readonly Node[], reader: Reader): Value | undefined {
    const [only, ...others] = returns;
    if (only === undefined) return undefined;
    if (others.length === 0) return reader.valueOf(only);
    return new ChoiceNode({ ...this.#site(called), type: undefined }, () => returns.map((each) => reader.valueOf(each)));
  }
}

/** Whether a name is that of a function; a parameter's definition names its function, too. */
function isFunctionName(
  definition: Variable["defs"][number],
): definition is Variable["defs"][number] & { readonly node: TSESTree.FunctionDeclaration } {
  return (definition.type as string) === "FunctionName" && definition.node.type === "FunctionDeclaration";
}

/** The parameters of callbacks that take an item of what the method belongs to. */
const ITEM_PARAMETERS: ReadonlyMap<string, readonly number[]> = new Map([
  ...`every filter find findIndex findLast findLastIndex flatMap forEach map some`
    .split(" ")
    .map((name): [string, readonly number[]] => [name, [0]]),
  ["reduce", [1]],
  ["reduceRight", [1]],
  ["sort", [0, 1]],
  ["toSorted", [0, 1]],
]);

/** Methods and functions that yield a text, whatever they are given. */
const TEXT_RESULTS: ReadonlySet<string> = new Set([
  "String",
  "btoa",
  "decodeURIComponent",
  "encodeURIComponent",
  "join",
  "padEnd",
  "padStart",
  "replaceAll",
  "stringify",
  "substring",
  "toFixed",
  "toISOString",
  "toLocaleString",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
]);

/** Whether an expression is a text by its own form; of a concatenation the first operands are looked at. */
function isTextual(expression: Node): boolean {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case "Literal":
        return typeof node.value === "string";
      case "TemplateLiteral":
        return true;
      case "UnaryExpression":
        return node.operator === "typeof";
      case "BinaryExpression": {
        if (node.operator !== "+") return false;
        const right = withoutTypes(node.right);
        if (right.type === "TemplateLiteral" || (right.type === "Literal" && typeof right.value === "string")) return true;
        node = withoutTypes(node.left);
        break;
      }
      case "CallExpression": {
        const callee = withoutTypes(node.callee);
        if (callee.type === "Identifier") return TEXT_RESULTS.has(callee.name);
        return callee.type === "MemberExpression" && TEXT_RESULTS.has(propertyName(callee) ?? "");
      }
      default:
        return false;
    }
  }
}

function isNumeric(node: Node): boolean {
  if (node.type === "UnaryExpression") return node.operator === "-" || node.operator === "+" || node.operator === "~";
  if (node.type === "BinaryExpression") return ["-", "*", "/", "%", "**"].includes(node.operator);
  if (node.type !== "Literal") return node.type === "UpdateExpression";
  return typeof node.value === "number" || typeof node.value === "bigint";
}

function isIndex(node: Node): node is TSESTree.NumberLiteral {
  return node.type === "Literal" && typeof node.value === "number";
}

function textOfQuasi({ value }: TSESTree.TemplateElement): string {
  return value.cooked ?? value.raw;
}

/** Where the words of a template's fixed part stand; some parsers count the delimiters in, others do not. */
function wordsOf(quasi: TSESTree.TemplateElement, template: TSESTree.TemplateLiteral): readonly [number, number] {
  const [start, end] = quasi.range;
  if (template.quasis[0]?.range[0] !== template.range[0]) return [start, end];
  return [start + 1, end - (quasi.tail ? 1 : 2)];
}

/** What a parameter holds, where nothing tells: the parameter. */
function given({ range, source }: Site, { identifier }: Write): Value {
  return new NameNode({ range, source }, { name: identifier.type === "Identifier" ? identifier.name : source });
}

/** Whether a pattern is more than a name with a default or the rest of the parameters. */
function takesApart({ top }: Pattern): boolean {
  const target = top.type === "AssignmentPattern" ? top.left : top;
  return target.type === "ObjectPattern" || target.type === "ArrayPattern";
}

function isObjectOfMember(use: Node): boolean {
  let node = use;
  let parent = parentOf(node);
  while (parent?.type === "TSNonNullExpression" || parent?.type === "TSAsExpression") {
    node = parent;
    parent = parentOf(node);
  }
  return parent?.type === "MemberExpression" && parent.object === node;
}

function isMemoCall(callee: Node): boolean {
  if (callee.type === "Identifier") return callee.name === "useMemo";
  return callee.type === "MemberExpression" && propertyName(callee) === "useMemo";
}

function functionIn(expression: Node): FunctionNode | undefined {
  const node = withoutTypes(expression);
  if (isFunction(node)) return node;
  const callee = node.type === "CallExpression" ? withoutTypes(node.callee) : undefined;
  const name = callee?.type === "MemberExpression" ? propertyName(callee) : callee?.type === "Identifier" ? callee.name : "";
  const [first] = node.type === "CallExpression" ? node.arguments : [];
  return name === "useCallback" && first !== undefined && isFunction(first) ? first : undefined;
}

/** The object whose entries a list holds: `Object.entries(user)`. */
function entriesOf(list: Value): Value | undefined {
  const is = resolve(list);
  if (is.kind !== "call" || is.callee.kind !== "member" || is.callee.name !== "entries") return undefined;
  const { object } = is.callee;
  return object.kind === "name" && object.name === "Object" ? is.arguments[0] : object;
}

/** The list whose promises are awaited: `Promise.all([a, b])`. */
function allOf(list: Value): Value | undefined {
  if (list.kind !== "call" || list.callee.kind !== "member" || list.callee.name !== "all") return undefined;
  const { object } = list.callee;
  return object.kind === "name" && object.name === "Promise" ? list.arguments[0] : undefined;
}

function siteOf(value: Value): Site {
  return { range: value.range, source: value.source, type: () => value.type };
}

function literalOf(value: Value): TSESTree.ObjectExpression | undefined {
  return value instanceof RecordNode ? value.node : undefined;
}

function contentsOf({ fields, spreads, complete }: Omit<Contents, "isOpen">): Omit<Contents, "isOpen"> {
  return { fields, spreads, complete };
}

/** The same record or list, as far as it is seen. */
function opened(value: Value): Value {
  if (value.kind === "list") return new ListNode(siteOf(value), () => ({ items: value.items, complete: false }));
  if (value.kind !== "record") return value;
  const contents = (): Contents => ({ ...contentsOf(value), complete: false, isOpen: true });
  return new RecordNode(siteOf(value), contents, literalOf(value));
}

function openField(field: Field): Field {
  return { ...field, value: opened(field.value) };
}

/** Fields with one more; what it replaces is still possible when it is written only sometimes. */
function withField(fields: readonly Field[], field: Field, reach: Reach, isWithin: boolean): readonly Field[] {
  const before = field.name === undefined ? undefined : fields.findLast(({ name }) => name === field.name);
  if (before === undefined) return [...fields, field];
  const others = fields.filter(({ name }) => name !== field.name);
  if (reach === "always" || isWithin) return [...others, field];
  const value = new ChoiceNode(siteOf(field.value), () => [before.value, field.value]);
  return [...others, { ...field, value }];
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

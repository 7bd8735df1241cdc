import { afterTrivia } from "../../detect/javascript/syntax/trivia.ts";
import { isNode, type LocatedText, type TreeNode } from "./tree.ts";

/** Turns a node of Babel 7 into TS-ESTree's, in place where it can; its children have yet to be turned. */
type Shape = (node: TreeNode, located: LocatedText) => TreeNode;

const shapeSignature: Shape = (node) => {
  rename(node, "parameters", "params");
  rename(node, "typeAnnotation", "returnType");
  return node;
};

const shapeTypeArguments: Shape = (node) => {
  rename(node, "typeParameters", "typeArguments");
  return node;
};

const shapeClass: Shape = (node) => {
  rename(node, "superTypeParameters", "superTypeArguments");
  node["decorators"] ??= [];
  node["implements"] = heritage(node["implements"], "TSClassImplements");
  return node;
};

const shapeImport: Shape = (node) => {
  node["attributes"] ??= [];
  return node;
};

const shapeExport: Shape = (node, located) => {
  const { declaration } = node;
  if (isNode(declaration) && declaration.range[0] < node.range[0]) {
    // A class whose decorators stand before `export` begins after `export` and `default` for TS-ESTree.
    let start = skipWord(located.text, node.range[0]);
    if (node.type === "ExportDefaultDeclaration") start = skipWord(located.text, start);
    Object.assign(declaration, located.place(start, declaration.range[1]));
  }
  if (node.type === "ExportNamedDeclaration") node["attributes"] ??= [];
  return node;
};

const shapeProperty: Shape = (node) => {
  if (node["abstract"] !== true) return node;
  delete node["abstract"];
  node.type = node.type === "PropertyDefinition" ? "TSAbstractPropertyDefinition" : "TSAbstractAccessorProperty";
  return node;
};

/** What differs between Babel 7 (with its plugins `estree` and `typescript`) and TS-ESTree, by Babel's type of node. */
const SHAPES: Readonly<Record<string, Shape | undefined>> = {
  AccessorProperty: shapeProperty,
  CallExpression: shapeTypeArguments,
  ClassDeclaration: shapeClass,
  ClassExpression: shapeClass,
  ExportAllDeclaration: shapeImport,
  ExportDefaultDeclaration: shapeExport,
  ExportNamedDeclaration: shapeExport,
  ImportDeclaration: shapeImport,
  ImportExpression: (node) => {
    // Its options, under an older name.
    delete node["attributes"];
    return node;
  },
  JSXOpeningElement: shapeTypeArguments,
  MethodDefinition: (node) => {
    const { value } = node;
    if (isNode(value) && !isNode(value["body"])) {
      value.type = "TSEmptyBodyFunctionExpression";
      value["body"] = null;
    }
    if (node["abstract"] === true) {
      delete node["abstract"];
      node.type = "TSAbstractMethodDefinition";
    }
    return node;
  },
  NewExpression: shapeTypeArguments,
  PropertyDefinition: shapeProperty,
  TaggedTemplateExpression: shapeTypeArguments,
  TemplateElement: (node, located) => {
    // TS-ESTree's and espree's elements hold their delimiters.
    const [start, end] = node.range;
    Object.assign(node, located.place(start - 1, end + (node["tail"] === true ? 1 : 2)));
    return node;
  },
  TSCallSignatureDeclaration: shapeSignature,
  TSConstructorType: shapeSignature,
  TSConstructSignatureDeclaration: shapeSignature,
  TSEnumDeclaration: (node, located) => {
    const start = afterTrivia(located.text, partOf(node, "id").range[1]);
    const members = node["members"];
    delete node["members"];
    node["body"] = { type: "TSEnumBody", members, ...located.place(start, node.range[1]) } satisfies TreeNode;
    return node;
  },
  TSFunctionType: shapeSignature,
  TSImportEqualsDeclaration: (node, located) => {
    if (node["isExport"] !== true) return node;
    delete node["isExport"];
    const [start, end] = node.range;
    const { loc } = node;
    Object.assign(node, located.place(skipWord(located.text, start), end));
    return {
      type: "ExportNamedDeclaration",
      declaration: node,
      specifiers: [],
      source: null,
      exportKind: "value",
      attributes: [],
      range: [start, end],
      loc,
    };
  },
  TSImportType: (node) => {
    rename(node, "argument", "source");
    rename(node, "typeParameters", "typeArguments");
    return node;
  },
  TSInstantiationExpression: shapeTypeArguments,
  TSInterfaceDeclaration: (node) => {
    node["extends"] = heritage(node["extends"], "TSInterfaceHeritage");
    return node;
  },
  TSLiteralType: (node) => {
    const { literal } = node;
    if (!isNode(literal) || literal.type !== "TemplateLiteral" || isEmpty(literal["expressions"])) {
      return node;
    }
    literal.type = "TSTemplateLiteralType";
    rename(literal, "expressions", "types");
    return literal;
  },
  TSMappedType: (node, located) => {
    const parameter = partOf(node, "typeParameter");
    delete node["typeParameter"];
    node["key"] = parameterName(parameter, located);
    node["constraint"] = parameter["constraint"];
    return node;
  },
  TSMethodSignature: shapeSignature,
  TSModuleDeclaration: (node, located) => {
    let { id, body } = node;
    while (isNode(body) && body.type === "TSModuleDeclaration" && isNode(id) && isNode(body["id"])) {
      const right = body["id"];
      id = { type: "TSQualifiedName", left: id, right, ...located.place(id.range[0], right.range[1]) };
      body = body["body"];
    }
    return Object.assign(node, { id, body });
  },
  TSParenthesizedType: (node, located) => shape(partOf(node, "typeAnnotation"), located),
  TSTypeParameter: (node, located) => {
    node["name"] = parameterName(node, located);
    return node;
  },
  TSTypeQuery: (node) => {
    rename(node, "typeParameters", "typeArguments");
    for (let name = node["exprName"]; isNode(name); name = name["left"]) {
      if (name.type === "Identifier" && name["name"] === "this") toThis(name);
    }
    return node;
  },
  TSTypeReference: shapeTypeArguments,
};

/** A node of Babel 7 as TS-ESTree's; its children have yet to be turned. */
export function shape(node: TreeNode, located: LocatedText): TreeNode {
  return SHAPES[node.type]?.(node, located) ?? node;
}

/** A part that the grammar asks for; what fails without it is told as the syntax error that made Babel leave it out. */
function partOf(node: TreeNode, key: string): TreeNode {
  return node[key] as TreeNode;
}

function rename(node: TreeNode, from: string, to: string): void {
  if (!(from in node)) return;
  node[to] = node[from];
  Reflect.deleteProperty(node, from);
}

/** Babel 7 has the `this` of `typeof this.name` as an identifier. */
function toThis(name: TreeNode): void {
  name.type = "ThisExpression";
  delete name["name"];
  delete name["decorators"];
  delete name["optional"];
  delete name["typeAnnotation"];
}

/** What a class implements, or an interface extends: names of types for Babel, expressions for TS-ESTree. */
function heritage(clauses: unknown, type: string): readonly TreeNode[] {
  if (!Array.isArray(clauses)) return [];
  return clauses.filter(isNode).map((clause) => {
    clause.type = type;
    clause["expression"] = asMembers(partOf(clause, "expression"));
    rename(clause, "typeParameters", "typeArguments");
    return clause;
  });
}

/** `A.B` as the member of an expression where Babel has the qualified name of a type. */
function asMembers(name: TreeNode): TreeNode {
  if (name.type !== "TSQualifiedName") return name;
  const { right, range, loc } = name;
  const object = asMembers(partOf(name, "left"));
  return { type: "MemberExpression", object, property: right, computed: false, optional: false, range, loc };
}

/** The name of a type parameter, which Babel 7 has as a text. */
function parameterName(parameter: TreeNode, located: LocatedText): TreeNode {
  const name = String(parameter["name"]);
  let start = parameter.range[0];
  for (const modifier of ["const", "in", "out"]) {
    // Each is written once at most; which comes first does not matter, for one skips them all.
    if (parameter[modifier] === true) start = skipWord(located.text, start);
  }
  return {
    type: "Identifier",
    name,
    decorators: [],
    optional: false,
    typeAnnotation: undefined,
    ...located.place(start, start + name.length),
  };
}

/** Where what follows a keyword begins. */
function skipWord(text: string, start: number): number {
  let end = start;
  while (/[a-z]/u.test(text.charAt(end))) end++;
  return afterTrivia(text, end);
}

function isEmpty(list: unknown): boolean {
  return !Array.isArray(list) || list.length === 0;
}

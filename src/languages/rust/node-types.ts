/**
 * The types a node of the Rust tree can have: the grammar's own names (`@lezer/rust`), its error node under
 * the name `Error`, and the four words that stand where an expression, a path segment or a pattern could
 * stand. Every other keyword and all punctuation are tokens, not nodes.
 */
export const nodeTypes = [
  "Error", "AbstractType", "ArgList", "ArithOp", "ArrayExpression", "ArrayType", "AssignmentExpression",
  "AssociatedType", "AsyncBlock", "Attribute", "AttributeItem", "AwaitExpression",
  "BaseFieldInitializer", "BinaryExpression", "BitOp", "Block", "Boolean", "BoundIdentifier",
  "BoundedType", "BracedTokens", "BracketedTokens", "BreakExpression", "CallExpression",
  "CapturedPattern", "Char", "ClosureExpression", "CompareOp", "ConstBlock", "ConstItem",
  "ConstParameter", "ConstTraitBound", "ConstrainedTypeParameter", "ContinueExpression",
  "DeclarationList", "DeclarativeMacroItem", "DerefOp", "DynamicType", "EmptyStatement", "EmptyType",
  "EnumItem", "EnumVariant", "EnumVariantList", "Escape", "ExpressionStatement",
  "ExternCrateDeclaration", "FieldDeclaration", "FieldDeclarationList", "FieldExpression",
  "FieldIdentifier", "FieldInitializer", "FieldInitializerList", "FieldPattern", "FieldPatternList",
  "Float", "ForExpression", "ForLifetimes", "ForeignModItem", "FunctionItem", "FunctionType",
  "GenericFunction", "GenericType", "Guard", "HigherRankedTraitBound", "Identifier", "IfExpression",
  "ImplItem", "IndexExpression", "InferredType", "InnerAttribute", "Integer", "LabeledBlock",
  "LetChain", "LetDeclaration", "Lifetime", "LifetimeClause", "LiteralPattern", "LogicOp",
  "LoopExpression", "LoopLabel", "MacroDefinition", "MacroInvocation", "MacroPattern", "MacroRule",
  "MatchArm", "MatchBlock", "MatchExpression", "MetaItem", "MetaPattern", "MetaType", "Metavariable",
  "ModItem", "MutPattern", "OptionalTypeParameter", "OrPattern", "OrderedFieldDeclarationList",
  "ParamList", "Parameter", "ParenthesizedExpression", "ParenthesizedTokens", "ParenthesizedTraitBound",
  "PointerType", "QualifiedScope", "RangeExpression", "RangePattern", "RawString", "RefPattern",
  "ReferenceExpression", "ReferencePattern", "ReferenceType", "RemovedTraitBound", "ReturnExpression",
  "ScopeIdentifier", "ScopedIdentifier", "ScopedTypeIdentifier", "ScopedUseList", "SelfParameter",
  "SelfPattern", "SelfType", "Shebang", "ShorthandFieldInitializer", "SlicePattern", "SourceFile",
  "StaticItem", "String", "StructExpression", "StructItem", "StructPattern", "TokenBinding",
  "TokenRepetition", "TraitBounds", "TraitItem", "TryBlock", "TryExpression", "TupleExpression",
  "TuplePattern", "TupleType", "TypeArgList", "TypeBinding", "TypeBoundClause", "TypeCastExpression",
  "TypeIdentifier", "TypeItem", "TypeParamList", "UnaryExpression", "UnionItem", "UnitExpression",
  "UnitType", "UnsafeBlock", "UpdateOp", "UseAsClause", "UseBound", "UseDeclaration", "UseList",
  "UseWildcard", "VariadicParameter", "Vis", "WhereClause", "WhileExpression", "self", "super", "crate",
  "_",
] as const;

/** A type of a node, such as `CallExpression`. */
export type RustNodeType = (typeof nodeTypes)[number];

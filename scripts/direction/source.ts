import { parseSync } from 'oxc-parser';
import { eachNode, type Node } from './each-node.ts';

export interface Import {
  readonly specifier: string;
  /** Erased before the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A name that the file uses without having declared it: `Date`, `process`, and what is read from it. */
export interface GlobalUse {
  readonly name: string;
  readonly line: number;
}

/** `tx.paymentCase.update(…)` is `{ model: 'paymentCase', verb: 'update' }`. */
export interface ModelWrite {
  readonly model: string;
  readonly verb: string;
  readonly line: number;
}

export interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly globals: readonly GlobalUse[];
  readonly writes: readonly ModelWrite[];
}

/**
 * What the rules look at in one file, read from its syntax tree. Throws when the file cannot be parsed: a file that
 * is not understood must not pass for one without imports.
 */
export const readSource = (path: string, text: string): Source => {
  const { program, errors } = parseSync(path, text, { sourceType: 'module' });
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const lineOf = (node: Node): number => text.slice(0, node.start).split('\n').length;
  const imports: Import[] = [];
  const globals: GlobalUse[] = [];
  const writes: ModelWrite[] = [];
  const declared = new Set<string>();

  eachNode(program, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== null) imports.push({ specifier, typeOnly: isTypeOnly(node), line: lineOf(node) });
    const name = globalUseOf(node);
    if (name !== null) globals.push({ name, line: lineOf(node) });
    const write = modelWriteOf(node);
    if (write !== null) writes.push({ ...write, line: lineOf(node) });
    for (const binding of bindingsOf(node)) declared.add(binding);
  });
  return {
    path,
    imports,
    writes,
    globals: globals.filter(({ name }) => !declared.has(name.split('.')[0] ?? '')),
  };
};

/** `import`, `export … from`, `import()`, `import('…').Type`, `require.resolve()` and their like. */
const specifierOf = (node: Node): string | null => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node.source) ?? textOf(node.argument);
    case 'CallExpression':
      return isResolving(node.callee as Node) ? textOf((node.arguments as Node[])[0]) : null;
    default:
      return null;
  }
};

const isResolving = (callee: Node): boolean =>
  (callee.type === 'Identifier' && callee.name === 'require') ||
  (callee.type === 'MemberExpression' &&
    nameOf(callee.property) === 'resolve' &&
    /^(MetaProperty|CallExpression)$|require/i.test(
      `${(callee.object as Node).type}${nameOf(callee.object) ?? ''}`,
    ));

const isTypeOnly = (node: Node): boolean => {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = node.specifiers as Node[] | undefined;
  return (
    specifiers !== undefined &&
    specifiers.length > 0 &&
    specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
  );
};

/** The impure corners of the language. `new Date(value)` is pure, `new Date()` reads the clock. */
const globalUseOf = (node: Node): string | null => {
  if (node.type === 'MemberExpression' && (node.object as Node).type === 'Identifier')
    return `${nameOf(node.object)}.${nameOf(node.property) ?? '?'}`;
  if (node.type === 'NewExpression' && (node.arguments as Node[]).length === 0)
    return nameOf(node.callee) === 'Date' ? 'Date()' : null;
  if (node.type === 'CallExpression' && (node.callee as Node).type === 'Identifier')
    return nameOf(node.callee) === 'Date' ? 'Date()' : `${nameOf(node.callee)}()`;
  return null;
};

const WRITE = /^(create|update|upsert|delete)(Many|ManyAndReturn)?$/;

const modelWriteOf = (node: Node): Omit<ModelWrite, 'line'> | null => {
  const callee = node.type === 'CallExpression' ? (node.callee as Node) : null;
  if (callee?.type !== 'MemberExpression') return null;
  const verb = nameOf(callee.property);
  const object = callee.object as Node;
  const model = object.type === 'MemberExpression' ? nameOf(object.property) : null;
  return verb && model && WRITE.test(verb) ? { model, verb } : null;
};

/** Names that the file gives to something of its own; scopes do not matter for so rare names. */
const bindingsOf = (node: Node): string[] => {
  if (/^Import.*Specifier$/.test(node.type)) return names(node.local);
  if (node.type === 'VariableDeclarator' || /^(Class|Function)Declaration$/.test(node.type))
    return names(node.id);
  if (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression')
    return (node.params as Node[]).flatMap(names);
  return [];
};

/** All names in a pattern: `{ a, b: [c] = d }` binds a and c. */
const names = (pattern: unknown): string[] => {
  const node = pattern as Node | null;
  switch (node?.type) {
    case 'Identifier':
      return [String(node.name)];
    case 'ObjectPattern':
      return (node.properties as Node[]).flatMap((one) => names(one.value ?? one.argument));
    case 'ArrayPattern':
      return (node.elements as Node[]).flatMap(names);
    case 'AssignmentPattern':
      return names(node.left);
    case 'RestElement':
      return names(node.argument);
    default:
      return [];
  }
};

const nameOf = (node: unknown): string | null => {
  const { type, name } = (node ?? {}) as Node;
  return type === 'Identifier' ? String(name) : null;
};

const textOf = (node: unknown): string | null => {
  const { type, value, literal, quasis = [] } = (node ?? {}) as Node;
  if (type === 'Literal' && typeof value === 'string') return value;
  // `package/${file}` names at least its package.
  const [first] = quasis as { value: { cooked: string } }[];
  if (type === 'TemplateLiteral') return first?.value.cooked || null;
  return type === 'TSLiteralType' ? textOf(literal) : null;
};

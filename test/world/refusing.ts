import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A function, rule or constant at the top of a file, or a method of a class there. */
interface Declared {
  file: string;
  name: string;
  exported: boolean;
  doc: string;
  /** Where it refuses: of a rule its `decide`, of anything else all of it. */
  body: ts.Node;
  /** Whether what it gives may be a refusal, by its type or because it is made of one. */
  mayRefuse: boolean;
}

/** The codes of a call that refuses, and where it takes them from its own parameters: which one, and what else it would be. */
interface Refused {
  codes: string[];
  parameter?: { index: number; otherwise: string[] };
}

const files = ['shared', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts')),
);
const sources = new Map(files.map((file) => [file, parsed(file)]));
const declared = new Map([...sources].map(([file, source]) => [file, declaredIn(file, source)]));
const imports = new Map([...sources].map(([file, source]) => [file, importsOf(file, source)]));

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function declaredIn(file: string, source: ts.SourceFile): Declared[] {
  return source.statements.flatMap((statement): Declared[] => {
    const doc = docOf(statement, source);
    const exported = ts.canHaveModifiers(statement) && isExported(statement);
    if (ts.isFunctionDeclaration(statement) && statement.name)
      return [
        { file, name: statement.name.text, exported, doc, body: statement, mayRefuse: says(statement.type) },
      ];
    if (ts.isClassDeclaration(statement))
      return statement.members.filter(ts.isMethodDeclaration).map((member) => ({
        file,
        name: `${statement.name?.text}.${member.name.getText()}`,
        exported: exported && !ts.isPrivateIdentifier(member.name),
        doc: docOf(member, source),
        body: member,
        mayRefuse: says(member.type),
      }));
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((each) => {
      const name = each.name.getText();
      const isRule = each.type?.getText().startsWith('Rule<') === true;
      const isOne = each.initializer !== undefined && callOf(each.initializer)?.name === 'refuse';
      const body = (isRule && decideOf(each.initializer)) || each;
      return { file, name, exported, doc, body, mayRefuse: isRule || isOne || says(each.type) };
    });
  });
}

function isExported(node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function says(type: ts.TypeNode | undefined): boolean {
  return /\b(Refusal|Outcome)\b/.test(type?.getText() ?? '');
}

/** The last comment before a node. */
function docOf(node: ts.Node, source: ts.SourceFile): string {
  const last = ts.getLeadingCommentRanges(source.text, node.getFullStart())?.at(-1);
  return last ? source.text.slice(last.pos, last.end) : '';
}

function decideOf(rule: ts.Expression | undefined): ts.Node | undefined {
  if (!rule || !ts.isObjectLiteralExpression(rule)) return undefined;
  return rule.properties.find((property) => property.name?.getText() === 'decide');
}

/** What a file imports of ours, by the names that it has there: the file, and its name in that. */
function importsOf(file: string, source: ts.SourceFile): Map<string, [string, string]> {
  const found = new Map<string, [string, string]>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const named = statement.importClause?.namedBindings;
    if (!named || !ts.isNamedImports(named)) continue;
    const from = normalize(join(dirname(file), statement.moduleSpecifier.text));
    for (const { name, propertyName } of named.elements)
      found.set(name.text, [from, (propertyName ?? name).text]);
  }
  return found;
}

function within(node: ts.Node): ts.Node[] {
  const found = [node];
  for (const each of found) ts.forEachChild(each, (child) => void found.push(child));
  return found;
}

function callOf(node: ts.Node): { name: string; args: readonly ts.Expression[] } | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return { name: node.expression.text, args: node.arguments };
}

/** The words that an expression may be; null where it is something else. */
function wordsOf(node: ts.Expression): string[] | null {
  if (ts.isStringLiteral(node)) return [node.text];
  if (!ts.isConditionalExpression(node)) return null;
  const [one, other] = [wordsOf(node.whenTrue), wordsOf(node.whenFalse)];
  return one && other && [...one, ...other];
}

/** The words of a list in the same file out of which one is taken; null where an expression takes none. */
function listOf(file: string, node: ts.Expression): string[] | null {
  if (!ts.isElementAccessExpression(node)) return null;
  const list = found(file, node.expression.getText());
  return list ? literalsIn(list.body) : null;
}

function literalsIn(node: ts.Node): string[] {
  return within(node).flatMap((each) => (ts.isStringLiteral(each) ? [each.text] : []));
}

/** What a declaration refuses in its own words. */
function ownOf({ file, name, body }: Declared): Refused {
  const refused: Refused = { codes: [] };
  for (const node of within(body)) {
    const code = callOf(node)?.name === 'refuse' ? callOf(node)?.args[1] : undefined;
    if (!code) continue;
    const words = wordsOf(code) ?? listOf(file, code);
    const parameters = ts.isFunctionDeclaration(body) ? body.parameters : [];
    const index = parameters.findIndex((parameter) => parameter.name.getText() === code.getText());
    const taken = parameters[index];
    if (!words && !taken) throw new Error(`${file}: the codes of ${name} cannot be read`);
    refused.codes.push(...(words ?? (taken ? literalsIn(taken) : [])));
    if (taken)
      refused.parameter = { index, otherwise: (taken.initializer && wordsOf(taken.initializer)) ?? [] };
  }
  return refused;
}

/** What a name stands for in a file. */
export function found(file: string, name: string): Declared | undefined {
  const [from, known] = imports.get(file)?.get(name) ?? [file, name];
  return declared.get(from)?.find((each) => each.name === known);
}

/** Every code with which a declaration may refuse, through whatever it asks by name. */
export function codesOf(of: Declared, above: readonly Declared[] = []): Set<string> {
  const codes = new Set(ownOf(of).codes);
  const nodes = within(of.body);
  const own = new Set(
    nodes.flatMap((node) =>
      ts.isParameter(node) || ts.isBindingElement(node) || ts.isVariableDeclaration(node)
        ? [node.name.getText()]
        : [],
    ),
  );
  for (const node of nodes) {
    if (!ts.isIdentifier(node) || own.has(node.text)) continue;
    if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) continue;
    if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) continue;
    const asked = found(of.file, node.text);
    if (!asked?.mayRefuse || asked === of || above.includes(asked)) continue;
    const { parameter } = ownOf(asked);
    const argument = parameter && callOf(node.parent)?.args[parameter.index];
    const said = parameter && ((argument && wordsOf(argument)) ?? parameter.otherwise);
    for (const code of said ?? codesOf(asked, [...above, of])) codes.add(code);
  }
  return codes;
}

/** The codes that a comment lists. */
export function listedIn(doc: string): string[] {
  const list = /Refuses: ([^.]*)\./.exec(doc.replaceAll(/\n\s*\*/g, ''))?.[1] ?? '';
  return [...list.matchAll(/`([a-z-]+)`/g)].flatMap(([, code]) => code ?? []);
}

/** Whatever `shared/` and `server/` export that gives a refusal, and in `shared/` whatever makes one in its own words. */
export const refusing = [...declared.values()]
  .flat()
  .filter((each) => each.exported && (each.mayRefuse || (isPure(each) && ownOf(each).codes.length > 0)));

/** Whether a declaration is one of `shared/`. */
export function isPure({ file }: Pick<Declared, 'file'>): boolean {
  return file.startsWith('shared/');
}

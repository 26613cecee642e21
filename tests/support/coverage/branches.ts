import ts from 'typescript';

/** One way that code may go, by its place in the source. */
export interface Branch {
  readonly kind: 'then' | 'else' | 'no else' | 'either' | 'rest' | 'case';
  readonly start: number;
  readonly end: number;
  /** For `no else`: the whole `if` and its `then`. It was gone by when the first ran oftener than the second. */
  readonly without?: { readonly whole: number; readonly then: number; readonly thenEnd: number };
}

const shortcuts: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Every branch of a source: both ways of each `if` and `?:`, the right side of `&&`, `||` and `??`, each `case`. */
export function branchesOf(text: string): readonly Branch[] {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const found: Branch[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...branchesAt(node, file));
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

function branchesAt(node: ts.Node, file: ts.SourceFile): readonly Branch[] {
  const at = (kind: Branch['kind'], part: ts.Node): Branch => ({ kind, start: part.getStart(file), end: part.end });
  if (ts.isIfStatement(node)) {
    const then = at('then', firstOf(node.thenStatement));
    if (node.elseStatement !== undefined) return [then, at('else', firstOf(node.elseStatement))];
    const without = { whole: node.expression.getStart(file), then: then.start, thenEnd: then.end };
    return [then, { ...at('no else', node.expression), without }];
  }
  if (ts.isConditionalExpression(node)) return [at('either', node.whenTrue), at('either', node.whenFalse)];
  if (ts.isBinaryExpression(node) && shortcuts.has(node.operatorToken.kind)) return [at('rest', node.right)];
  if (ts.isCaseOrDefaultClause(node) && node.statements[0] !== undefined) return [at('case', node.statements[0])];
  return [];
}

/** A block is asked for by its first statement, since its brace has no place of its own in a source map. */
function firstOf(statement: ts.Statement): ts.Node {
  return ts.isBlock(statement) ? (statement.statements[0] ?? statement) : statement;
}

/** Attributes whose value a person reads or hears. */
const SPOKEN_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'matTooltip',
  'placeholder',
  'title',
]);

/** Elements whose `label` attribute is shown as it stands. */
const LABELLED_ELEMENTS = new Set(['mat-tab', 'mat-optgroup', 'optgroup', 'option', 'track']);

/** Elements whose text nobody reads. */
const SILENT_ELEMENTS = new Set(['script', 'style']);

const LETTER = /\p{L}/u;
const ENTITY = /&#?\w+;/g;

/**
 * A node of the Angular template tree, as far as this rule looks at it.
 * @typedef {{
 *   type: string, name?: string, value?: unknown, parent?: TemplateNode, ast?: TemplateNode, left?: TemplateNode,
 *   right?: TemplateNode, operation?: string, trueExp?: TemplateNode, falseExp?: TemplateNode, strings?: string[],
 *   expressions?: TemplateNode[], expression?: TemplateNode, elements?: { text: string }[],
 *   loc: import('eslint').AST.SourceLocation,
 * }} TemplateNode
 */

/**
 * The first literal text with letters that an expression can put on the screen, or undefined.
 * Arguments of calls and pipes do not count: that is where message keys stand.
 * @param {TemplateNode | undefined} expression
 * @returns {string | undefined}
 */
function shownLiteral(expression) {
  switch (expression?.type ?? expression?.constructor.name) {
    case 'ASTWithSource':
      return shownLiteral(expression?.ast);
    case 'ParenthesizedExpression':
      return shownLiteral(expression?.expression);
    case 'LiteralPrimitive':
      return typeof expression?.value === 'string' && LETTER.test(expression.value) ? expression.value : undefined;
    case 'Conditional':
      return shownLiteral(expression?.trueExp) ?? shownLiteral(expression?.falseExp);
    case 'Binary':
      return ['+', '||', '&&', '??'].includes(expression?.operation ?? '')
        ? (shownLiteral(expression?.left) ?? shownLiteral(expression?.right))
        : undefined;
    case 'Interpolation':
      return expression?.strings?.find(hasLetters) ?? firstShown(expression?.expressions);
    case 'TemplateLiteral':
      return expression?.elements?.map(({ text }) => text).find(hasLetters) ?? firstShown(expression?.expressions);
    default:
      return undefined;
  }
}

/** @param {TemplateNode[] | undefined} expressions */
function firstShown(expressions) {
  for (const expression of expressions ?? []) {
    const literal = shownLiteral(expression);
    if (literal !== undefined) return literal;
  }
  return undefined;
}

/** @param {string} text */
function hasLetters(text) {
  return LETTER.test(text.replaceAll(ENTITY, ' '));
}

/** @param {TemplateNode} attribute */
function isSpoken(attribute) {
  const name = attribute.name ?? '';
  return SPOKEN_ATTRIBUTES.has(name) || (name === 'label' && LABELLED_ELEMENTS.has(attribute.parent?.name ?? ''));
}

/**
 * Text that a person reads must come from libs/messages by its key, so that every language has it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noLiteralText = {
  meta: {
    type: 'problem',
    docs: { description: 'Ask for a message key instead of literal text in a template' },
    messages: {
      text: 'Literal text “{{text}}”: put it into libs/messages in every language and use its key.',
      attribute: 'Literal text “{{text}}” in {{name}}: put it into libs/messages in every language and use its key.',
    },
    schema: [],
  },
  create(context) {
    /** @param {TemplateNode} node @param {string | undefined} literal */
    const report = (node, literal) => {
      if (literal === undefined || SILENT_ELEMENTS.has(node.parent?.name ?? '')) return;
      const text = literal.trim().replaceAll(/\s+/g, ' ').slice(0, 60);
      const messageId = node.type.endsWith('Attribute') ? 'attribute' : 'text';
      context.report({ loc: node.loc, messageId, data: { text, name: node.name ?? '' } });
    };
    /** @param {TemplateNode} node */
    const literalOf = (node) => (typeof node.value === 'string' && hasLetters(node.value) ? node.value : undefined);
    /** @param {TemplateNode} node */
    const expressionOf = (node) => shownLiteral(/** @type {TemplateNode} */ (node.value));

    /** @type {Record<string, (node: any) => void>} */
    const visitor = {
      Text: (node) => report(node, literalOf(node)),
      BoundText: (node) => report(node, expressionOf(node)),
      Icu: (node) =>
        report(node, context.sourceCode.getText().slice(node.sourceSpan.start.offset, node.sourceSpan.end.offset)),
      TextAttribute: (node) => isSpoken(node) && report(node, literalOf(node)),
      BoundAttribute: (node) => isSpoken(node) && report(node, expressionOf(node)),
    };
    return visitor;
  },
};

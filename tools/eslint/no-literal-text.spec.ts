import { templateParser } from 'angular-eslint';
import { RuleTester } from 'eslint';
import { noLiteralText } from './no-literal-text.mjs';

const tester = new RuleTester({ languageOptions: { parser: templateParser } });

/** One faulty template, and the literal that must be named. */
const faulty = (code: string, text: string, messageId = 'text', name?: string) => ({
  name: code,
  filename: 'sheet.html',
  code,
  errors: [{ messageId, ...(name === undefined ? {} : { data: { text, name } }) }],
});
const fine = (code: string) => ({ name: code, filename: 'sheet.html', code });

tester.run('no-literal-text', noLiteralText, {
  valid: [
    fine("<h1>{{ t('sheet.title') }}</h1>"),
    fine("<h1>{{ 'sheet.title' | message }}</h1>"),
    fine("<p>{{ isOpen() ? t('sheet.close') : t('sheet.open') }} · 3 – {{ count() }}&nbsp;%</p>"),
    fine('<button type="button" class="save" [attr.aria-label]="t(\'sheet.save\')"></button>'),
    fine('<input type="text" name="subject" autocomplete="off" [placeholder]="hint()" />'),
    fine('<img src="logo.svg" alt="" />'),
    fine('<style>.sheet { color: red }</style>'),
    fine("@if (kind() === 'email') { <b>{{ name() }}</b> }"),
    fine("<p>{{ labels['email'] }}</p>"),
    fine('<app-tile label="metric.sent" />'),
    fine('<p>&mdash;</p>'),
  ],
  invalid: [
    faulty('<h1>Performance</h1>', 'Performance'),
    faulty('<p>Envoyés : {{ count() }}</p>', 'Envoyés :'),
    faulty('<p>日本語</p>', '日本語'),
    faulty("<p>{{ isOpen() ? 'Close' : t('sheet.open') }}</p>", 'Close'),
    faulty("<p>{{ name() || ('Untitled') }}</p>", 'Untitled'),
    faulty("<p>{{ 'Sent: ' + count() }}</p>", 'Sent:'),
    faulty('<p>{{ `Sent ${count()}` }}</p>', 'Sent'),
    faulty('@if (ready()) { <p>Ready</p> } @else { <p>{{ t("wait") }}</p> }', 'Ready'),
    faulty('@for (row of rows(); track row) { {{ row }} } @empty { Nothing here }', 'Nothing here'),
    faulty('@switch (kind()) { @case (1) { <b>One</b> } @default { {{ x }} } }', 'One'),
    faulty('<ng-template><p>Hidden</p></ng-template>', 'Hidden'),
    faulty('<button title="Save"></button>', 'Save', 'attribute', 'title'),
    faulty('<button aria-label="Save"></button>', 'Save', 'attribute', 'aria-label'),
    faulty('<input placeholder="Search" />', 'Search', 'attribute', 'placeholder'),
    faulty('<img src="x" alt="A chart" />', 'A chart', 'attribute', 'alt'),
    faulty('<button matTooltip="Save"></button>', 'Save', 'attribute', 'matTooltip'),
    faulty('<mat-tab label="Columns"></mat-tab>', 'Columns', 'attribute', 'label'),
    faulty('<button [title]="\'Save\'"></button>', 'Save', 'attribute', 'title'),
    faulty('<button [attr.aria-label]="\'Remove \' + name()"></button>', 'Remove', 'attribute', 'aria-label'),
    faulty('<button title="Remove {{ name() }}"></button>', 'Remove', 'attribute', 'title'),
  ],
});

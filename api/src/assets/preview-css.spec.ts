import { cleanDeclarations, cleanStyleSheet, isPictureData } from './preview-css';

describe('cleaning styles', () => {
  it.each([
    ['color:red;background:url(https://e.example/x)', 'color:red;background:none'],
    ['background:#fff UrL( "//e.example/x" ) no-repeat', 'background:#fff none no-repeat'],
    ['background:\\75\\72\\6c(x.png)', 'background:none'],
    ['background:url(data:image/gif;base64,AA)', 'background:url("data:image/gif;base64,AA")'],
    ['background:url(data:text/html,x)', 'background:none'],
    ['background:-webkit-image-set(url(a) 1x, "b" 2x);color:red', 'background:none;color:red'],
    ['fill:url(#g)', 'fill:url("#g")'],
    ['content:"a</style>b"', 'content:"a\\3c /style\\3e b"'],
    ["font-family:'A B', serif", 'font-family:"A B", serif'],
    ['width:calc(100% - 8px)', 'width:calc(100% - 8px)'],
    ['u/**/rl(x)', 'u/**/rl(x)'],
  ])('turns %s into %s', (css, expected) => {
    expect(cleanDeclarations(css)).toBe(expected);
  });

  it.each([
    ['@import "a.css"; p{color:red}', '/**/ p{color:red}'],
    ['@import url(a.css) screen; p{}', '/**/ p{}'],
    ['@font-face{src:url(f)} p{}', '/**/ p{}'],
    ['@charset "x";@namespace a url(b);p{}', '/**//**/p{}'],
    ['@media (width <= 600px){p>a{color:red}}', '@media (width <= 600px){p>a{color:red}}'],
    ['<!-- p{} -->', '/**/ p{} /**/'],
    ['.sm\\:hidden{}', '.sm\\3a hidden{}'],
    ['p{color:red', 'p{color:red'],
    ['@media x{@import "a"}p{}', '@media x{/**/}p{}'],
  ])('turns the sheet %s into %s', (css, expected) => {
    expect(cleanStyleSheet(css)).toBe(expected);
  });

  it('never leaves a tag in a sheet, whatever it is made of', () => {
    for (const css of [
      '</style><script>',
      '<\\/style>',
      'a{b:url("</style>")}',
      '"\\3c/style>',
      "'\n</style>",
      '\\</style>',
      '@media </style>{}',
    ]) {
      expect(cleanStyleSheet(css)).not.toMatch(/<[^\s=]/);
    }
  });

  it('knows pictures that travel inside the mail', () => {
    expect(isPictureData('data:image/png;base64,AA')).toBe(true);
    expect(isPictureData('data:text/html,x')).toBe(false);
    expect(isPictureData('data:image/png')).toBe(false);
  });
});

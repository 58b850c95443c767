import { previewText } from './preview-text';

describe('the text of a mail', () => {
  it('reads in order, a paragraph a block, a line a row', () => {
    expect(
      previewText(
        '<h1>Spring</h1><p>Lighter shells,<br>trail   shoes.</p><table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>',
      ),
    ).toBe('Spring\n\nLighter shells,\ntrail shoes.\n\nA B\nC');
  });

  it('writes links with their address, once', () => {
    expect(
      previewText('<a href="https://shop.example/">Shop</a>, <a href="https://a.example/">https://a.example/</a>'),
    ).toBe('Shop (https://shop.example/), https://a.example/');
    expect(previewText('<a href="mailto:a@b.example">Write</a> <a href="javascript:run()">Run</a>')).toBe(
      'Write (a@b.example) Run',
    );
  });

  it('names pictures by their description and lists by dashes', () => {
    expect(previewText('<img src="x" alt="Logo"><ul><li>One</li><li>Two</li></ul>')).toBe('[Logo]\n\n- One\n- Two');
  });

  it('leaves out styles, scripts, comments and what is hidden', () => {
    expect(
      previewText(
        '<style>p{}</style><script>x</script><!-- c --><div style="display:none">pre&zwnj;header</div><p>Seen &amp; read&nbsp;&lt;b&gt;</p>',
      ),
    ).toBe('Seen & read <b>');
  });

  it('is empty for nothing', () => {
    expect(previewText('')).toBe('');
  });
});

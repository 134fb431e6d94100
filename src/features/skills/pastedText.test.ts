import { describe, expect, it } from 'vitest'
import { linkFrom, pastedText } from './pastedText'

describe('pasting evidence', () => {
  it('keeps where a link leads', () => {
    expect(
      pastedText(
        '<html><head><style>a { color: red }</style></head><body><!--StartFragment--><p>See the <b>design</b>' +
          ' <a class="x" href="https://example.org/d?a=1&amp;b=2">pack&nbsp;v3</a></p></body></html>',
      ),
    ).toEqual({ text: 'See the design pack v3', url: 'https://example.org/d?a=1&b=2' })
  })

  it('writes several links out beside their words', () => {
    expect(
      pastedText(
        `<ul><li><a href='https://a.example/'>One</a></li><li><a href=https://b.example/>Two</a></li></ul>`,
      ),
    ).toEqual({ text: 'One (https://a.example/)\nTwo (https://b.example/)' })
  })

  it('leaves a clipping without links, or with links that run, to be pasted as plain text', () => {
    expect(pastedText('<p>Plain</p>')).toBeUndefined()
    expect(pastedText('<a href="javascript:alert(1)">Here</a>')).toBeUndefined()
    expect(pastedText('')).toBeUndefined()
  })

  it('reads a clipping made to be slow, and refuses one too long', () => {
    expect(pastedText('<a href='.repeat(20_000))).toBeUndefined()
    expect(pastedText('<!--'.repeat(40_000))).toBeUndefined()
    expect(pastedText(`<a href="https://example.org">${'x'.repeat(200_000)}</a>`)).toBeUndefined()
  })
})

it('takes web and mail links, makes a bare www whole, and refuses the rest', () => {
  expect(linkFrom(' www.example.org/x ')).toBe('https://www.example.org/x')
  expect(linkFrom('mailto:a@example.org')).toBe('mailto:a@example.org')
  expect(linkFrom('  ')).toBeUndefined()
  expect(linkFrom('javascript:alert(1)')).toBeNull()
  expect(linkFrom('file:///etc/passwd')).toBeNull()
})

// What a reader could not read or hit in the page as it stands: a list of sentences, empty if all is well.
({ touch }) => {
  const found = new Set()
  const shown = (e) => {
    const style = getComputedStyle(e)
    const box = e.getBoundingClientRect()
    const drawn = style.display === 'contents' || style.overflow === 'visible' || box.width > 2 && box.height > 2
    const there = box.right > 0 && box.left < innerWidth || !e.closest('[data-testid=stSidebar]')
    return drawn && there && style.visibility !== 'hidden' && style.opacity !== '0' && style.clipPath !== 'inset(50%)'
  }
  const up = (e) => { const all = []; for (; e; e = e.parentElement) all.push(e); return all }
  const away = (e) => !e.checkVisibility() || up(e).some((a) => !shown(a) || a.ariaHidden === 'true' && a.tagName !== 'TH'
    || a.tagName === 'CAPTION' && a.classList.contains('x-hidden'))
  const name = (e) => {
    const key = e.closest('[class*="st-key-"]')?.className.match(/st-key-[\w-]+/)?.[0] ?? ''
    const kind = e.tagName.toLowerCase() + [...e.classList].filter((c) => /^(x|st)-/.test(c)).map((c) => '.' + c)
    return `${key} ${kind} “${(e.textContent || e.ariaLabel || e.placeholder || '').trim().slice(0, 50)}”`
  }

  // A field too narrow for the name of a question says so with an ellipsis, above the question in full.
  const whole = (field) => {
    const told = [...document.querySelectorAll('.x-question')].filter((e) => !away(e)).map((e) => e.textContent.toLowerCase())
    const parts = field.value.toLowerCase().split('…').map((part) => part.trim())
    return getComputedStyle(field).textOverflow === 'ellipsis' && told.some((text) => parts.every((part) => text.includes(part)))
  }

  // Each line of text as it is drawn, cut by the boxes that scroll, with what it belongs to.
  const lines = []
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = words.nextNode(); text; text = words.nextNode()) {
    const of = text.parentElement
    if (!text.data.trim() || of.closest('script, style, noscript, title') || away(of)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const drawn of range.getClientRects()) {
      if (drawn.width < 2 || drawn.height < 2) continue
      const box = { left: drawn.left, top: drawn.top, right: drawn.right, bottom: drawn.bottom }
      let visible = true
      const above = up(of)
      for (const [at, each] of above.entries()) {
        const style = getComputedStyle(each), position = style.position
        if (each === document.body || position === 'fixed') break
        if (style.overflowX === 'visible' && style.overflowY === 'visible' || style.display === 'inline') continue
        const edge = each.getBoundingClientRect()
        const scrolls = ['auto', 'scroll'].some((way) => style.overflowX === way || style.overflowY === way)
        if (scrolls) {
          box.left = Math.max(box.left, edge.left); box.right = Math.min(box.right, edge.right)
          box.top = Math.max(box.top, edge.top); box.bottom = Math.min(box.bottom, edge.bottom)
          visible &&= box.right - box.left > 2 && box.bottom - box.top > 2
        } else if (visible && (box.left < edge.left - 1.5 || box.right > edge.right + 1.5
          || box.top + drawn.height * 0.25 < edge.top || box.bottom - drawn.height * 0.25 > edge.bottom)) {
          found.add(`cut: ${name(of)} by ${name(each).slice(0, 60)}`)
        }
      }
      const sticky = above.find((e) => getComputedStyle(e).position === 'sticky')
      if (visible) lines.push({ ...box, of, sticky })
    }
  }
  // The way to the filters is called by the style sheet; what is scrolled goes below it, the top does not.
  const filters = document.querySelector('[data-testid=stExpandSidebarButton]')
  if (filters && !away(filters) && !document.querySelector('[data-testid=stMain]').scrollTop) {
    const { left, top, right, bottom } = filters.getBoundingClientRect()
    lines.push({ left, top, right, bottom, of: filters })
  }
  lines.sort((one, other) => one.top - other.top)
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next]
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      const smaller = Math.min(one.bottom - one.top, other.bottom - other.top)
      if (wide > 2 && high > smaller * 0.35 && one.sticky === other.sticky) {
        found.add(`over each other: ${name(one.of)} and ${name(other.of)}`)
      }
    }
  })
  for (const field of document.querySelectorAll('input, textarea')) {
    if (away(field) || !field.clientWidth || field.type === 'checkbox' || field.type === 'radio') continue
    const cut = field.scrollWidth > field.clientWidth + 1 && field.tagName === 'INPUT'
    if (cut && !whole(field)) found.add(`cut: field ${name(field)} ${field.value}`)
  }
  for (const [kind, least] of [['.x-bar', 80], ['.x-line', 60]]) {
    for (const bar of document.querySelectorAll(kind)) {
      const box = bar.getBoundingClientRect()
      if (box.height && box.width < least) found.add(`${kind} is ${Math.round(box.width)} wide`)
    }
  }
  for (const box of [document.documentElement, document.querySelector('[data-testid=stMain]')]) {
    if (box && box.scrollWidth > box.clientWidth) found.add(`the page scrolls sideways by ${box.scrollWidth - box.clientWidth}`)
  }
  if (touch) {
    const aims = 'a[href], button, summary, input, select, textarea, [role=button], [role=option], [role=tab], [role=radio]'
    for (const aim of document.querySelectorAll(aims)) {
      if (away(aim) || aim.disabled) continue
      const box = (aim.closest('label') ?? aim.closest('[role=group]:has(input), [data-testid$=RootElement]') ?? aim).getBoundingClientRect()
      if (!box.width || !box.height || box.right <= 0 || box.left >= innerWidth) continue
      const inline = getComputedStyle(aim).display === 'inline' && aim.parentElement.textContent.trim() !== aim.textContent.trim()
      if (!inline && (box.width < 43.5 || box.height < 43.5)) {
        found.add(`hard to hit: ${Math.round(box.width)} × ${Math.round(box.height)} ${name(aim)}`)
      }
    }
  }
  return [...found]
}

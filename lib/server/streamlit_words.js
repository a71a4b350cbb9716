// Streamlit's own words in the reader's language; what our pages say is left alone.
(() => {
  const words = {/* words */}
  const ours = ".stHtml, .stMarkdown, .js-plotly-plot, .stBidiComponent, script, style"
  const attributes = ["aria-label", "aria-valuetext", "title", "placeholder"]

  // "Remove {label}" becomes /^Remove (?<label>[^]+)$/; an exact word is looked up first.
  const literal = (text) => text.replace(/[.*+?^$()|[\]\\/]/g, "\\$&")
  const patterns = Object.keys(words).filter((word) => word.includes("{")).map((word) => [
    new RegExp(`^${literal(word).replace(/\{(\w+)\}/g, "(?<$1>[^]+)")}$`),
    words[word],
  ])
  // "{label} start date" is looked for in attributes only: a question may end in such words.
  const plain = patterns.filter(([pattern]) => !pattern.source.startsWith("^(?<label>"))
  const said = (text, among) => {
    const word = text.trim()
    if (Object.hasOwn(words, word)) return words[word]
    for (const [pattern, sentence] of among) {
      const parts = word.match(pattern)?.groups
      if (parts) return sentence.replace(/\{(\w+)\}/g, (_, name) => said(parts[name], among) ?? parts[name])
    }
  }

  const sayText = (node) => {
    const sentence = said(node.nodeValue, plain)
    if (sentence && sentence !== node.nodeValue) node.nodeValue = sentence
  }
  const sayAttributes = (element) => {
    for (const name of attributes) {
      const sentence = said(element.getAttribute(name) ?? "", patterns)
      if (sentence && sentence !== element.getAttribute(name)) element.setAttribute(name, sentence)
    }
  }
  const say = (node) => node.nodeType === Node.TEXT_NODE ? sayText(node) : sayAttributes(node)

  const foreign = {
    acceptNode: (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(ours)
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  }
  const sayAll = (root) => {
    const element = root.nodeType === Node.ELEMENT_NODE ? root : root.parentElement
    if (!element || element.closest(ours)) return
    const walker = document.createTreeWalker(
      root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, foreign)
    do say(walker.currentNode)
    while (walker.nextNode())
  }

  const asked = () => new URLSearchParams(location.search).getAll("lang").at(-1)?.toLowerCase()
  const language = () => asked() === "en" ? "en" : "vi"
  const first = language()
  const everything = { subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: attributes }
  new MutationObserver((changes) => {
    // What was said in one language is not unsaid: the page begins anew in the other.
    if (language() !== first) return location.reload()
    if (first === "en") return
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(sayAll)
      else if (!(target.parentElement ?? target).closest(ours)) say(target)
    }
  }).observe(document.documentElement, everything)
})()

// Turning slides asks no server: it goes on when the line is gone.
const KEYS = {
  ArrowLeft: 'before', PageUp: 'before', ArrowRight: 'next', PageDown: 'next', ' ': 'next',
  Home: 'first', End: 'last',
}

function button (name, words, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = `p-${name}`
  made.textContent = words
  made.onclick = act
  return made
}

function busy (target) {
  return target.closest('input, textarea, select, [role=combobox], [role=dialog], [role=listbox]')
}

export default function ({ parentElement, data, setStateValue }) {
  const stage = parentElement.querySelector('.p-stage')
  if (stage.__html !== data.html) {
    stage.__html = data.html
    stage.innerHTML = data.html
    stage.append(nav(), room())
  }
  const slides = [...stage.querySelectorAll('.p-slide')]
  const asked = () => new URL(location.href).searchParams.get(data.slide)
  const at = () => Math.max(0, slides.findIndex((one) => one.dataset.slide === asked()))

  const covered = () => !stage.querySelector('.p-room').hidden

  function show (number) {
    slides.forEach((one, here) => { one.hidden = here !== number })
    stage.querySelector('.p-before').disabled = number === 0
    stage.querySelector('.p-next').disabled = number === slides.length - 1
  }

  function turn (way) {
    const last = slides.length - 1
    const number = { before: at() - 1, next: at() + 1, first: 0, last }[way]
    const to = Math.min(Math.max(number, 0), last)
    const url = new URL(location.href)
    url.searchParams.set(data.slide, slides[to].dataset.slide)
    history.replaceState(history.state, '', url)
    show(to)
  }

  function nav () {
    const { before, next, whole, code } = data.words
    const made = document.createElement('nav')
    made.className = 'p-nav'
    if (data.qr) made.append(button('code', code, open))
    made.append(
      button('whole', whole, wall),
      button('before', `← ${before}`, () => turn('before')),
      button('next', `${next} →`, () => turn('next')),
    )
    return made
  }

  function room () {
    const made = document.createElement('div')
    made.className = 'p-room'
    made.hidden = true
    made.innerHTML = data.qr
    for (const words of [data.url, data.words.local]) {
      made.append(Object.assign(document.createElement('p'), { textContent: words }))
    }
    made.append(button('close', data.words.close, close))
    return made
  }

  function open () {
    stage.querySelector('.p-room').hidden = false
    stage.querySelector('.p-close').focus()
  }

  function close () {
    stage.querySelector('.p-room').hidden = true
    stage.querySelector('.p-code').focus()
  }

  function wall () {
    if (document.fullscreenElement) document.exitFullscreen()
    else document.documentElement.requestFullscreen()
  }

  // That the line is gone is said at the foot: a dialog would stand before the slide.
  function dismiss () {
    document.querySelector('[data-testid=stDialog] [role=dialog] > button')?.click()
  }
  const lost = new MutationObserver(dismiss)
  lost.observe(document.body, { childList: true })

  const stop = new AbortController()
  stage.__stop?.()
  stage.__stop = () => { stop.abort(); lost.disconnect() }
  document.addEventListener('keydown', (event) => {
    const way = KEYS[event.key]
    const pressed = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (covered()) {
      if (event.key === 'Escape') close()
      return
    }
    if (!way || pressed || busy(event.target)) return
    if (event.key === ' ' && event.target.closest('button, a')) return
    event.preventDefault()
    turn(way)
  }, { signal: stop.signal })
  // The form of a task is about the slide that is seen when it is opened.
  document.addEventListener('click', (event) => {
    if (event.target.closest(`.st-key-${data.task}`)) setStateValue('slide', slides[at()].dataset.slide)
  }, { capture: true, signal: stop.signal })
  stage.onpointerdown = () => {
    stage.__form = document.querySelector('[data-testid=stPopoverBody]') // this click closes it
  }
  stage.onclick = (event) => {
    if (event.target.closest('button, a, .p-room') || String(getSelection()) || stage.__form) return
    turn(event.clientX < innerWidth / 4 ? 'before' : 'next')
  }
  show(at())
  return stage.__stop
}

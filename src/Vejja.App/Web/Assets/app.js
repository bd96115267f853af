'use strict';
// Everything here is a comfort: each page works without it, but for dropping files.

for (const form of document.querySelectorAll('form.drop')) {
  const inputs = [...form.querySelectorAll('input[type=file]')];
  const send = used => {
    for (const input of inputs) input.disabled = input !== used;
    form.querySelector('[role=status]').textContent = form.dataset.busy;
    form.submit();
    form.classList.add('busy');
  };
  for (const input of inputs) input.addEventListener('change', () => input.files.length && send(input));
  for (const kind of ['dragover', 'dragenter']) form.addEventListener(kind, event => { event.preventDefault(); form.classList.add('over'); });
  for (const kind of ['dragleave', 'drop']) form.addEventListener(kind, () => form.classList.remove('over'));
  form.addEventListener('drop', event => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    inputs[0].files = event.dataTransfer.files;
    send(inputs[0]);
  });
}

// A browser opens few connections to one host: the first documents are watched, the page loads anew when one of them ends.
for (const place of [...document.querySelectorAll('[data-watch]')].slice(0, 3)) {
  const source = new EventSource(`/documents/${place.dataset.watch}/events`);
  const bar = place.querySelector('progress');
  let seen = false;
  source.addEventListener('status', event => {
    const status = JSON.parse(event.data);
    const stage = status.stages.find(one => one.state !== 'done');
    if (bar && stage && status.state === 'running') bar.value = Math.max(5, stage.progress);
    if (['done', 'failed', 'cancelled'].includes(status.state) && !seen) {
      seen = true;
      source.close();
      setTimeout(() => location.reload(), 150);
    }
  });
}

const review = document.getElementById('review');
if (review) {
  const sheets = [...document.querySelectorAll('.sheet svg')];
  const fields = [...review.querySelectorAll('.field')];
  const narrow = matchMedia('(max-width: 56rem)');

  const whole = () => {
    for (const lit of document.querySelectorAll('polygon.lit')) lit.classList.remove('lit');
    for (const sheet of sheets) sheet.setAttribute('viewBox', sheet.dataset.whole);
  };

  const show = (field, zoom) => {
    whole();
    const lit = field.dataset.source.split(' ').filter(Boolean).map(id => document.querySelector(`polygon[data-block="${CSS.escape(id)}"]`)).filter(Boolean);
    for (const polygon of lit) polygon.classList.add('lit');
    if (lit.length === 0) return;
    const sheet = lit[0].closest('svg');
    if (zoom && field.dataset.view) {
      // The ink with enough around it to know where one is: at least three fifths of the page's width.
      const [px, py, pw, ph] = sheet.dataset.whole.split(' ').map(Number);
      const [x, y, w, h] = field.dataset.view.split(' ').map(Number);
      const ratio = sheet.clientHeight / Math.max(1, sheet.clientWidth);
      const width = Math.min(pw, Math.max(w * 1.3, pw * 0.6));
      const height = Math.min(ph, Math.max(h * 1.6, width * ratio));
      const left = Math.min(Math.max(px, x + w / 2 - width / 2), px + pw - width);
      const top = Math.min(Math.max(py, y + h / 2 - height / 2), py + ph - height);
      sheet.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
    } else if (sheets.length > 1) {
      lit[0].scrollIntoView({ block: 'nearest' });
    }
  };

  for (const field of fields) {
    field.addEventListener('focusin', () => show(field, narrow.matches));
    field.addEventListener('mouseenter', () => { if (!review.contains(document.activeElement) || document.activeElement === document.body) show(field, false); });
    field.addEventListener('mouseleave', () => { if (!review.contains(document.activeElement)) whole(); });
    for (const input of field.querySelectorAll('input:not([type=checkbox]), select')) {
      const before = input.value;
      input.addEventListener('input', () => input.classList.toggle('changed', input.value !== before));
    }
  }

  review.addEventListener('focusout', event => { if (!review.contains(event.relatedTarget)) whole(); });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') whole(); });
  for (const polygon of document.querySelectorAll('.sheet polygon')) {
    polygon.addEventListener('click', () => {
      const field = fields.find(one => one.dataset.source.split(' ').includes(polygon.dataset.block));
      if (!field) return;
      field.closest('details')?.setAttribute('open', '');
      field.querySelector('input, select').focus({ preventScroll: true });
      field.scrollIntoView({ block: 'center', behavior: 'smooth' });
    });
  }
}

for (const time of document.querySelectorAll('time[datetime]')) {
  const at = new Date(time.dateTime);
  if (!isNaN(at)) time.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
}

for (const link of document.querySelectorAll('input.link')) link.addEventListener('focus', () => link.select());

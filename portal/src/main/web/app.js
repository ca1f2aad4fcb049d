// Pages work without any of this; with it they answer in place.
import '@digdir/designsystemet-web';
import 'htmx.org';

// A file dropped on a form's drop zone is the file that its button would have chosen.
document.addEventListener('dragover', (event) => {
  const zone = event.target.closest?.('[data-dropzone]');
  if (zone) {
    event.preventDefault();
    zone.toggleAttribute('data-over', true);
  }
});
for (const kind of ['dragleave', 'drop']) {
  document.addEventListener(kind, (event) => {
    event.target.closest?.('[data-dropzone]')?.removeAttribute('data-over');
  });
}
document.addEventListener('drop', (event) => {
  const zone = event.target.closest?.('[data-dropzone]');
  const field = zone?.querySelector('input[type=file]');
  if (field && event.dataTransfer?.files.length) {
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event('change', {bubbles: true}));
  }
});

// What only a script can do is offered only where one runs.
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) {
    window.print();
  }
  const copy = event.target.closest?.('[data-copy]');
  if (copy) {
    navigator.clipboard.writeText(copy.dataset.copy).then(() => {
      copy.querySelector('[role=status]')?.removeAttribute('hidden');
    });
  }
});
// Paper cannot be unfolded.
window.addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details[data-unfold]:not([open])')) {
    folded.open = true;
  }
});
document.documentElement.classList.add('scripted');

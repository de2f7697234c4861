// Files that are read into a text field, where they can be looked at before they are sent. Without this script they are pasted.
document.querySelectorAll('[data-reads]').forEach(it => {
  it.hidden = false;
  it.addEventListener('change', async event => {
    const file = event.target.files[0];
    if (file) document.querySelector(it.dataset.reads).value = await file.text();
  });
});
